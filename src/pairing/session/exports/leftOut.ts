// Rows that are not written, counted by the reason.
import type { Message } from '../../../i18n/message.ts'

export class LeftOut {
  readonly #counts = new Map<Message, number>()

  /** `reason`: the same object for all rows that it is told of together. */
  add(reason: Message, count = 1): void {
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + count)
  }

  /** In the order in which the reasons were first seen. */
  get list(): readonly { readonly count: number; readonly reason: Message }[] {
    return [...this.#counts].map(([reason, count]) => ({ count, reason }))
  }
}
