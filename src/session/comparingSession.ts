// The part of the contract by which open documents are compared: what they share is told with the facts.
import { ok, type Result } from '../base/result.ts'
import type { ComparingApi, HashRange, SharedCount, SharedLines } from '../contracts/comparing.ts'
import type { ChoosingHost } from './choosingSession.ts'
import { countShared, lineHashesOf } from './sharedLines.ts'
import { TranscribingSession } from './transcribingSession.ts'

export class ComparingSession extends TranscribingSession implements ComparingApi {
  readonly #host: ChoosingHost

  constructor(host: ChoosingHost) {
    super(host)
    this.#host = host
  }

  lineHashes(range: HashRange): Promise<Result<Float64Array<ArrayBuffer>>> {
    return this.#host.answer((doc) => Promise.resolve(ok(lineHashesOf(doc, range))))
  }

  countShared(hashes: Float64Array<ArrayBuffer>, range: HashRange): Promise<Result<SharedCount>> {
    return this.#host.answer((doc) => Promise.resolve(ok(countShared(doc, hashes, range))))
  }

  tellShared(shared: SharedLines | undefined): Promise<Result<void>> {
    return this.#host.answer((doc) => {
      const before = doc.shared
      doc.shared = shared
      if (before !== undefined || shared !== undefined) this.#host.report(doc)
      return Promise.resolve(ok())
    })
  }
}
