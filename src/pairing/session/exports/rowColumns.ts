// A row as exporters know it before its lines are read.
import type { Outcome } from '../../outcome.ts'
import { ECHO_KEY, keyBytesAt } from '../../join/keyColumn.ts'
import {
  classOfAnswer,
  keyOfRow,
  keyPositionOf,
  outcomeOf,
  classOfRequest,
} from '../../join/pairs.ts'
import { unusableOf } from '../../join/rowUsability.ts'
import { sourceAt, sourceLineOf } from '../../join/sideLines.ts'
import type { ExportLine, ExportRow } from '../../../exporters/pairs/exportRow.ts'
import type { AnswerContent } from '../../answerReading.ts'
import type { AnswerClass, RequestClass } from '../../pairLines.ts'
import type { ProviderDefinition } from '../../defineProvider.ts'
import type { RecordKey } from '../../recordKey.ts'
import type { RequestContent } from '../../requestReading.ts'
import type { Unusable } from '../../usability.ts'
import type { TokenCounts } from '../../usage.ts'
import type { OpenPairing } from '../openPairing.ts'

/** Looks up what is asked for, so that a row of which little is written costs little. */
export class PairingRow implements ExportRow {
  readonly #pairing: OpenPairing
  readonly #row: number
  readonly request: ExportLine<RequestContent> | undefined
  readonly answer: ExportLine<AnswerContent> | undefined

  constructor(
    pairing: OpenPairing,
    row: number,
    request?: ExportLine<RequestContent>,
    answer?: ExportLine<AnswerContent>,
  ) {
    this.#pairing = pairing
    this.#row = row
    this.request = request
    this.answer = answer
  }

  get key(): RecordKey {
    return keyOfRow(this.#pairing.pairs, this.#row)
  }

  get keyByteLength(): number {
    const { lines, entry } = keyPositionOf(this.#pairing.pairs, this.#row)
    return keyBytesAt(lines, entry).length
  }

  get isEchoed(): boolean {
    const { lines, entry } = keyPositionOf(this.#pairing.pairs, this.#row)
    return lines.keyKinds[entry] === ECHO_KEY
  }

  get outcome(): Outcome {
    return outcomeOf(this.#pairing.pairs, this.#row)
  }

  get unusable(): Unusable | undefined {
    return unusableOf(this.#pairing.pairs, this.#pairing.verdicts, this.#row)
  }

  get requestProvider(): ProviderDefinition | undefined {
    const { pairs, requestSources } = this.#pairing
    const request = pairs.requestOf[this.#row] as number
    return request < 0 ? undefined : requestSources[sourceAt(pairs.requests, request)]?.provider
  }

  get requestClass(): RequestClass | undefined {
    return classOfRequest(this.#pairing.pairs, this.#row)
  }

  get answerClass(): AnswerClass | undefined {
    return classOfAnswer(this.#pairing.pairs, this.#row)
  }

  get tokens(): TokenCounts | undefined {
    const { pairs } = this.#pairing
    if (!this.answerClass?.statesUsage) return undefined
    const { lines, entry } = sourceLineOf(pairs.answers, pairs.answerOf[this.#row] as number)
    const count = (name: keyof TokenCounts) => lines.tokens[name]?.[entry] ?? 0
    return {
      prompt: count('prompt'),
      cached: count('cached'),
      cacheWritten: count('cacheWritten'),
      cacheWrittenHour: count('cacheWrittenHour'),
      completion: count('completion'),
      reasoning: count('reasoning'),
      total: count('total'),
    }
  }
}
