import { type Message, msg } from '../../i18n/message.ts'

/** `change`: what would be done again, when there is something. */
export function redoTitle(change: Message | undefined): Message {
  return change === undefined ? msg('Redo') : msg('Redo: {change}', { change })
}
