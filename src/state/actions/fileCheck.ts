// Whether the file on the disk is still the one that was read.
import type { Failure } from '../../base/failures.ts'
import type { MoreLines } from '../../contracts/fileApi.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { clientOf, hasClient, rowsOf, setSource, sourceOf } from '../clients.ts'
import { documentSlot } from '../documentScope.ts'
import { canReadNow } from '../filePermission.ts'
import { isUnchanged } from '../shareUnchanged.ts'
import { type DocumentKey, findDocument, type MoreOfFile, store, updateDocument } from '../store.ts'
import { dismissMessage, showMessage } from './messages.ts'

interface Checking {
  /** The problem that the user chose to work on with; it is not reported again. */
  accepted?: Message | undefined
  /** Looking whether the file is what was read after all: once for all who wait for that. */
  recognising?: Promise<boolean> | undefined
  /** What was not written because of the file: said until it can be. */
  refusals?: readonly number[]
}

const checkings = documentSlot<Checking>(() => ({}))

/** Looks at the files of all documents: when the window gets the focus back. */
export async function checkAllFiles(): Promise<void> {
  await Promise.all(store.getState().documents.map((tab) => checkFile(tab.key)))
}

/** Before something is written that is read from the file: its samples are compared as well. */
export function checkBeforeWriting(key: DocumentKey): Promise<boolean> {
  return checkFile(key, true)
}

/**
 * Reports a file that changed or went away. Returns whether all is well: also where it was written again with the
 * same bytes, or got more lines, which are offered.
 */
export async function checkFile(key: DocumentKey, takesSamples = false): Promise<boolean> {
  const tab = findDocument(key)
  if (!tab?.facts || tab.facts.state === 'reading' || !hasClient(key)) return true
  const isReady = tab.facts.state === 'ready'
  const handle = sourceOf(key)?.handle
  const current = await currentFile(key)
  if (!hasClient(key)) return true
  const result = await clientOf(key).checkFile({ current, takesSamples })
  // The document went on with something else meanwhile: what was looked at is no file of its own any more.
  if (sourceOf(key)?.handle !== handle) return checkFile(key, takesSamples)
  if (!result.ok) {
    reportFileProblem(key, result.failure)
    return false
  }
  if (current) takeFile(key, current)
  const { value } = result
  endFileProblem(key)
  updateDocument(key, ({ more }) => ({
    more: value.kind === 'grown' && isReady ? asMore(value, more) : undefined,
  }))
  return true
}

/** Said again when it has grown further. */
function asMore({ lines, goesOn }: MoreLines, before: MoreOfFile | undefined): MoreOfFile {
  const isNoticed = before?.isNoticed === true && before.lines === lines && before.goesOn === goesOn
  return { lines, goesOn, isNoticed }
}

/**
 * Whether a file that could not be read any more holds what was read: where the browser can look at it. Then it is
 * read from there.
 */
export function isThereAgain(key: DocumentKey): Promise<boolean> {
  const checking = checkings.of(key)
  checking.recognising ??= recognise(key).finally(() => {
    checking.recognising = undefined
  })
  return checking.recognising
}

async function recognise(key: DocumentKey): Promise<boolean> {
  const before = sourceOf(key)?.file
  const current = await currentFile(key)
  const isOther =
    current !== undefined &&
    (current.size !== before?.size || current.lastModified !== before.lastModified)
  return isOther && (await checkFile(key))
}

/** The worker reads from this look at the file from now on; so does one that takes its place. */
function takeFile(key: DocumentKey, file: File): void {
  const source = sourceOf(key)
  if (!source) return
  const { file: before } = source
  if (before.size === file.size && before.lastModified === file.lastModified) return
  setSource(key, { ...source, file })
}

/** Shows what happened to the file, unless the user has chosen to work on with that. */
export function reportFileProblem(key: DocumentKey, failure: Failure): void {
  if (!isUnchanged(checkings.of(key).accepted, failure.message)) {
    updateDocument(key, { fileProblem: failure.message })
  }
}

/** What was read can be read again. */
export function endFileProblem(key: DocumentKey): void {
  dismissRefusals(key)
  if (!hasFileProblem(key)) return
  checkings.of(key).accepted = undefined
  updateDocument(key, { fileProblem: undefined })
  if (hasClient(key)) rowsOf(key).retry()
  const { name = '' } = findDocument(key) ?? {}
  showMessage('status', msg('{name} has the same content as before: work goes on.', { name }))
}

/** Whether lines that are not in memory cannot be read, also where the user works on with that. */
export function hasFileProblem(key: DocumentKey): boolean {
  return findDocument(key)?.fileProblem !== undefined || checkings.of(key).accepted !== undefined
}

/** Hides the report of the active problem: work goes on with what is still readable. */
export function keepWorking(key: DocumentKey): void {
  const problem = findDocument(key)?.fileProblem
  if (problem === undefined) return
  checkings.of(key).accepted = problem
  updateDocument(key, { fileProblem: undefined })
}

/** Says that something was not written because of the file, until that is no longer so. */
export function refuseToWrite(
  key: DocumentKey,
  text: Message,
  action?: { readonly label: Message; readonly run: () => void },
): void {
  const id = showMessage('alert', text, action)
  const checking = checkings.of(key)
  checking.refusals = [...(checking.refusals ?? []), id]
}

function dismissRefusals(key: DocumentKey): void {
  const checking = checkings.of(key)
  for (const id of checking.refusals ?? []) dismissMessage(id)
  checking.refusals = []
}

/** It is another file now: what was said of the earlier one holds no more. */
export function forgetFileProblem(key: DocumentKey): void {
  checkings.of(key).accepted = undefined
  dismissRefusals(key)
  updateDocument(key, { fileProblem: undefined, more: undefined })
}

/** A fresh look at the file, where the browser lets us have one without asking. */
async function currentFile(key: DocumentKey): Promise<File | undefined> {
  const handle = sourceOf(key)?.handle
  if (!handle) return undefined
  try {
    if (!(await canReadNow(handle))) return undefined
    return await handle.getFile()
  } catch {
    // Gone: reading the old File then fails, and the worker says so.
    return undefined
  }
}
