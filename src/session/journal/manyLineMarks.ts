// The lines that a command about many lines is about, before and after it, so that it can be done again line by line in
// a file that has changed.
import { breathe } from '../../base/jobs.ts'
import { isAddedLine, type LineId, lineNumberOf } from '../../base/units.ts'
import type { LoggedCommand } from '../../contracts/loggedCommand.ts'
import { LineSet } from '../../document/lineSet.ts'
import { idOfSlot, slotOf } from '../../document/lineSlot.ts'
import type { HashedLine } from '../../journal/hashedLines.ts'
import { type LineMark, MANY_TEXT_LIMIT, type ManyLine } from '../../journal/journalRecord.ts'
import { linesOf } from '../choice.ts'
import type { OpenDocument } from '../openDocument.ts'
import { lineView } from '../views.ts'
import { BATCH_LINES, lineHash, markOf, shortHash } from './lineMarks.ts'

/** More lines, or more bytes of them, are not described with their texts: the command takes long enough by itself. */
const MANY_LINES_LIMIT = 50_000
const MANY_BYTES_LIMIT = 64 * 1024 * 1024

/** More are not described at all. A 'Fix all' reads its lines one by one, which takes far longer than hashing them. */
const HASHED_LINES_LIMIT = 400_000
const HASHED_BYTES_LIMIT = 512 * 1024 * 1024

const fromUtf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** Lines that a command may change, as they are before it. */
export type ManyBefore =
  | { readonly kind: 'marks'; readonly marks: readonly LineMark[] }
  | { readonly kind: 'hashes'; readonly lines: readonly HashedLine[] }

/** Undefined for other commands, and when they are too many. */
export async function manyBefore(
  doc: OpenDocument,
  command: LoggedCommand,
): Promise<ManyBefore | undefined> {
  const ids = linesMeant(doc, command)
  if (!ids) return undefined
  const marks = ids.length <= MANY_LINES_LIMIT ? await marksOfLines(doc, ids) : undefined
  if (marks) return { kind: 'marks', marks }
  const lines = command.kind === 'fixAll' ? await hashesOfLines(doc, ids) : undefined
  return lines && { kind: 'hashes', lines }
}

/** Undefined when they are too large. */
async function marksOfLines(
  doc: OpenDocument,
  ids: readonly LineId[],
): Promise<LineMark[] | undefined> {
  const marks: LineMark[] = []
  let bytes = 0
  for (let from = 0; from < ids.length; from += BATCH_LINES) {
    if (from > 0) await breathe()
    for (const content of await doc.lines.readContents(ids.slice(from, from + BATCH_LINES))) {
      bytes += content.byteLength
      if (bytes > MANY_BYTES_LIMIT) return undefined
      const index = doc.lines.indexOf(content.id)
      if (index !== undefined) marks.push(await markOf(content, index, MANY_TEXT_LIMIT))
    }
  }
  return marks
}

/** Undefined when they are too large. */
async function hashesOfLines(
  doc: OpenDocument,
  ids: readonly LineId[],
): Promise<HashedLine[] | undefined> {
  const lines: HashedLine[] = []
  let total = 0
  for (let from = 0; from < ids.length; from += BATCH_LINES) {
    if (from > 0) await breathe()
    for (const content of await doc.lines.readContents(ids.slice(from, from + BATCH_LINES))) {
      const { id, bytes } = content
      total += bytes.length
      if (total > HASHED_BYTES_LIMIT) return undefined
      const index = doc.lines.indexOf(id)
      if (index === undefined) continue
      const hash = shortHash(await lineHash(bytes))
      lines.push({ id, line: lineNumberOf(index), bytes: bytes.length, hash, after: hash })
    }
  }
  return lines
}

/** Those that came out otherwise, with what they became. */
export async function hashesAfter(
  doc: OpenDocument,
  lines: readonly HashedLine[],
): Promise<HashedLine[]> {
  const after: HashedLine[] = []
  for (let from = 0; from < lines.length; from += BATCH_LINES) {
    if (from > 0) await breathe()
    const batch = lines.slice(from, from + BATCH_LINES)
    const hashes = await hashesNow(
      doc,
      batch.map(({ id }) => id),
    )
    for (const line of batch) {
      const hash = hashes.get(line.id)
      if (hash !== line.hash) after.push({ ...line, after: hash })
    }
  }
  return after
}

/** Of lines as they are; without those that are gone. */
export async function hashesNow(
  doc: OpenDocument,
  ids: readonly LineId[],
): Promise<ReadonlyMap<LineId, string>> {
  const hashes = new Map<LineId, string>()
  for (const { id, bytes } of await doc.lines.readContents(ids.filter((id) => doc.lines.has(id)))) {
    hashes.set(id, shortHash(await lineHash(bytes)))
  }
  return hashes
}

/** What they became. `changed`: all lines that the command changed, added or removed. */
export async function manyAfter(
  doc: OpenDocument,
  command: LoggedCommand,
  marks: readonly LineMark[],
  changed: readonly LineId[],
): Promise<ManyLine[]> {
  const isCopy = command.kind === 'editMany' && command.command.kind === 'duplicate'
  const added = new Set(isCopy ? [] : changed.filter(isAddedLine))
  const known = new Set(marks.map(({ id }) => id))
  const many: ManyLine[] = []
  for (let from = 0; from < marks.length; from += BATCH_LINES) {
    if (from > 0) await breathe()
    const batch = marks.slice(from, from + BATCH_LINES)
    const after = batch.map(({ id }) => [id, ...addedAfter(doc, id, added, known)])
    const ids = after.flat().filter((id) => doc.lines.has(id))
    const contents = await doc.lines.readContents(ids)
    const byId = new Map(contents.map(({ id, bytes }) => [id, bytes]))
    for (const [i, mark] of batch.entries()) {
      const now = (after[i] ?? []).flatMap((id) => byId.get(id) ?? [])
      const [first] = now
      const isSame = now.length === 1 && first && (await lineHash(first)) === mark.hash
      if (!isSame || isCopy) many.push({ mark, texts: now.map((each) => fromUtf8.decode(each)) })
    }
  }
  return many
}

/** Lines that the command put right after one of its lines. */
function addedAfter(
  { lines }: OpenDocument,
  id: LineId,
  added: ReadonlySet<LineId>,
  known: ReadonlySet<LineId>,
): LineId[] {
  const index = added.size > 0 ? lines.indexOf(id) : undefined
  const found: LineId[] = []
  if (index === undefined) return found
  for (
    let next = lines.idAt(index + 1);
    next !== undefined;
    next = lines.idAt(index + 1 + found.length)
  ) {
    if (!added.has(next) || known.has(next)) break
    found.push(next)
  }
  return found
}

function linesMeant(doc: OpenDocument, entry: LoggedCommand): readonly LineId[] | undefined {
  if (entry.kind === 'fixAll') {
    const ids = idsOfView(doc, { kind: 'cause', code: entry.code }, HASHED_LINES_LIMIT)
    const meant = entry.lines && LineSet.fromBytes(entry.lines)
    return meant ? ids?.filter((id) => meant.has(id)) : ids
  }
  if (entry.kind !== 'editMany') return undefined
  const { command } = entry
  switch (command.kind) {
    case 'renumber':
      return idsOfView(doc, { kind: 'all' })
    case 'replace':
      return command.lines.map(({ id }) => id).filter((id) => doc.lines.has(id))
    case 'delete':
    case 'duplicate': {
      const set = linesOf(doc, command.target)
      if (set.size > MANY_LINES_LIMIT) return undefined
      const ids: LineId[] = []
      for (const { first, count } of set.runs()) {
        for (let i = 0; i < count; i++) ids.push(idOfSlot(slotOf(first) + i))
      }
      return ids.filter((id) => doc.lines.has(id))
    }
  }
}

function idsOfView(
  doc: OpenDocument,
  view: Parameters<typeof lineView>[1],
  limit = MANY_LINES_LIMIT,
): readonly LineId[] | undefined {
  const lines = lineView(doc, view)
  return lines.count > limit ? undefined : lines.ids(0, lines.count)
}
