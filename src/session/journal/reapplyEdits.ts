// Edits in a file that is no longer what it was: made again where the line is still there byte for
// byte, and told where it is not. What was undone is not made again.
import { type LineId, lineIndexOf } from '../../base/units.ts'
import type { EditCommand } from '../../contracts/documentApi.ts'
import type { LeftEdit } from '../../contracts/journal.ts'
import { LineSet } from '../../document/lineSet.ts'
import { HashedLines } from '../../journal/hashedLines.ts'
import type { CommandRecord, LineMark, ManyLine } from '../../journal/journalRecord.ts'
import { effectiveRecords } from '../../journal/typedLines.ts'
import type { OpenDocument } from '../openDocument.ts'
import { LineFinder } from './lineFinder.ts'
import { lineText } from './lineText.ts'
import { leftOf, performed, type ReapplyWork } from './recoveryWork.ts'
import { reapplyHashed } from './reapplyHashed.ts'

export interface Reapplied {
  readonly applied: number
  /** The file has them. */
  readonly already: number
  readonly left: readonly LeftEdit[]
  /** What it would take to make those again in another state of the file. */
  readonly leftRecords: readonly CommandRecord[]
}

/** Throws Cancelled: what was made again until then stays. */
export async function reapplyEdits(
  records: readonly CommandRecord[],
  work: ReapplyWork,
): Promise<Reapplied> {
  const { doc, job, onProgress } = work
  const all = effectiveRecords(records)
  const finder = new LineFinder(doc, lengthsOf(all), job)
  const leftRecords: CommandRecord[] = []
  let applied = 0
  let already = 0
  for (const [done, record] of all.entries()) {
    if (record.many) {
      const came = await reapplyMany(record, record.many, finder, work)
      if (came.isApplied) applied++
      else if (came.left.length === 0) already++
      if (came.left.length > 0) leftRecords.push({ ...record, many: came.left })
    } else if (record.hashes) {
      const hashed = HashedLines.fromBytes(record.hashes)
      const came = await reapplyHashed(record, hashed, finder, work)
      if (came.isApplied) applied++
      else if (came.left.count === 0) already++
      if (came.left.count > 0) leftRecords.push({ ...record, hashes: came.left.bytes })
    } else {
      const outcome = await reapply(record, finder, work)
      if (outcome === 'applied') applied++
      else if (outcome === 'already') already++
      else leftRecords.push(record)
    }
    onProgress({ unit: 'lines', done: done + 1, total: all.length })
    job.check()
  }
  return { applied, already, left: leftRecords.flatMap(leftOf), leftRecords }
}

function* lengthsOf(records: readonly CommandRecord[]): Generator<number> {
  for (const { marks = [], many = [], hashes } of records) {
    for (const { bytes } of marks) yield bytes
    for (const { mark } of many) yield mark.bytes
    const hashed = hashes && HashedLines.fromBytes(hashes)
    for (let i = 0; hashed && i < hashed.count; i++) yield hashed.at(i).bytes
  }
}

type Outcome = 'applied' | 'already' | 'left'

async function reapply(
  { command: entry, marks = [], texts }: CommandRecord,
  finder: LineFinder,
  work: ReapplyWork,
): Promise<Outcome> {
  const [mark] = marks
  if (entry.kind !== 'edit' || !mark) return 'left'
  const { command } = entry
  const { doc } = work
  const perform = async (edit: EditCommand): Promise<Outcome> => {
    await work.perform({ kind: 'edit', command: edit })
    return 'applied'
  }
  const id = await finder.find(mark)
  switch (command.kind) {
    case 'replace':
      if (id !== undefined) return perform({ ...command, id })
      return standsThere(doc, mark, command.texts, finder)
    case 'applyFix': {
      if (id === undefined) return standsThere(doc, mark, texts ?? [], finder)
      const again = { kind: 'edit', command: { ...command, id } } as const
      if (!(await performed(work, again))) return 'left'
      // A fix may look at other lines, and a later version of the app may have a better one.
      if ((await lineText(doc, id)) === texts?.[0]) return 'applied'
      await work.perform({ kind: 'undo' })
      return 'left'
    }
    case 'delete': {
      const found = await Promise.all(marks.map((each) => finder.find(each)))
      const ids = found.filter((each) => each !== undefined)
      if (ids.length > 0) await perform({ kind: 'delete', ids })
      return ids.length === command.ids.length ? 'applied' : 'left'
    }
    case 'insert': {
      const index = id === undefined ? undefined : doc.lines.indexOf(id)
      if (index === undefined) return 'left'
      const isAfter = command.at > lineIndexOf(mark.line)
      const first = isAfter ? index + 1 : index - command.texts.length
      if (await haveTexts(doc, first, command.texts)) return 'already'
      return perform({ ...command, at: isAfter ? index + 1 : index })
    }
    case 'duplicate':
    case 'move':
      return id === undefined ? 'left' : perform({ ...command, id })
    case 'fixFile':
      return 'left'
  }
}

/** The lines of one command that are still there, in one step; the others are left. */
async function reapplyMany(
  { command }: CommandRecord,
  many: readonly ManyLine[],
  finder: LineFinder,
  work: ReapplyWork,
): Promise<{ readonly isApplied: boolean; readonly left: readonly ManyLine[] }> {
  const { doc } = work
  const isCopy = command.kind === 'editMany' && command.command.kind === 'duplicate'
  const found: { readonly id: LineId; readonly texts: readonly string[] }[] = []
  const left: ManyLine[] = []
  for (const group of joinedGroups(command, many)) {
    const ids = await allFound(group, finder)
    if (ids) found.push(...group.map(({ texts }, i) => ({ id: ids[i] as LineId, texts })))
    else {
      for (const line of group) {
        const stands = !isCopy && (await standsThere(doc, line.mark, line.texts, finder))
        if (stands !== 'already') left.push(line)
      }
    }
    work.job.check()
  }
  if (found.length === 0) return { isApplied: false, left }
  if (isCopy) {
    const lines = new LineSet()
    for (const { id } of found) lines.add(id)
    const target = { kind: 'lines', lines: lines.toBytes() } as const
    await work.perform({ kind: 'editMany', command: { kind: 'duplicate', target } })
  } else await work.perform({ kind: 'editMany', command: { kind: 'replace', lines: found } })
  return { isApplied: true, left }
}

async function allFound(
  group: readonly ManyLine[],
  finder: LineFinder,
): Promise<readonly LineId[] | undefined> {
  const ids: LineId[] = []
  for (const { mark } of group) {
    const id = await finder.find(mark)
    if (id === undefined) return undefined
    ids.push(id)
  }
  return ids
}

/**
 * Lines that are made again together or not at all: a fix may have joined several lines to the first of them, and the
 * others went with that.
 */
function joinedGroups(
  command: CommandRecord['command'],
  many: readonly ManyLine[],
): readonly (readonly ManyLine[])[] {
  const groups: ManyLine[][] = []
  for (const line of many) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const isJoined =
      command.kind !== 'editMany' &&
      line.texts.length === 0 &&
      group?.[0]?.texts.length === 1 &&
      last?.mark.line === line.mark.line - 1
    if (group && isJoined) group.push(line)
    else groups.push([line])
  }
  return groups
}

/** Whether the file has the edit: the line with that number is what the line became. */
async function standsThere(
  doc: OpenDocument,
  mark: LineMark,
  texts: readonly string[],
  finder: LineFinder,
): Promise<Outcome> {
  const index = lineIndexOf(mark.line)
  const first = doc.lines.idAt(index)
  if (first === undefined || texts.length === 0) return 'left'
  if (!(await haveTexts(doc, index, texts))) return 'left'
  finder.note(mark, first)
  return 'already'
}

/** Whether these are the texts of the lines from a place on. */
async function haveTexts(
  doc: OpenDocument,
  from: number,
  texts: readonly string[],
): Promise<boolean> {
  const ids = texts.map((_, i) => doc.lines.idAt(from + i))
  if (ids.includes(undefined)) return false
  const now = await Promise.all(ids.map((id) => lineText(doc, id as LineId)))
  return now.every((text, i) => text === texts[i])
}
