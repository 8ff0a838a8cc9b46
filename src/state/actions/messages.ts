// What the app tells the user in passing. Failures stay until they are dismissed.
import type { Failure } from '../../base/failures.ts'
import type { Message } from '../../i18n/message.ts'
import { isUnchanged } from '../shareUnchanged.ts'
import { type UserMessage, store } from '../store.ts'

/** Messages beyond this many push out the oldest. */
const MESSAGE_LIMIT = 4

/** Milliseconds that a message without a button stays, and one with a button. */
const STAY_MS = 6_000
const STAY_WITH_ACTION_MS = 12_000

let lastId = 0

interface MessageAction {
  readonly label: Message
  readonly run: () => void
  /** Until it is pressed or dismissed. */
  readonly stays?: boolean
}

/** Returns the id of the message, for `dismissMessage`. */
export function showMessage(
  kind: UserMessage['kind'],
  text: Message,
  action?: MessageAction,
): number {
  lastId += 1
  const message: UserMessage = action
    ? { id: lastId, kind, text, action }
    : { id: lastId, kind, text }
  store.setState((state) => ({
    messages: [...state.messages.filter((shown) => !isUnchanged(shown.text, text)), message].slice(
      -MESSAGE_LIMIT,
    ),
  }))
  const id = lastId
  if (kind === 'status' && action?.stays !== true) {
    setTimeout(() => dismissMessage(id), action ? STAY_WITH_ACTION_MS : STAY_MS)
  }
  return id
}

export function dismissMessage(id: number): void {
  store.setState((state) => ({ messages: state.messages.filter((message) => message.id !== id) }))
}

/** Shows why something did not happen; silent when the user cancelled it. */
export function showFailure(failure: Failure): void {
  if (failure.kind !== 'cancelled') showMessage('alert', failure.message)
}
