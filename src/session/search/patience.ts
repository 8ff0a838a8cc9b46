// How long expressions may keep the thread while the scanner reads lines: it cannot pause between two values, so
// that nothing of the page is served meanwhile.
import { failureOf } from '../../base/failures.ts'
import { ReadFailure } from '../../document/byteSource.ts'
import { msg } from '../../i18n/message.ts'

/** Milliseconds for the lines that are read in one go, half a megabyte of them. */
const PATIENCE = 5000

const TOO_SLOW = msg(
  'This expression takes too long on the values of this field. Shorten it, such as by smaller numbers in braces, or search the lines for it.',
)

export class Patience {
  #since = performance.now()

  /** The next lines begin. */
  renew(): void {
    this.#since = performance.now()
  }

  /** Throws ReadFailure, with `bad-expression`, when it is at its end. */
  check(): void {
    if (performance.now() - this.#since > PATIENCE) {
      throw new ReadFailure(failureOf('bad-expression', TOO_SLOW))
    }
  }
}
