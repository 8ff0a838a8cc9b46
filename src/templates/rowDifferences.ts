// Rows that are request lines, and what of them is not in the requests that are made: keys of their bodies that
// the template does not have, and prompts that it writes itself. Told before anything is made.
import type { TemplateProblem } from '../contracts/templatesApi.ts'
import { msg } from '../i18n/message.ts'
import { isObject } from '../json/jsonPath.ts'
import type { CompiledTemplate } from './compileTemplate.ts'
import { envelopeOf } from './envelopes.ts'
import type { Row } from './row.ts'

/** What a request asks: another text in its place is a loss, while another model is wanted. */
const PROMPT_KEYS = new Set(['messages', 'input', 'prompt'])

/** Keys that are told of. */
const NAMED_KEYS = 20

export class RowDifferences {
  /** Of the requests that are made. */
  readonly #url: string | undefined
  readonly #columns: readonly string[]
  readonly #written: ReadonlySet<string>
  readonly #isTaken = new Map<string, boolean>()
  readonly #leftOut = new Map<string, number>()
  #elsewhere = 0

  constructor({ endpoint, bodyColumns, bodyKeys }: CompiledTemplate) {
    this.#url = envelopeOf(endpoint).url
    this.#columns = bodyColumns
    this.#written = new Set(bodyKeys)
  }

  add(row: Row): void {
    const body = row.peek('body')
    const url = row.peek('url')
    if (!isObject(body) || typeof url !== 'string') return
    if (this.#url !== undefined && (url !== this.#url || row.peek('method') !== 'POST')) {
      this.#elsewhere++
    }
    for (const key of Object.keys(body)) {
      if (this.#takes(key)) continue
      const count = this.#leftOut.get(key)
      if (count !== undefined || this.#leftOut.size < NAMED_KEYS) {
        this.#leftOut.set(key, (count ?? 0) + 1)
      }
    }
  }

  list(): readonly TemplateProblem[] {
    const told = Array.from(this.#leftOut, ([key, count]) =>
      warning(
        'left-out-key',
        msg(
          '{count, plural, one {# row has} other {# rows have}} “{key}” in the body, which is not in the requests.',
          { count, key },
        ),
        count,
      ),
    )
    if (this.#url === undefined || this.#elsewhere === 0) return told
    const message = msg(
      '{count, plural, one {# row is no POST request to {endpoint} and becomes one} other {# rows are no POST requests to {endpoint} and become such}}.',
      { count: this.#elsewhere, endpoint: this.#url },
    )
    return [...told, warning('other-endpoint', message, this.#elsewhere)]
  }

  #takes(key: string): boolean {
    const known = this.#isTaken.get(key)
    if (known !== undefined) return known
    const path = `body.${key}`
    const takes =
      (this.#written.has(key) && !PROMPT_KEYS.has(key)) ||
      this.#columns.some((name) => name === 'body' || name === path || name.startsWith(`${path}.`))
    this.#isTaken.set(key, takes)
    return takes
  }
}

function warning(
  code: string,
  message: TemplateProblem['message'],
  count: number,
): TemplateProblem {
  return { code, severity: 'warning', stops: false, about: 'rows', message, count }
}
