// 'Fix all': every line that has a cause gets the first fix that proposes something for it.
import type { Job } from '../base/jobs.ts'
import type { FixAllCommand } from '../contracts/loggedCommand.ts'
import type { LineContent } from '../document/contentReader.ts'
import { LineSet } from '../document/lineSet.ts'
import type { FixProposal } from '../fixes/defineFix.ts'
import type { OnProgress } from '../contracts/progress.ts'
import { firstSafeFix } from '../fixes/proposeFixes.ts'
import { getFix } from '../fixes/registry.ts'
import { msg } from '../i18n/message.ts'
import { valueAt } from '../json/jsonPath.ts'
import { commit, contentsOf, currentOf, type Edited, putContents, putJoined } from './changes.ts'
import { changeLines } from './changeLines.ts'
import { explainLine } from '../validation/explain.ts'
import { fixableLine } from './fixableLine.ts'
import type { OpenDocument } from './openDocument.ts'
import { readRecord } from '../validation/overLines/readRecord.ts'
import { lineView } from './views.ts'

const utf8 = new TextEncoder()

/** Places of one cause that are fixed in a line. */
const MAX_PLACES = 50

export interface MendedLine {
  /** Of the fix that was first. */
  readonly fixId: string
  readonly proposal: FixProposal
  /** The line no longer has the cause. */
  readonly isMended: boolean
}

/**
 * What 'Fix all' makes of a line: its fixes are applied until the cause is gone from every place of
 * it. Undefined when no fix proposes anything.
 */
export async function mendLine(
  doc: OpenDocument,
  { id, bytes }: LineContent,
  code: string,
  chosenId?: string,
  taken?: ReadonlySet<string>,
): Promise<MendedLine | undefined> {
  const firstFix = async (content: Uint8Array) => {
    const diagnostics = await explainLine(doc, id, content)
    const hasCause = diagnostics.some((each) => each.code === code)
    if (!hasCause) return { hasCause, found: undefined }
    const line = await fixableLine(doc, id, content, taken)
    return { hasCause, found: firstSafeFix(line, diagnostics, code, chosenId) }
  }
  const { found } = await firstFix(bytes)
  if (!found) return undefined
  // The scanner alone tells whether a syntax error is gone, many times faster.
  const scan = (content: Uint8Array): string => doc.scanner.scanLine(content).code
  const isSyntax = scan(bytes) === code
  let { proposal } = found
  for (let place = 1; place < MAX_PLACES && proposal.kind === 'replace'; place++) {
    const content = utf8.encode(proposal.text)
    if (isSyntax && scan(content) !== code) break
    const next = await firstFix(content)
    if (!next.found) return { fixId: found.fix.id, proposal, isMended: !next.hasCause }
    proposal = next.found.proposal
  }
  const isMended =
    proposal.kind !== 'replace' || (isSyntax && scan(utf8.encode(proposal.text)) !== code)
  return { fixId: found.fix.id, proposal, isMended }
}

/**
 * Mends every line that has the cause, or those that the command names, as one step of undo. `fixed` counts those that
 * no longer have it.
 */
export async function fixAllLines(
  doc: OpenDocument,
  { code, fixId: chosenId, lines }: FixAllCommand,
  job: Job,
  onProgress: OnProgress,
): Promise<Edited> {
  const view = lineView(doc, { kind: 'cause', code })
  const all = view.ids(0, view.count)
  const meant = lines && LineSet.fromBytes(lines)
  const ids = meant ? all.filter((id) => meant.has(id)) : all
  const chosen = chosenId === undefined ? undefined : getFix(chosenId)
  // Keys given to lines of this change, which the rules do not know before it is committed.
  const taken = new Set<string>()
  let fixed = 0
  const change = await changeLines(
    doc,
    ids,
    chosen?.title ?? msg('Fix all'),
    async (change, content) => {
      const mended = await mendLine(doc, content, code, chosenId, taken)
      if (!mended) return
      const { proposal } = mended
      if (proposal.kind === 'join') {
        // All lines of a record have the cause; the first one stands for them.
        const record = await readRecord(doc, content.id)
        if (record?.record.ids[0] !== content.id) return
        putJoined(doc, change, record, proposal.text)
        fixed += record.contents.length
      } else {
        putContents(doc, change, currentOf(doc, content), contentsOf(proposal))
        if (mended.isMended) fixed++
      }
      rememberKey(doc, proposal, taken)
    },
    job,
    onProgress,
  )
  return { changed: [], ...(await commit(doc, change)), fixed }
}

/** Other lines of the same change get other keys. */
export function rememberKey(doc: OpenDocument, proposal: FixProposal, taken: Set<string>): void {
  if (!doc.format.key || (proposal.kind !== 'replace' && proposal.kind !== 'join')) return
  try {
    const key = valueAt(JSON.parse(proposal.text), doc.format.key.path)
    if (typeof key === 'string') taken.add(key)
  } catch {
    // Still not JSON after this fix: it has no key yet.
  }
}
