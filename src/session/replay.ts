// A log of commands, run again on a freshly opened file of the same content.
import { ok, type Result } from '../base/result.ts'
import type { DocumentApi } from '../contracts/documentApi.ts'
import type { LoggedCommand } from '../contracts/loggedCommand.ts'

/** Stops at the first command that fails. */
export async function replay(
  session: DocumentApi,
  log: readonly LoggedCommand[],
  jobId: string,
): Promise<Result<void>> {
  for (const entry of log) {
    const result = await replayOne(session, entry, jobId)
    if (!result.ok) return result
  }
  return ok()
}

function replayOne(
  session: DocumentApi,
  entry: LoggedCommand,
  jobId: string,
): Promise<Result<unknown>> {
  switch (entry.kind) {
    case 'edit':
      return session.edit(entry.command)
    case 'editMany':
      return session.editMany(entry.command, jobId, () => {})
    case 'fixAll':
      return session.fixAll(entry.code, entry.fixId, jobId, () => {})
    case 'setFormat':
      return session.setFormat(entry.formatId, jobId)
    case 'undo':
      return session.undo()
    case 'redo':
      return session.redo()
  }
}
