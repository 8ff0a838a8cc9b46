// Edits that were not made again and that no worker knows: what the page has of them is its log of commands.
import type { LeftEdit } from '../../contracts/journal.ts'
import type { LoggedCommand } from '../../contracts/loggedCommand.ts'
import { effectiveRecords, typedLines } from '../../journal/typedLines.ts'
import type { LeftEdits } from '../store.ts'

/** Without their lines: commands name these as they were in the file that was open. */
export function leftOfLog(log: readonly LoggedCommand[]): readonly LeftEdit[] {
  return effectiveRecords(log.map((command) => ({ command }))).map(({ command }) => ({
    command: command.kind,
    ...(command.kind === 'fixAll' && { code: command.code }),
    texts: typedLines([{ command }]).map(({ text }) => text),
  }))
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
