// What recovering edits is done with, and how what could not be done is told.
import type { Job } from '../../base/jobs.ts'
import type { KeptDraft, LeftEdit } from '../../contracts/journal.ts'
import type { LoggedCommand } from '../../contracts/loggedCommand.ts'
import type { OnProgress } from '../../contracts/progress.ts'
import { HashedLines } from '../../journal/hashedLines.ts'
import type { CommandRecord } from '../../journal/journalRecord.ts'
import type { OpenDocument } from '../openDocument.ts'
import type { JournalKeeper } from './journalKeeper.ts'

/** What the session does for it. */
export interface ReapplyWork {
  readonly doc: OpenDocument
  /** Carries out a command and keeps it, as if the user had given it. */
  readonly perform: (command: LoggedCommand) => Promise<void>
  readonly job: Job
  readonly onProgress: OnProgress
}

export interface RecoveryWork extends ReapplyWork {
  readonly wasm: WebAssembly.Module
  readonly keeper: JournalKeeper
  /** Whether the file that is open has these samples. */
  readonly hasFingerprint: (fingerprint: string) => Promise<boolean>
}

/** Whether it changed anything: what did not is no step that could be taken back. */
export async function performed(work: ReapplyWork, command: LoggedCommand): Promise<boolean> {
  const { lines } = work.doc
  const before = lines.undoStep
  await work.perform(command)
  return lines.undoStep !== before
}

/** What a command was, where it cannot be done again: of many lines each, where they are known. */
export function leftOf(record: CommandRecord): LeftEdit[] {
  const { command, marks = [], texts, many = [], hashes } = record
  if (many.length > 0) {
    return many.map(({ mark, texts: became }) => ({
      command: command.kind,
      line: mark.line,
      before: mark.text,
      texts: became,
    }))
  }
  const [first] = marks
  return [
    {
      command: command.kind,
      ...(command.kind === 'fixAll' && { code: command.code }),
      ...(hashes && { count: HashedLines.fromBytes(hashes).count }),
      ...(first && { line: first.line, before: first.text }),
      texts: texts ?? typedTexts(command),
    },
  ]
}

/** The same of text that was not applied. */
export function leftDraft({ line, base, text }: KeptDraft): LeftEdit {
  return { command: 'edit', line, before: base, texts: [text] }
}

function typedTexts(entry: LoggedCommand): readonly string[] {
  if (entry.kind !== 'edit') return []
  const { command } = entry
  return command.kind === 'replace' || command.kind === 'insert' ? command.texts : []
}
