// Edits of single lines in a file that is no longer what it was: made again where the line is still there byte for
// byte, and told where it is not. What was undone is not made again.
import { type LineId, lineIndexOf } from '../../base/units.ts'
import type { EditCommand } from '../../contracts/documentApi.ts'
import type { LeftEdit } from '../../contracts/journal.ts'
import type { CommandRecord, LineMark } from '../../journal/journalRecord.ts'
import { effectiveRecords } from '../../journal/typedLines.ts'
import type { OpenDocument } from '../openDocument.ts'
import { LineFinder } from './lineFinder.ts'
import { lineText } from './lineText.ts'
import { leftOf, type RecoveryWork } from './recoveryWork.ts'

export interface Reapplied {
  readonly applied: number
  /** The file has them. */
  readonly already: number
  readonly left: readonly LeftEdit[]
}

/** Throws Cancelled: what was made again until then stays. */
export async function reapplyEdits(
  records: readonly CommandRecord[],
  work: RecoveryWork,
): Promise<Reapplied> {
  const { doc, job, onProgress } = work
  const all = effectiveRecords(records)
  const finder = new LineFinder(
    doc,
    all.flatMap(({ marks = [] }) => marks),
    job,
  )
  const left: LeftEdit[] = []
  let applied = 0
  let already = 0
  for (const [done, record] of all.entries()) {
    const outcome = await reapply(record, finder, work)
    if (outcome === 'applied') applied++
    else if (outcome === 'already') already++
    else left.push(leftOf(record))
    onProgress({ unit: 'lines', done: done + 1, total: all.length })
    job.check()
  }
  return { applied, already, left }
}

type Outcome = 'applied' | 'already' | 'left'

async function reapply(
  { command: entry, marks = [], texts }: CommandRecord,
  finder: LineFinder,
  work: RecoveryWork,
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
      await perform({ ...command, id })
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
