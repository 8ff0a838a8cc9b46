// Everything that changed each document, in order, so that a document whose worker died can be
// opened again with its edits. Outside the store: nothing shows it.
import type { LoggedCommand } from '../contracts/loggedCommand.ts'
import { documentSlot } from './documentScope.ts'
import type { DocumentKey } from './store.ts'

const logs = documentSlot<{ commands: LoggedCommand[] }>(() => ({ commands: [] }))

/** To be called once the worker has confirmed the command, and only then. */
export function logCommand(key: DocumentKey, command: LoggedCommand): void {
  logs.of(key).commands.push(command)
}

export function commandsOf(key: DocumentKey): readonly LoggedCommand[] {
  return logs.of(key).commands
}

/** Whether anything was done since the file was read. */
export function hasCommands(key: DocumentKey): boolean {
  return logs.of(key).commands.some(({ kind }) => kind !== 'setFormat')
}

/** When the file holds the edits, or they are given up. */
export function clearCommands(key: DocumentKey): void {
  logs.of(key).commands = []
}
