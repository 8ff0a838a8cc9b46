// Rows that are request lines, and what of them is not in the requests that are made: keys of their bodies that
// the template does not have, and prompts that it writes itself. Told before anything is made.
import type { TemplateProblem } from '../contracts/templatesApi.ts'
import { msg } from '../i18n/message.ts'
import { isObject } from '../json/jsonPath.ts'
import type { CompiledTemplate } from './compileTemplate.ts'
import { envelopeOf } from './envelopes.ts'
import type { Row } from './row.ts'

/** What a request asks: another text in its place is a loss, while another model is wanted. */
const PROMPT_KEYS = new Set(['messages', 'input', 'prompt', 'contents', 'content'])

/** What requests of one file usually have in common, and a template then writes itself. */
const SHARED_KEYS = new Set(['instructions', 'system'])

/** What bodies stand under in the lines of one provider or another. */
const BODY_KEYS = ['body', 'params', 'request', 'modelInput']

/** Keys that are told of. */
const NAMED_KEYS = 20

export class RowDifferences {
  /** Of the requests that are made. */
  readonly #url: string | undefined
  /** Of the rows. */
  readonly #bodyKey: string
  readonly #columns: readonly string[]
  readonly #written: ReadonlySet<string>
  readonly #isTaken = new Map<string, boolean>()
  readonly #leftOut = new Map<string, number>()
  /** Keys that the template writes in part, with the paths that it takes from the row: '1.content'. */
  readonly #partly = new Map<string, ReadonlySet<string>>()
  /** What of those keys is in no path, in the first row. */
  readonly #usual = new Map<string, string>()
  readonly #others = new Map<string, number>()
  #elsewhere = 0

  constructor({ endpoint, bodyColumns, bodyKeys }: CompiledTemplate) {
    const envelope = envelopeOf(endpoint)
    const isTaken = (key: string) =>
      bodyColumns.some((name) => name === key || name.startsWith(`${key}.`))
    this.#url = envelope.url
    this.#bodyKey = BODY_KEYS.find(isTaken) ?? envelope.bodyKey
    this.#columns = bodyColumns
    this.#written = new Set(bodyKeys)
    for (const key of bodyKeys) {
      const path = `${this.#bodyKey}.${key}`
      const taken = bodyColumns.filter((name) => name.startsWith(`${path}.`))
      const isWhole = bodyColumns.some((name) => name === this.#bodyKey || name === path)
      if (isWhole || (taken.length === 0 && !SHARED_KEYS.has(key))) continue
      this.#partly.set(key, new Set(taken.map((name) => name.slice(path.length + 1))))
    }
  }

  add(row: Row): void {
    const body = row.peek(this.#bodyKey)
    const url = row.peek('url')
    // Of OpenAI's envelope a body alone may be a column of anything.
    const isRequest = this.#bodyKey !== 'body' || this.#url === undefined || typeof url === 'string'
    if (!isObject(body) || !isRequest) return
    if (this.#url !== undefined && (url !== this.#url || row.peek('method') !== 'POST')) {
      this.#elsewhere++
    }
    this.#compare(body)
    for (const key of Object.keys(body)) {
      if (this.#takes(key)) continue
      const count = this.#leftOut.get(key)
      if (count !== undefined || this.#leftOut.size < NAMED_KEYS) {
        this.#leftOut.set(key, (count ?? 0) + 1)
      }
    }
  }

  /** `body`: of the row. */
  #compare(body: Readonly<Record<string, unknown>>): void {
    for (const [key, taken] of this.#partly) {
      const rest = JSON.stringify(restOf(body[key], taken, '')) ?? ''
      const usual = this.#usual.get(key)
      if (usual === undefined) this.#usual.set(key, rest)
      else if (usual !== rest) this.#others.set(key, (this.#others.get(key) ?? 0) + 1)
    }
  }

  list(): readonly TemplateProblem[] {
    const told = [
      ...Array.from(this.#leftOut, ([key, count]) =>
        warning(
          'left-out-key',
          msg(
            '{count, plural, one {# row has} other {# rows have}} “{key}” in the body, which is not in the requests.',
            { count, key },
          ),
          count,
        ),
      ),
      ...Array.from(this.#others, ([key, count]) =>
        warning(
          'other-shared-part',
          msg(
            '{count, plural, one {In # row} other {In # rows}} “{key}” differs from that of the first row in more than what the template takes of it. That is not in the requests.',
            { count, key },
          ),
          count,
        ),
      ),
    ]
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
    const path = `${this.#bodyKey}.${key}`
    const takes =
      (this.#written.has(key) && !PROMPT_KEYS.has(key)) ||
      this.#columns.some(
        (name) => name === this.#bodyKey || name === path || name.startsWith(`${path}.`),
      )
    this.#isTaken.set(key, takes)
    return takes
  }
}

/** A value without what is taken of it, and with its keys in one order. */
function restOf(value: unknown, taken: ReadonlySet<string>, path: string): unknown {
  if (taken.has(path)) return 0
  if (typeof value !== 'object' || value === null) return value
  const inner = (step: string | number) => (path === '' ? String(step) : `${path}.${step}`)
  if (Array.isArray(value)) {
    return value.map((each: unknown, index) => restOf(each, taken, inner(index)))
  }
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => [key, restOf(each, taken, inner(key))])
}

function warning(
  code: string,
  message: TemplateProblem['message'],
  count: number,
): TemplateProblem {
  return { code, severity: 'warning', stops: false, about: 'rows', message, count }
}
