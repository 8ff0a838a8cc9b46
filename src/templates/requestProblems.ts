// What is found over all requests: counted by kind, with the first of each.
import type { TemplateProblem } from '../contracts/templatesApi.ts'
import { type Message, msg, sentences } from '../i18n/message.ts'
import type { EndpointRules } from './endpointRules.ts'
import { IdTable } from './idTable.ts'
import type { MadeRequest } from './requestMaker.ts'
import type { Row } from './row.ts'

interface Kind {
  count: number
  readonly first: Message
}

export class RequestProblems {
  readonly #ids = new IdTable()
  readonly #kinds = new Map<string, Kind>()
  readonly #missing = new Map<string, number>()
  readonly #maxId: number
  readonly #idCharacters: RegExp | undefined

  constructor({ limits, idCharacters }: Pick<EndpointRules, 'limits' | 'idCharacters'>) {
    this.#maxId = limits.keyLength ?? Number.POSITIVE_INFINITY
    this.#idCharacters = idCharacters
  }

  /** `row`: from 1. */
  add({ number, id, hasEmptyText }: MadeRequest, row: number): void {
    if (id === '') {
      this.#count('empty-id', () => msg('The first is that of row {row, number}.', { row }))
    } else if (id.length > this.#maxId) {
      const length = id.length
      this.#count('long-id', () =>
        msg('That of row {row, number} has {length, number}.', { row, length }),
      )
    }
    if (this.#idCharacters?.test(id) === false) {
      this.#count('odd-id', () =>
        msg('The first is “{id}”, of row {row, number}.', { id: id.slice(0, 80), row }),
      )
    }
    const before = this.#ids.add(id, number)
    if (before !== undefined) {
      this.#count('duplicate-id', () =>
        msg('“{id}” is the id of request {before, number} and of request {number, number}.', {
          id: id.slice(0, 80),
          before,
          number,
        }),
      )
    }
    if (hasEmptyText) {
      this.#count('empty-prompt', () => msg('The first is that of row {row, number}.', { row }))
    }
  }

  /** When its requests were made. `number`: from 1. */
  addRow(row: Row, number: number): void {
    for (const column of row.missing ?? []) {
      this.#missing.set(column, (this.#missing.get(column) ?? 0) + 1)
    }
    if (row.hasBrokenText) {
      this.#count('broken-text', () =>
        msg('The first is that of row {row, number}.', { row: number }),
      )
    }
  }

  /** Errors first. */
  list(): readonly TemplateProblem[] {
    const told = KINDS.flatMap(({ code, severity, about, title }): TemplateProblem[] => {
      const kind = this.#kinds.get(code)
      if (!kind) return []
      const message = sentences(title(kind.count, this.#maxId), kind.first)
      const stops = severity === 'error'
      return [{ code, severity, stops, about, message, count: kind.count }]
    })
    return [...told, ...this.#missingColumns()]
  }

  #missingColumns(): readonly TemplateProblem[] {
    return Array.from(this.#missing, ([column, count]) => ({
      code: 'missing-value',
      severity: 'warning',
      stops: false,
      about: 'rows',
      message: msg(
        '{count, plural, one {# row has} other {# rows have}} nothing in the column “{column}”.',
        { count, column },
      ),
      count,
    }))
  }

  #count(code: string, first: () => Message): void {
    const kind = this.#kinds.get(code)
    if (kind) kind.count++
    else this.#kinds.set(code, { count: 1, first: first() })
  }
}

interface ToldKind {
  readonly code: string
  readonly severity: TemplateProblem['severity']
  readonly about: TemplateProblem['about']
  /** `limit`: characters of an id. */
  readonly title: (count: number, limit: number) => Message
}

const KINDS: readonly ToldKind[] = [
  {
    code: 'duplicate-id',
    severity: 'error',
    about: 'id',
    title: (count) =>
      msg(
        '{count, plural, one {# request has an id} other {# requests have ids}} that another has before.',
        { count },
      ),
  },
  {
    code: 'empty-id',
    severity: 'error',
    about: 'id',
    title: (count) =>
      msg('{count, plural, one {# request has} other {# requests have}} an empty id.', { count }),
  },
  {
    code: 'long-id',
    severity: 'error',
    about: 'id',
    title: (count, limit) =>
      msg(
        '{count, plural, one {# request has an id} other {# requests have ids}} of more than {limit, number} characters.',
        { count, limit },
      ),
  },
  {
    code: 'odd-id',
    severity: 'error',
    about: 'id',
    title: (count) =>
      msg(
        '{count, plural, one {# request has an id} other {# requests have ids}} with characters that the provider refuses: it takes A-Z, a-z, 0-9, _ and - alone.',
        { count },
      ),
  },
  {
    code: 'empty-prompt',
    severity: 'warning',
    about: 'requests',
    title: (count) =>
      msg('{count, plural, one {# request has} other {# requests have}} an empty text.', { count }),
  },
  {
    code: 'broken-text',
    severity: 'warning',
    about: 'rows',
    title: (count) =>
      msg(
        '{count, plural, one {# row has} other {# rows have}} half a surrogate pair, which is no character. It becomes U+FFFD.',
        { count },
      ),
  },
]
