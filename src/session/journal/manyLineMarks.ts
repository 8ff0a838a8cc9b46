// The lines that a command about many lines is about, before and after it, so that it can be done again line by line in
// a file that has changed.
import { breathe } from '../../base/jobs.ts'
import { isAddedLine, type LineId } from '../../base/units.ts'
import type { LoggedCommand } from '../../contracts/loggedCommand.ts'
import { idOfSlot, slotOf } from '../../document/lineSlot.ts'
import { type LineMark, MANY_TEXT_LIMIT, type ManyLine } from '../../journal/journalRecord.ts'
import { linesOf } from '../choice.ts'
import type { OpenDocument } from '../openDocument.ts'
import { lineView } from '../views.ts'
import { lineHash, markOf } from './lineMarks.ts'

/** More lines, or more bytes of them, are not described: the command takes long enough by itself. */
const MANY_LINES_LIMIT = 50_000
const MANY_BYTES_LIMIT = 64 * 1024 * 1024

/** Lines read at a time. */
const BATCH_LINES = 256

const fromUtf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** The lines that may change; undefined for other commands, and when they are too many. */
export async function manyBefore(
  doc: OpenDocument,
  command: LoggedCommand,
): Promise<LineMark[] | undefined> {
  const ids = linesMeant(doc, command)
  if (!ids) return undefined
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
  if (entry.kind === 'fixAll') return idsOfView(doc, { kind: 'cause', code: entry.code })
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
): readonly LineId[] | undefined {
  const lines = lineView(doc, view)
  return lines.count > MANY_LINES_LIMIT ? undefined : lines.ids(0, lines.count)
}
