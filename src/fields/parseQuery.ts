// Queries as people type them: `level = "error" and not exists(user.id)`. By recursive descent; each
// problem says where it is, and how the query would be read.
import { ok, type Result } from '../base/result.ts'
import { msg } from '../i18n/message.ts'
import type { FieldQuery } from './fieldQuery.ts'
import {
  type Expectation,
  type PlacedExpression,
  type QueryProblem,
  QueryReader,
  QueryRefused,
} from './queryReader.ts'
import { TestParser } from './testParser.ts'

/** Code units of a query. */
export const LONGEST_QUERY = 16_384

/** Parentheses and `not`s around a test. */
export const DEEPEST_QUERY = 100

/** Fails with the first thing that is wrong. */
export function parseQuery(text: string): Result<FieldQuery, QueryProblem> {
  return readQuery(text).query
}

/** With what could have stood at each place, and the expressions that do, as far as the query was read. */
export function readQuery(text: string): {
  readonly query: Result<FieldQuery, QueryProblem>
  readonly expectations: readonly Expectation[]
  readonly expressions: readonly PlacedExpression[]
} {
  if (text.length > LONGEST_QUERY) {
    const message = msg('A query has at most {most, number} characters.', { most: LONGEST_QUERY })
    return {
      query: { ok: false, failure: { from: LONGEST_QUERY, to: text.length, message } },
      expectations: [],
      expressions: [],
    }
  }
  const reader = new QueryReader(text)
  const { expectations, expressions } = reader
  try {
    return { query: ok(new QueryParser(reader).parse()), expectations, expressions }
  } catch (error) {
    if (!(error instanceof QueryRefused)) throw error
    return { query: { ok: false, failure: error.problem }, expectations, expressions }
  }
}

class QueryParser {
  readonly #reader: QueryReader
  readonly #tests: TestParser
  #depth = 0
  /** Where the parentheses opened that are not closed yet. */
  readonly #open: number[] = []

  constructor(reader: QueryReader) {
    this.#reader = reader
    this.#tests = new TestParser(reader)
  }

  parse(): FieldQuery {
    const query = this.#terms('or')
    const reader = this.#reader
    if (reader.sees(')')) {
      throw reader.refusal(msg('There is no open parenthesis that this one would close.'), {
        from: reader.at,
        to: reader.at + 1,
      })
    }
    if (!reader.isAtEnd) throw this.#notLinked()
    return query
  }

  /** `and` binds more closely than `or`. */
  #terms(kind: 'and' | 'or'): FieldQuery {
    const terms = [this.#term(kind)]
    while (this.#takesLink(kind)) terms.push(this.#term(kind))
    return terms.length === 1 ? (terms[0] as FieldQuery) : { kind, terms }
  }

  #term(kind: 'and' | 'or'): FieldQuery {
    return kind === 'or' ? this.#terms('and') : this.#factor()
  }

  #takesLink(kind: 'and' | 'or'): boolean {
    const reader = this.#reader
    const expected = reader.expect({ kind: 'link', isInParentheses: this.#open.length > 0 })
    const isThere = kind === 'and' ? reader.takes('&&') : reader.takes('||')
    if (!isThere && !reader.takesWords(kind)) return false
    expected.to = reader.at
    return true
  }

  #factor(): FieldQuery {
    const reader = this.#reader
    const expected = reader.expect({ kind: 'test' })
    const from = reader.at
    if (this.#tests.takesKeyword('not') || (!reader.sees('!=') && reader.takes('!'))) {
      expected.to = reader.at
      this.#goDeeper(from)
      const term = this.#factor()
      this.#depth--
      return { kind: 'not', term }
    }
    if (!reader.takes('(')) return this.#tests.test()
    expected.to = reader.at
    this.#goDeeper(from)
    this.#open.push(from)
    const inside = this.#terms('or')
    if (!reader.takes(')')) throw reader.isAtEnd ? this.#notClosed(from) : this.#notLinked()
    this.#open.pop()
    this.#depth--
    return inside
  }

  #goDeeper(from: number): void {
    if (++this.#depth <= DEEPEST_QUERY) return
    throw this.#reader.refusal(
      msg('Parentheses and “not” may stand in one another at most {most, number} times.', {
        most: DEEPEST_QUERY,
      }),
      { from, to: from + 1 },
    )
  }

  #notClosed(from: number): QueryRefused {
    const { length } = this.#reader.text
    return this.#reader.refusal(msg('This parenthesis is not closed.'), { from, to: from + 1 }, [
      { from: length, to: length, insert: ')'.repeat(this.#open.length) },
    ])
  }

  /** After a test comes what is neither `and` nor `or`. */
  #notLinked(): QueryRefused {
    const reader = this.#reader
    const from = reader.at
    const to = from + Math.max(reader.peekBare().length, 1)
    const isComma = reader.sees(',')
    return reader.refusal(
      msg('After a test comes “and”, “or”, or nothing.'),
      { from, to },
      isComma || !reader.sees('(')
        ? [{ from, to: isComma ? from + 1 : from, insert: isComma ? ' and' : 'and ' }]
        : undefined,
    )
  }
}
