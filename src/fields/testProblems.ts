// What is wrong where a test cannot be read, and what was likely meant.
import type { TextOffset } from '../base/units.ts'
import { type Message, msg } from '../i18n/message.ts'
import type { PathFault } from '../json/readPath.ts'
import { foreignOperator } from './foreignOperators.ts'
import type { QueryReader, QueryRefused, Subject } from './queryReader.ts'

/** A slice of an array, or several indexes: RFC 9535 has them, fields have not. */
const SOME_ELEMENTS = /^(-?\d+)?\s*[:,][\s\d:,-]*$/

const WORD = /\s*[^\s(),，（）]+/y

export function pathProblem(reader: QueryReader, fault: PathFault): QueryRefused {
  const { kind, from, to } = fault
  if (kind === 'unclosed' || kind === 'escape') return reader.quoteFault({ kind, from, to })
  if (kind === 'name') return reader.refusal(msg('After the dot a name is missing.'), fault)
  if (kind === 'star') {
    return reader.refusal(msg('Every element of an array is written [*].'), fault, [
      { from, to, insert: '[*]' },
    ])
  }
  const inside = reader.text
    .slice(from + 1, to)
    .replace(/\]$/, '')
    .trim()
  const some = SOME_ELEMENTS.exec(inside)
  if (some) {
    const first = some[1] === undefined ? [] : [{ from, to, insert: `[${some[1]}]` }]
    return reader.refusal(
      msg(
        'Of an array one element is asked for, such as [0], or [-1] for the last, or every one: [*].',
      ),
      fault,
      [{ from, to, insert: '[*]' }, ...first],
    )
  }
  return reader.refusal(
    msg('In brackets stands an index, a key in quotes, or * for every element.'),
    fault,
    /^[^\s"'[\]?@()]+$/.test(inside)
      ? [{ from, to, insert: `[${JSON.stringify(inside)}]` }]
      : undefined,
  )
}

/** `from` to `end`: the subject, after which the reader stands where an operator should. */
export function noOperator(
  reader: QueryReader,
  subject: Subject,
  from: TextOffset,
  end: TextOffset,
): QueryRefused {
  const { at, text } = reader
  const word = /^(?:=~|[~\w]+)/.exec(text.slice(at))?.[0] ?? ''
  const isAlone = reader.isAtEnd || /^(?:and|or)$/i.test(word) || /^[)&|]/.test(text.slice(at))
  if (isAlone && subject.kind === 'field') {
    const insert = `exists(${text.slice(from, end)})`
    return reader.refusal(
      msg('A field alone is no test. Whether a line has it is asked with {exists}.', {
        exists: insert,
      }),
      { from, to: end },
      [{ from, to: end, insert }],
    )
  }
  const foreign =
    !isAlone && subject.kind === 'field'
      ? foreignOperator(text, at, text.slice(from, end).trim())
      : undefined
  if (foreign) {
    return reader.refusal(
      msg('“{word}” is no operator here: write {operator}.', {
        word: foreign.word,
        operator: foreign.meant,
      }),
      { from: at, to: foreign.to },
      foreign.edit && [foreign.edit],
    )
  }
  const isConstant = reader.isAtQuote || /^(?:-?\d|true\b|false\b|null\b)/.test(text.slice(at))
  return reader.refusal(
    operatorsOf(subject),
    { from: at, to: at + reader.peekBare().length },
    isConstant ? [{ from: at, to: at, insert: '= ' }] : undefined,
  )
}

/** `bare`: what stands at `from` where a constant should. */
export function noScalar(reader: QueryReader, from: TextOffset, bare: string): QueryRefused {
  if (bare === '' || /^(?:and|or)$/i.test(bare)) {
    return reader.refusal(
      msg('Here a value is missing: a number, a text in quotes, true, false or null.'),
      {
        from,
        to: from,
      },
    )
  }
  if (bare.startsWith('/')) {
    const { text } = reader
    const operator = /(?:===?|=)\s*$/.exec(text.slice(0, from))
    return reader.refusal(
      msg('Regular expressions stand after “matches”.'),
      { from, to: from + bare.length },
      operator ? [{ from: operator.index, to: from, insert: 'matches ' }] : undefined,
    )
  }
  const asNumber = Number(bare.replaceAll('_', ''))
  if (/^[+\-.\d]/.test(bare) && Number.isFinite(asNumber)) {
    const range = { from, to: from + bare.length }
    return reader.refusal(msg('Numbers are written as in JSON.'), range, [
      { ...range, insert: String(asNumber) },
      { ...range, insert: quoted(bare) },
    ])
  }
  const unquoted = unquotedText(reader.text, from) || bare
  const range = { from, to: from + unquoted.length }
  return reader.refusal(putInQuotes(unquoted), range, [{ ...range, insert: quoted(unquoted) }])
}

/** Words up to what goes on with the query; '' where none stands at `from`. */
function unquotedText(text: string, from: TextOffset): string {
  let to = from
  for (;;) {
    WORD.lastIndex = to
    const word = WORD.exec(text)?.[0]
    if (word === undefined || /^\s*(?:and|or|&&|\|\|)$/i.test(word)) return text.slice(from, to)
    to += word.length
  }
}

export function quoted(text: string): string {
  return JSON.stringify(text)
}

export function putInQuotes(text: string): Message {
  return msg('Put text in quotes: {quoted}', { quoted: quoted(text) })
}

export function operatorsOf(subject: Subject): Message {
  switch (subject.kind) {
    case 'field':
      return msg(
        'Here an operator is missing: =, !=, <, <=, >, >=, in, contains, starts with, ends with or matches.',
      )
    case 'length':
      return msg('Here an operator is missing: =, !=, <, <=, >, >= or in.')
    case 'type':
    case 'verdict':
      return msg('Here an operator is missing: =, != or in.')
  }
}
