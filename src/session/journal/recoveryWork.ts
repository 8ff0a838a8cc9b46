// What recovering edits is done with, and how what could not be done is told.
import type { Job } from '../../base/jobs.ts'
import type { LeftEdit } from '../../contracts/journal.ts'
import type { LoggedCommand } from '../../contracts/loggedCommand.ts'
import type { OnProgress } from '../../contracts/progress.ts'
import type { CommandRecord } from '../../journal/journalRecord.ts'
import type { OpenDocument } from '../openDocument.ts'
import type { JournalKeeper } from './journalKeeper.ts'

/** What the session does for it. */
export interface RecoveryWork {
  readonly doc: OpenDocument
  readonly wasm: WebAssembly.Module
  readonly keeper: JournalKeeper
  /** Whether the file that is open has these samples. */
  readonly hasFingerprint: (fingerprint: string) => Promise<boolean>
  /** Carries out a command and keeps it, as if the user had given it. */
  readonly perform: (command: LoggedCommand) => Promise<void>
  readonly job: Job
  readonly onProgress: OnProgress
}

/** What a command was, where it cannot be done again. */
export function leftOf({ command, marks = [], texts }: CommandRecord): LeftEdit {
  const [first] = marks
  return {
    command: command.kind,
    ...(first && { line: first.line, before: first.text }),
    texts: texts ?? typedTexts(command),
  }
}

function typedTexts(entry: LoggedCommand): readonly string[] {
  if (entry.kind !== 'edit') return []
  const { command } = entry
  return command.kind === 'replace' || command.kind === 'insert' ? command.texts : []
}
