// Edits that were not made again and that no worker knows: what the page has of them is its log of commands.
import { isAddedLine, type LineId, lineNumberOf } from '../../base/units.ts'
import type { LeftEdit } from '../../contracts/journal.ts'
import type { LoggedCommand } from '../../contracts/loggedCommand.ts'
import { effectiveRecords, typedLines } from '../../journal/typedLines.ts'
import type { LeftEdits } from '../store.ts'

/** With the numbers that their lines had in the file: of these alone the names tell where they stood. */
export function leftOfLog(log: readonly LoggedCommand[]): readonly LeftEdit[] {
  return effectiveRecords(log.map((command) => ({ command }))).flatMap(({ command }) => {
    const left = {
      command: command.kind,
      ...codeOf(command),
      texts: typedLines([{ command }]).map(({ text }) => text),
    }
    const ids = linesOf(command)
    return ids.length === 0 ? [left] : ids.map((id) => ({ ...left, ...numberOf(id) }))
  })
}

function codeOf(entry: LoggedCommand): Pick<LeftEdit, 'code'> {
  if (entry.kind === 'fixAll') return { code: entry.code }
  const isFix = entry.kind === 'edit' && entry.command.kind === 'applyFix'
  return isFix ? { code: entry.command.code } : {}
}

function linesOf(entry: LoggedCommand): readonly LineId[] {
  if (entry.kind !== 'edit') return []
  const { command } = entry
  if (command.kind === 'delete') return command.ids
  return 'id' in command ? [command.id] : []
}

/** A line of the file is its place in it. */
function numberOf(id: LineId): Pick<LeftEdit, 'line'> {
  return isAddedLine(id) ? {} : { line: lineNumberOf(id) }
}

/** What a worker left, with what only the page has; undefined when that is nothing. */
export function leftWith(
  edits: readonly LeftEdit[],
  journalIds: readonly string[],
  onPage: readonly LeftEdit[] = [],
): LeftEdits | undefined {
  if (edits.length + onPage.length === 0) return undefined
  return { journalIds, edits: [...edits, ...onPage], onPage }
}
