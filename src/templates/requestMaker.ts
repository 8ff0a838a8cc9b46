// Requests of rows, one after the other: each a line of a batch input file.
import { fillBody } from './bodyTemplate.ts'
import type { CompiledTemplate } from './compileTemplate.ts'
import { envelopeOf, linePieces } from './envelopes.ts'
import { HASH, makeId } from './idPattern.ts'
import type { Row } from './row.ts'
import { wellFormed } from './wellFormed.ts'

export interface MadeRequest {
  /** Among all, from 1. */
  readonly number: number
  readonly id: string
  /** JSON of its body. */
  readonly body: string
  /** Without a line end. */
  readonly line: string
  /** A text of nothing but placeholders came out empty. */
  readonly hasEmptyText: boolean
}

export class RequestMaker {
  readonly #template: CompiledTemplate
  readonly #hasHashColumn: boolean
  /** What stands before the id, between id and body, and after the body. */
  readonly #pieces: readonly [string, string, string]
  #made: number

  /** `columns`: those of the rows; `made`: requests that came before. */
  constructor(template: CompiledTemplate, columns: readonly string[], made = 0) {
    this.#template = template
    this.#hasHashColumn = columns.includes(HASH)
    this.#pieces = linePieces(envelopeOf(template.endpoint))
    this.#made = made
  }

  /** How many requests each row becomes. */
  get perRow(): number {
    return this.#template.variants.length * this.#template.repeats
  }

  *requestsOf(row: Row): Generator<MadeRequest> {
    const { variants, repeats, id: pattern } = this.#template
    const [before, between, after] = this.#pieces
    for (const { body, suffix } of variants) {
      const { json, hasEmptyText } = fillBody(body, row)
      for (let repeat = 1; repeat <= repeats; repeat++) {
        const number = ++this.#made
        const plain = makeId(pattern, {
          row,
          number: this.#rowNumber(number),
          body: json,
          hasHashColumn: this.#hasHashColumn,
        })
        const id = wellFormed(plain + suffix + (repeats > 1 ? `-${repeat}` : ''))
        const line = before + JSON.stringify(id) + between + json + after
        yield { number, id, body: json, line, hasEmptyText }
      }
    }
  }

  /** Requests of one row have one running number, and suffixes that tell them apart. */
  #rowNumber(request: number): number {
    return Math.ceil(request / this.perRow)
  }
}
