// Deleting, duplicating and replacing any number of lines as one step of undo, and their texts for the clipboard.
import { failureOf } from '../base/failures.ts'
import { breathe, type Job } from '../base/jobs.ts'
import type { LineId, LineIndex } from '../base/units.ts'
import type { ReplaceLinesCommand } from '../contracts/chosenLines.ts'
import { COPY_LIMIT_BYTES, type ManyCommand } from '../contracts/documentApi.ts'
import type { OnProgress } from '../contracts/progress.ts'
import { ReadFailure } from '../document/byteSource.ts'
import type { LineSet } from '../document/lineSet.ts'
import { idOfSlot } from '../document/lineSlot.ts'
import { DELETED_BIT } from '../document/lineStates.ts'
import { bytes, type Message, msg } from '../i18n/message.ts'
import { visitStates } from '../validation/visitStates.ts'
import {
  commit,
  currentOf,
  deletionLabel,
  duplicationLabel,
  type Edited,
  editedAt,
  putContents,
} from './changes.ts'
import { changeLines } from './changeLines.ts'
import { linesOf } from './choice.ts'
import type { OpenDocument } from './openDocument.ts'
import { renumber } from './renumbering/renumber.ts'

/** Lines read at a time. */
const BATCH_LINES = 256

/** Bytes of the copies that one step may make: they are kept in memory. */
const DUPLICATE_LIMIT_BYTES = 256 * 1024 * 1024

const TOO_LARGE_TO_COPY = msg(
  'These lines are too large to be copied at once: the limit is {limit}.',
  { limit: bytes(COPY_LIMIT_BYTES) },
)
const TOO_LARGE_TO_DUPLICATE = msg(
  'These lines are too large to be duplicated at once: the limit is {limit}.',
  { limit: bytes(DUPLICATE_LIMIT_BYTES) },
)

const LF = 10

const utf8 = new TextEncoder()

/** Carries out a command. Undefined: there was nothing to do. Throws Cancelled, and ReadFailure. */
export async function runMany(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  command: ManyCommand,
  job: Job,
  onProgress: OnProgress,
): Promise<Edited | undefined> {
  switch (command.kind) {
    case 'delete':
      return deleteMany(doc, wasm, linesOf(doc, command.target), job, onProgress)
    case 'duplicate':
      return duplicateMany(doc, linesOf(doc, command.target), job, onProgress)
    case 'renumber': {
      const edited = await renumber(doc, command, job, onProgress)
      if (!edited.ok) throw new ReadFailure(edited.failure)
      return edited.value
    }
    case 'replace':
      return replaceMany(doc, command, job, onProgress)
  }
}

async function replaceMany(
  doc: OpenDocument,
  { lines }: ReplaceLinesCommand,
  job: Job,
  onProgress: OnProgress,
): Promise<Edited | undefined> {
  const texts = new Map(lines.map((line) => [line.id, line.texts]))
  const ids = [...texts.keys()].filter((id) => doc.lines.has(id))
  const change = await changeLines(
    doc,
    ids,
    msg('Change lines'),
    (change, content) => {
      const contents = (texts.get(content.id) ?? []).map((text) => utf8.encode(text))
      putContents(doc, change, currentOf(doc, content), contents)
    },
    job,
    onProgress,
  )
  return commit(doc, change, ids[0])
}

async function deleteMany(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  lines: LineSet,
  job: Job,
  onProgress: OnProgress,
): Promise<Edited | undefined> {
  const total = lines.size
  const first = firstIndexOf(doc, lines)
  const change = doc.lines.beginChange(deletionLabel(total))
  try {
    await visitStates(
      doc,
      wasm,
      lines,
      job,
      (done) => onProgress({ unit: 'lines', done, total }),
      (line, state) => change.delete(line, state),
    )
  } catch (error) {
    change.discard()
    throw error
  }
  const edited = await commit(doc, change)
  if (!edited || doc.lines.lineCount === 0) return edited
  return editedAt(doc, edited.changed, doc.lines.idAt(Math.min(first, doc.lines.lineCount - 1)))
}

async function duplicateMany(
  doc: OpenDocument,
  lines: LineSet,
  job: Job,
  onProgress: OnProgress,
): Promise<Edited | undefined> {
  const total = lines.size
  const change = doc.lines.beginChange(duplicationLabel(total))
  let first: LineId | undefined
  let done = 0
  let bytes = 0
  try {
    for (const { ids, last } of batchesOf(doc, lines)) {
      for (const content of await doc.lines.readContents(ids)) {
        bytes += content.byteLength
        if (bytes > DUPLICATE_LIMIT_BYTES) throw tooMany(TOO_LARGE_TO_DUPLICATE)
        // A reading of its own may reuse the bytes.
        const copy = content.bytes.slice()
        const state = doc.validator.validateContent(doc.scanner, copy, false)
        const id = change.insertAfter(last, copy, state)
        first ??= id
      }
      done += ids.length
      onProgress({ unit: 'lines', done, total })
      await breathe()
      job.check()
    }
  } catch (error) {
    change.discard()
    throw error
  }
  return commit(doc, change, first)
}

/** The texts of lines from top to bottom, joined by LF. Bytes that are not UTF-8 become U+FFFD. */
export async function textOf(doc: OpenDocument, lines: LineSet): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for (const { ids } of batchesOf(doc, lines)) {
    for (const content of await doc.lines.readContents(ids, { limitBytes: COPY_LIMIT_BYTES })) {
      if (parts.length > 0) parts.push(Uint8Array.of(LF))
      parts.push(content.bytes)
      bytes += content.byteLength + 1
      if (bytes > COPY_LIMIT_BYTES) throw tooMany(TOO_LARGE_TO_COPY)
    }
  }
  return new Blob(parts as Uint8Array<ArrayBuffer>[]).text()
}

function tooMany(message: Message): ReadFailure {
  return new ReadFailure(failureOf('too-many-lines', message))
}

/**
 * The lines of a set from top to bottom, some at a time. `last`: the line after which nothing of the set
 * follows without a gap.
 */
function* batchesOf(
  { lines }: OpenDocument,
  set: LineSet,
): Generator<{ readonly ids: readonly LineId[]; readonly last: LineId }> {
  for (const run of neighboursOf(lines.tables, set)) {
    const last = run.at(-1) as LineId
    for (let from = 0; from < run.length; from += BATCH_LINES) {
      yield { ids: run.slice(from, from + BATCH_LINES), last }
    }
  }
}

/** Runs of lines of a set that stand together, from top to bottom. */
function* neighboursOf(
  { order, states }: OpenDocument['lines']['tables'],
  set: LineSet,
): Generator<readonly LineId[]> {
  let run: LineId[] = []
  for (let piece = 0; piece < order.pieceCount; piece++) {
    const from = order.slot(piece)
    const to = from + order.start(piece + 1) - order.start(piece)
    for (let slot = from; slot < to; slot++) {
      if ((states.word(slot) & DELETED_BIT) !== 0) continue
      if (set.hasSlot(slot)) run.push(idOfSlot(slot))
      else if (run.length > 0) {
        yield run
        run = []
      }
    }
  }
  if (run.length > 0) yield run
}

function firstIndexOf(doc: OpenDocument, lines: LineSet): LineIndex {
  const { tables } = doc.lines
  let before = 0
  for (let piece = 0; piece < tables.order.pieceCount; piece++) {
    const from = tables.order.slot(piece)
    const to = from + tables.order.start(piece + 1) - tables.order.start(piece)
    for (let slot = from; slot < to; slot++) {
      if ((tables.states.word(slot) & DELETED_BIT) !== 0) continue
      if (lines.hasSlot(slot)) return before
      before++
    }
  }
  return before
}
