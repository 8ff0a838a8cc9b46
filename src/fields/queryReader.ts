// A query's text from left to right: its signs, words and constants, and what could have stood at each place,
// of which completions are made.
import type { TextOffset } from '../base/units.ts'
import { type Message, msg } from '../i18n/message.ts'
import { isOpeningQuote, readQuoted } from '../json/readQuoted.ts'
import type { FieldPath } from './fieldPath.ts'

/** A change of the query's text that would mend it. Half-open range. */
export interface QueryEdit {
  readonly from: TextOffset
  readonly to: TextOffset
  readonly insert: string
}

/** What is wrong with a query, and where: a half-open range, empty where something is missing. */
export interface QueryProblem {
  readonly from: TextOffset
  readonly to: TextOffset
  readonly message: Message
  /** The likeliest first. */
  readonly suggestions?: readonly QueryEdit[]
}

/** What a test is about. */
export type Subject =
  | { readonly kind: 'field' | 'type' | 'length'; readonly field: FieldPath }
  | { readonly kind: 'verdict' }

/**
 * What could stand from `from` on. `to`: where it ended; undefined when it was not read to its end.
 * `link` is `and`, `or`, or the parenthesis that closes.
 */
export type Expectation = { readonly from: TextOffset; to?: TextOffset } & Expected

export type Expected =
  | { readonly kind: 'test' | 'path' | 'link'; readonly isInParentheses?: boolean }
  | { readonly kind: 'operator' | 'value'; readonly subject: Subject }

/** A regular expression of a query, and where it stands, slashes or quotes included. */
export interface PlacedExpression {
  readonly from: TextOffset
  readonly to: TextOffset
  readonly source: string
  readonly ignoreCase: boolean
}

/** Thrown inside of the parser alone, and caught at its entry. */
export class QueryRefused extends Error {
  readonly problem: QueryProblem

  constructor(problem: QueryProblem) {
    super('query refused')
    this.problem = problem
  }
}

/** Signs of East Asian keyboards, and what they stand for. */
const NARROW: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '，': ',',
  '＝': '=',
  '＜': '<',
  '＞': '>',
  '！': '!',
}

const SPACES = /\s*/y
const WORD = /[A-Za-z_~]+/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?/y
/** Up to the next place where something else could begin. */
const BARE = /[^\s(),，（）]+/y

export class QueryReader {
  readonly text: string
  readonly expectations: Expectation[] = []
  readonly expressions: PlacedExpression[] = []
  at: TextOffset = 0
  readonly #narrow: string

  constructor(text: string) {
    this.text = text
    this.#narrow = text.replaceAll(/[（），＝＜＞！]/g, (char) => NARROW[char] as string)
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length
  }

  skipSpaces(): void {
    this.at += this.#match(SPACES).length
  }

  /** After spaces. */
  expect(what: Expected): Expectation {
    this.skipSpaces()
    const expected: Expectation = { ...what, from: this.at }
    this.expectations.push(expected)
    return expected
  }

  /** Whether the sign stands here; goes past it. */
  takes(sign: string): boolean {
    if (!this.#narrow.startsWith(sign, this.at)) return false
    this.at += sign.length
    return true
  }

  sees(sign: string): boolean {
    return this.#narrow.startsWith(sign, this.at)
  }

  /** The word that stands here, in small letters; '' where none does. */
  peekWord(): string {
    return this.#match(WORD).toLowerCase()
  }

  /** Whether the words stand here, with spaces between them; goes past them. */
  takesWords(...words: readonly string[]): boolean {
    const start = this.at
    for (const word of words) {
      this.skipSpaces()
      if (this.peekWord() !== word) {
        this.at = start
        return false
      }
      this.at += word.length
    }
    return true
  }

  peekBare(): string {
    return this.#match(BARE)
  }

  /** A number as JSON writes it, and nothing that goes on after it. Goes past it. */
  takeNumber(): number | undefined {
    const digits = this.#match(NUMBER)
    if (digits === '' || /[\w.+-]/.test(this.text[this.at + digits.length] ?? '')) return undefined
    this.at += digits.length
    return Number(digits)
  }

  get isAtQuote(): boolean {
    return isOpeningQuote(this.text[this.at])
  }

  /** The text in the quotes that open here. */
  takeQuoted(): string {
    const read = readQuoted(this.text, this.at)
    if (read.fault) throw this.quoteFault(read.fault)
    this.at = read.to
    return read.value
  }

  /** The expression between the slashes that open here: its source without escapes of slashes, and its flags. */
  takeExpression(): { readonly source: string; readonly flags: string } {
    const from = this.at
    let source = ''
    let isInClass = false
    for (let i = from + 1; i < this.text.length; i++) {
      const char = this.text[i] as string
      if (char === '\\') {
        const escaped = this.text[++i] ?? ''
        source += escaped === '/' ? '/' : char + escaped
        continue
      }
      if (char === '/' && !isInClass) {
        this.at = i + 1
        const flags = this.#match(WORD)
        this.at += flags.length
        return { source, flags }
      }
      if (char === '[') isInClass = true
      else if (char === ']') isInClass = false
      source += char
    }
    throw this.refusal(
      msg('This regular expression does not end: put a slash after it.'),
      { from, to: this.text.length },
      [{ from: this.text.length, to: this.text.length, insert: '/' }],
    )
  }

  refusal(
    message: Message,
    range: { readonly from: TextOffset; readonly to: TextOffset },
    suggestions?: readonly QueryEdit[],
  ): QueryRefused {
    const { from, to } = range
    return new QueryRefused(
      suggestions ? { from, to, message, suggestions } : { from, to, message },
    )
  }

  /** Of what is in quotes, in a constant or a path. */
  quoteFault(fault: {
    readonly kind: 'unclosed' | 'escape'
    readonly from: TextOffset
    readonly to: TextOffset
  }): QueryRefused {
    const { length } = this.text
    if (fault.kind === 'escape') {
      const escape = this.text.slice(fault.from, fault.to)
      return this.refusal(
        msg('{escape} is no escape. A backslash itself is written twice.', { escape }),
        fault,
        [{ from: fault.from, to: fault.from, insert: '\\' }],
      )
    }
    const quote = this.text[fault.from] as string
    return this.refusal(
      msg('The text that begins here has no closing quotation mark.'),
      fault,
      '"\''.includes(quote) ? [{ from: length, to: length, insert: quote }] : undefined,
    )
  }

  #match(sticky: RegExp): string {
    sticky.lastIndex = this.at
    return sticky.exec(this.text)?.[0] ?? ''
  }
}
