// The part of the contract that is about which lines are chosen. None of it changes the document, so
// none of it waits for what does.
import { ok, type Result } from '../base/result.ts'
import type { LineId } from '../base/units.ts'
import type {
  ChooseCommand,
  ChoosingApi,
  LineSetBytes,
  LineTarget,
} from '../contracts/chosenLines.ts'
import { choose, linesOf } from './choice.ts'
import { type LookingHost, LookingSession } from './lookingSession.ts'
import { textOf } from './manyLines.ts'
import type { OpenDocument } from './openDocument.ts'

/** What the session does for it. */
export interface ChoosingHost extends LookingHost {
  /** Sends the facts to the page. */
  readonly report: (doc: OpenDocument) => void
}

export class ChoosingSession extends LookingSession implements ChoosingApi {
  readonly #host: ChoosingHost

  constructor(host: ChoosingHost) {
    super(host)
    this.#host = host
  }

  choose(command: ChooseCommand): Promise<Result<void>> {
    return this.#host.answer(async (doc) => {
      choose(doc, command)
      this.#host.report(doc)
      return ok()
    })
  }

  chosenLines(): Promise<Result<LineSetBytes>> {
    return this.#host.answer(async (doc) => ok(doc.choice.lines.toBytes()))
  }

  linesAmong(target: LineTarget, ids: readonly LineId[]): Promise<Result<readonly LineId[]>> {
    return this.#host.answer(async (doc) => {
      const lines = linesOf(doc, target)
      return ok(ids.filter((id) => doc.lines.has(id) && lines.has(id)))
    })
  }

  chosenText(): Promise<Result<string>> {
    return this.#host.answer(async (doc) => ok(await textOf(doc, doc.choice.lines)))
  }
}
