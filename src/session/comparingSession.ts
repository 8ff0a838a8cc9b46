// The part of the contract by which open documents are compared: what they share is told with the facts.
import { ok, type Result } from '../base/result.ts'
import type { ComparingApi, OtherLines } from '../contracts/comparing.ts'
import type { ChoosingHost } from './choosingSession.ts'
import { lineHashesOf, sharedLinesOf } from './sharedLines.ts'
import { TranscribingSession } from './transcribingSession.ts'

export class ComparingSession extends TranscribingSession implements ComparingApi {
  readonly #host: ChoosingHost

  constructor(host: ChoosingHost) {
    super(host)
    this.#host = host
  }

  lineHashes(): Promise<Result<Float64Array<ArrayBuffer>>> {
    return this.#host.answer((doc) => Promise.resolve(ok(lineHashesOf(doc))))
  }

  compareLines(others: readonly OtherLines[]): Promise<Result<void>> {
    return this.#host.answer((doc) => {
      const before = doc.shared
      doc.shared = sharedLinesOf(doc, others)
      if (before !== undefined || doc.shared !== undefined) this.#host.report(doc)
      return Promise.resolve(ok())
    })
  }
}
