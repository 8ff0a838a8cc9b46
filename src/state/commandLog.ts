// Everything that changed each document, in order, so that a document whose worker died can be
// opened again with its edits. Outside the store: nothing shows it.
import type { LoggedCommand } from '../contracts/documentApi.ts'
import type { DocumentKey } from './store.ts'

const logs = new Map<DocumentKey, LoggedCommand[]>()

/** To be called once the worker has confirmed the command, and only then. */
export function logCommand(key: DocumentKey, command: LoggedCommand): void {
  const log = logs.get(key)
  if (log) log.push(command)
  else logs.set(key, [command])
}

export function commandsOf(key: DocumentKey): readonly LoggedCommand[] {
  return logs.get(key) ?? []
}

/** After a save (the file now holds the edits) and after closing. */
export function clearCommands(key: DocumentKey): void {
  logs.delete(key)
}
