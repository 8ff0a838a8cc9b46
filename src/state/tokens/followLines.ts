// Lets the worker that counts tokens have the lines of a document, and asks what came of it. Loaded with the
// part of the panel that shows it.
import type { Result } from '../../base/result.ts'
import { lineNumberOf } from '../../base/units.ts'
import type { TokenReport } from '../../contracts/lineTokens.ts'
import type { DocumentClient } from '../../worker/documentClient.ts'
import type { TokensClient } from '../../worker/tokensClient.ts'
import { goToLine } from '../actions/lines.ts'
import { showFailure } from '../actions/messages.ts'
import { startTokensClient } from '../batch/tokensWorker.ts'
import { clientOf, hasClient } from '../clients.ts'
import { documentSlot } from '../documentScope.ts'
import { activeDocument, type DocumentKey, findDocument, updateDocument } from '../store.ts'
import { upToDate } from '../upToDate.ts'

interface Following {
  readonly key: DocumentKey
  /** Of the document and of tokens: either may be replaced. */
  readonly client: DocumentClient
  readonly tokens: TokensClient
}

const slot = documentSlot<{ following?: Following | undefined }>(
  () => ({}),
  ({ following }) => void following?.tokens.detach(following.key),
)

/** Counting begins, or begins again after it failed. Nothing happens while it goes on. */
export function followLines(key: DocumentKey): void {
  if (!hasClient(key)) return
  const followed = slot.of(key)
  const client = clientOf(key)
  const state = findDocument(key)?.facts?.tokens?.state
  const isBroken = state === 'waiting' || state === 'failed'
  if (followed.following?.client === client && !isBroken) return
  const tokens = startTokensClient()
  const following = { key, client, tokens }
  followed.following = following
  const { port1, port2 } = new MessageChannel()
  void client.shareTokenSource(port1)
  void tokens.attach(key, port2)
  tokens.onCrash((problem) => {
    if (slot.of(key).following === following) void client.endTokenSource(problem)
  })
}

/** `isExact`: every line is counted, else no more than a sample. */
export async function countTokens(key: DocumentKey, isExact: boolean): Promise<void> {
  if (!hasClient(key)) return
  if (isExact) followLines(key)
  const result = await clientOf(key).countTokens(isExact)
  if (!result.ok) showFailure(result.failure)
}

/** What there is to know about the tokens of a document, at least as new as what the page knows of it. */
export function readTokens(key: DocumentKey): Promise<Result<TokenReport>> {
  const client = clientOf(key)
  return upToDate(
    () => client.readTokens(),
    () => findDocument(key)?.facts?.revision,
  )
}

/** Selects the next line of the active document that has [from, to) tokens. */
export async function goToTokens(from: number, to: number): Promise<void> {
  const tab = activeDocument()
  if (!tab || !hasClient(tab.key)) return
  const client = clientOf(tab.key)
  const after = tab.selection?.index ?? -1
  const found = await upToDate(
    () => client.lineWithTokens(from, to, after),
    () => findDocument(tab.key)?.facts?.revision,
  )
  if (!found.ok) showFailure(found.failure)
  else if (found.value.line) await goToLine(lineNumberOf(found.value.line.index))
}

/** The column of tokens in the table of the active document. */
export function showTokenColumn(on: boolean): void {
  const tab = activeDocument()
  if (tab) updateDocument(tab.key, { hasTokenColumn: on })
}
