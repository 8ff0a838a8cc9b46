// One test of a query: a field, a function of one or the verdict, an operator, and constants.
import type { TextOffset } from '../base/units.ts'
import { listOf, msg } from '../i18n/message.ts'
import { nearestKey } from '../json/nearestKey.ts'
import type { FieldPath } from './fieldPath.ts'
import { fieldInQuery, formatFieldPath, MOST_STEPS, readFieldPath } from './fieldPathText.ts'
import {
  type CompareOperator,
  type FieldQuery,
  type Scalar,
  type TextOperator,
  VALUE_TYPES,
  type ValueType,
} from './fieldQuery.ts'
import type { QueryReader, Subject } from './queryReader.ts'
import {
  COMPARE_SIGNS,
  CONSTANTS,
  FUNCTIONS,
  type FunctionName,
  isReserved,
  VERDICTS,
} from './queryWords.ts'

import {
  noOperator,
  noScalar,
  operatorsOf,
  pathProblem,
  putInQuotes,
  quoted,
} from './testProblems.ts'

/** Tests of a query; each value of a list is one. */
export const MOST_TESTS = 60

interface Constant {
  readonly value: Scalar
  readonly from: TextOffset
  readonly to: TextOffset
}

type Comparison = CompareOperator | 'differs'

const TEXT_OPERATORS: readonly (readonly [TextOperator, readonly string[]])[] = [
  ['startsWith', ['starts', 'with']],
  ['endsWith', ['ends', 'with']],
  ['contains', ['contains']],
]

export class TestParser {
  readonly #reader: QueryReader
  #count = 0

  constructor(reader: QueryReader) {
    this.#reader = reader
  }

  /** Whether the name here is this word and no longer path; goes past it. */
  takesKeyword(word: string): boolean {
    const { isBareName, path, to } = readFieldPath(this.#reader.text, this.#reader.at)
    if (!isBareName || soleName(path).toLowerCase() !== word) return false
    this.#reader.at = to
    return true
  }

  test(): FieldQuery {
    const name = this.#functionHere()
    if (name) return this.#function(name)
    const reader = this.#reader
    const from = reader.at
    if (this.takesKeyword('verdict')) {
      this.#endTest()
      return this.#comparison({ kind: 'verdict' }, from)
    }
    if (this.#takesEdited()) {
      this.#endTest()
      return this.#counted({ kind: 'edited' }, from)
    }
    this.#refuseNoField()
    const field = this.#field()
    this.#endTest()
    return this.#comparison({ kind: 'field', field }, from)
  }

  /** A test where nothing follows that a field of that name would be compared with. */
  #takesEdited(): boolean {
    const reader = this.#reader
    const start = reader.at
    if (!this.takesKeyword('edited')) return false
    const end = reader.at
    reader.skipSpaces()
    const isTest =
      reader.isAtEnd ||
      [')', '&&', '||'].some((sign) => reader.sees(sign)) ||
      ['and', 'or'].includes(reader.peekWord())
    reader.at = isTest ? end : start
    return isTest
  }

  /** A function is one where a parenthesis follows: fields are called `type`, too. */
  #functionHere(): FunctionName | undefined {
    const reader = this.#reader
    const start = reader.at
    const name = FUNCTIONS.find((word) => this.takesKeyword(word))
    if (name) {
      this.#endTest()
      reader.skipSpaces()
      if (reader.takes('(')) return name
      reader.expectations.pop()
      reader.expectations.push({ kind: 'test', from: start })
    }
    reader.at = start
    return undefined
  }

  #function(name: FunctionName): FieldQuery {
    const reader = this.#reader
    const expected = reader.expect({ kind: 'path' })
    const from = reader.at
    const field = this.#field()
    expected.to = reader.at
    reader.skipSpaces()
    if (name === 'matches') {
      if (!reader.takes(',')) {
        throw reader.refusal(
          msg('After the field comes a comma and a regular expression: {example}', {
            example: `matches(${formatFieldPath(field)}, /gpt-4/)`,
          }),
          { from: reader.at, to: reader.at },
        )
      }
      const test = this.#expression(field)
      this.#close()
      return test
    }
    this.#close()
    if (name === 'exists') return this.#counted({ kind: 'exists', field }, from)
    return this.#comparison({ kind: name, field }, from)
  }

  #close(): void {
    const reader = this.#reader
    reader.skipSpaces()
    if (reader.takes(')')) return
    throw reader.refusal(
      msg('Here a closing parenthesis is missing.'),
      { from: reader.at, to: reader.at },
      [{ from: reader.at, to: reader.at, insert: ')' }],
    )
  }

  /** The name that a test begins with was read. */
  #endTest(): void {
    const expected = this.#reader.expectations.at(-1)
    if (expected?.kind === 'test') expected.to = this.#reader.at
  }

  #field(): FieldPath {
    const reader = this.#reader
    const { path, to, fault } = readFieldPath(reader.text, reader.at)
    if (fault) throw pathProblem(reader, fault)
    if (to === reader.at) {
      throw reader.refusal(msg('Here the name of a field is missing.'), {
        from: to,
        to: to + reader.peekBare().length,
      })
    }
    if (path.length > MOST_STEPS) {
      throw reader.refusal(
        msg('A field has at most {most, number} names and indexes.', { most: MOST_STEPS }),
        { from: reader.at, to },
      )
    }
    reader.at = to
    return path
  }

  /** What stands where a field should, and is none. */
  #refuseNoField(): void {
    const reader = this.#reader
    const from = reader.at
    if (reader.isAtEnd) {
      throw reader.refusal(
        msg('Here a test is missing, such as {example}', { example: 'level = "error"' }),
        { from, to: from },
      )
    }
    if (reader.isAtQuote) {
      const key = reader.takeQuoted()
      const insert = fieldInQuery([key])
      throw reader.refusal(
        msg(
          'A test begins with a field. Its name stands without quotes, or with quotes in brackets.',
        ),
        { from, to: reader.at },
        [{ from, to: reader.at, insert }],
      )
    }
    const { isBareName, path, to } = readFieldPath(reader.text, from)
    const name = isBareName ? soleName(path) : ''
    const isNumber = /^-?\d/.test(reader.peekBare()) && reader.takeNumber() !== undefined
    if (isNumber || isReserved(name)) {
      const range = { from, to: isNumber ? reader.at : to }
      const isLink = /^(?:and|or)$/i.test(name)
      throw reader.refusal(
        isLink
          ? msg('Before “{word}” a test is missing.', { word: name })
          : msg('A test begins with a field; what it is compared with comes after the operator.'),
        range,
        isLink
          ? undefined
          : [{ ...range, insert: fieldInQuery([reader.text.slice(from, range.to)]) }],
      )
    }
  }

  #comparison(subject: Subject, from: TextOffset): FieldQuery {
    const reader = this.#reader
    const end = reader.at
    const expected = reader.expect({ kind: 'operator', subject })
    const sign = COMPARE_SIGNS.find(([text]) => reader.takes(text))
    if (sign && !(sign[0] === '=' && reader.sees('~'))) {
      expected.to = reader.at
      return this.#compared(subject, sign[1], this.#value(subject))
    }
    const isNegated = reader.takesWords('not', 'in')
    if (isNegated || reader.takesWords('in')) {
      expected.to = reader.at
      const list = this.#list(subject)
      return isNegated ? { kind: 'not', term: list } : list
    }
    if (subject.kind === 'field') {
      const { field } = subject
      const operator = TEXT_OPERATORS.find(([, words]) => reader.takesWords(...words))
      if (operator) {
        expected.to = reader.at
        return this.#counted({ kind: operator[0], field, text: this.#textAfter(subject) }, from)
      }
      if (reader.takesWords('matches')) {
        expected.to = reader.at
        return this.#expression(field)
      }
    }
    reader.at = Math.max(expected.from, 0)
    throw noOperator(reader, subject, from, end)
  }

  #list(subject: Subject): FieldQuery {
    const reader = this.#reader
    reader.skipSpaces()
    const from = reader.at
    if (!reader.takes('(')) {
      throw reader.refusal(
        msg('After “in” come values in parentheses: {example}', { example: 'in ("a", "b")' }),
        { from, to: from + reader.peekBare().length },
      )
    }
    const terms: FieldQuery[] = []
    do {
      terms.push(this.#compared(subject, 'equals', this.#value(subject)))
      reader.skipSpaces()
    } while (reader.takes(','))
    this.#close()
    return terms.length === 1 ? (terms[0] as FieldQuery) : { kind: 'or', terms }
  }

  #compared(subject: Subject, operator: Comparison, constant: Constant): FieldQuery {
    const { from, to, value } = constant
    const isOrder = operator !== 'equals' && operator !== 'differs'
    if (operator === 'differs') {
      return { kind: 'not', term: this.#compared(subject, 'equals', constant) }
    }
    switch (subject.kind) {
      case 'field':
        if (isOrder && typeof value !== 'number' && typeof value !== 'string') {
          throw this.#reader.refusal(
            msg('Only numbers and texts have an order: compare with = or !=.'),
            { from, to },
          )
        }
        return this.#counted({ kind: 'compare', field: subject.field, operator, value }, from)
      case 'length':
        if (typeof value !== 'number') {
          throw this.#reader.refusal(msg('A length is compared with a number.'), { from, to })
        }
        return this.#counted({ kind: 'length', field: subject.field, operator, value }, from)
      case 'type':
        if (isOrder) throw this.#reader.refusal(operatorsOf(subject), { from, to })
        return this.#counted(
          {
            kind: 'type',
            field: subject.field,
            type: this.#oneOf(VALUE_TYPES, constant) as ValueType,
          },
          from,
        )
      case 'verdict':
        if (isOrder) throw this.#reader.refusal(operatorsOf(subject), { from, to })
        return this.#counted({ kind: 'verdict', verdict: this.#verdict(constant) }, from)
    }
  }

  #verdict(constant: Constant): (typeof VERDICTS)[number] {
    return this.#oneOf(VERDICTS, constant) as (typeof VERDICTS)[number]
  }

  /** One of some words, as text. */
  #oneOf(words: readonly string[], { value, from, to }: Constant): string {
    if (typeof value === 'string' && words.includes(value)) return value
    const near = typeof value === 'string' ? nearestKey(value, words) : undefined
    throw this.#reader.refusal(
      words === VERDICTS
        ? msg('A verdict is one of {words}. A field of that name is written {field}.', {
            words: listOf(words.map(quoted), 'or'),
            field: '$.verdict',
          })
        : msg('A type is one of {words}.', { words: listOf(words.map(quoted), 'or') }),
      { from, to },
      near === undefined ? undefined : [{ from, to, insert: quoted(near) }],
    )
  }

  #textAfter(subject: Subject): string {
    const { value, from, to } = this.#value(subject)
    if (typeof value === 'string') return value
    const written = this.#reader.text.slice(from, to)
    throw this.#reader.refusal(putInQuotes(written), { from, to }, [
      { from, to, insert: quoted(written) },
    ])
  }

  #expression(field: FieldPath): FieldQuery {
    const reader = this.#reader
    reader.skipSpaces()
    const from = reader.at
    if (reader.isAtQuote) return this.#matches(field, reader.takeQuoted(), false, from)
    if (!reader.sees('/')) {
      throw reader.refusal(
        msg('Here a regular expression is missing, such as {example}', { example: '/^gpt-4/' }),
        { from, to: from + reader.peekBare().length },
      )
    }
    const { source, flags } = reader.takeExpression()
    if (flags !== '' && flags !== 'i') {
      const to = reader.at
      throw reader.refusal(
        msg('The only flag of an expression is i: capitals and small letters are the same.'),
        { from: to - flags.length, to },
        [{ from: to - flags.length, to, insert: flags.includes('i') ? 'i' : '' }],
      )
    }
    return this.#matches(field, source, flags === 'i', from)
  }

  #matches(field: FieldPath, source: string, ignoreCase: boolean, from: TextOffset): FieldQuery {
    this.#reader.expressions.push({ from, to: this.#reader.at, source, ignoreCase })
    return this.#counted({ kind: 'matches', field, source, ignoreCase }, from)
  }

  #value(subject: Subject): Constant {
    const reader = this.#reader
    const expected = reader.expect({ kind: 'value', subject })
    const from = reader.at
    const value = this.#scalar(from)
    expected.to = reader.at
    return { value, from, to: reader.at }
  }

  #scalar(from: TextOffset): Scalar {
    const reader = this.#reader
    if (reader.isAtQuote) return reader.takeQuoted()
    const number = reader.takeNumber()
    if (number !== undefined) return number
    const bare = reader.peekBare()
    const word = CONSTANTS.get(bare.toLowerCase())
    if (word !== undefined) {
      reader.at += bare.length
      return word
    }
    throw noScalar(reader, from, bare)
  }

  #counted(test: FieldQuery, from: TextOffset): FieldQuery {
    if (++this.#count <= MOST_TESTS) return test
    throw this.#reader.refusal(
      msg('A query has at most {most, number} tests. Each value of a list is one.', {
        most: MOST_TESTS,
      }),
      { from, to: this.#reader.at },
    )
  }
}

/** Of a path of one name; '' of others. */
function soleName([first, ...further]: FieldPath): string {
  return typeof first === 'string' && further.length === 0 ? first : ''
}
