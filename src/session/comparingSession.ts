// The part of the contract by which open documents are compared: what they share is told with the facts.
import { ok, type Result } from '../base/result.ts'
import type { ComparingApi, OtherLines } from '../contracts/comparing.ts'
import type { ChoosingHost } from './choosingSession.ts'
import { compareWith, lineHashesOf } from './sharedLines.ts'
import { TranscribingSession } from './transcribingSession.ts'

export class ComparingSession extends TranscribingSession implements ComparingApi {
  readonly #host: ChoosingHost

  constructor(host: ChoosingHost) {
    super(host)
    this.#host = host
  }

  lineHashes(): Promise<Result<Float64Array<ArrayBuffer> | undefined>> {
    return this.#host.answer((doc) => Promise.resolve(ok(lineHashesOf(doc))))
  }

  compareLines(others: readonly OtherLines[]): Promise<Result<void>> {
    return this.#host.answer((doc) => {
      const before = doc.comparison
      doc.comparison = compareWith(doc, others)
      if (before !== undefined || doc.comparison !== undefined) this.#host.report(doc)
      return Promise.resolve(ok())
    })
  }
}
