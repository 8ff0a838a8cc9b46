// What can come at a place of a query: fields, operators that suit them, values, words.
import type { TextOffset } from '../base/units.ts'
import type { KnownField } from './collectFields.ts'
import { fieldInQuery, formatFieldPath, parseFieldPath } from './fieldPathText.ts'
import { VALUE_TYPES } from './fieldQuery.ts'
import { readQuery } from './parseQuery.ts'
import type { Expectation, Subject } from './queryReader.ts'
import { VERDICTS } from './queryWords.ts'

export interface Completion {
  readonly kind: 'field' | 'operator' | 'value' | 'word'
  /** What is shown. */
  readonly label: string
  /** What stands in the query instead of the range; the caret comes after it. */
  readonly insert: string
}

/** Half-open range of the text that a completion replaces. */
export interface QueryCompletions {
  readonly from: TextOffset
  readonly to: TextOffset
  readonly items: readonly Completion[]
}

/** A page of a list that is scrolled by keys. */
const MOST_ITEMS = 200

/** `cursor`: the caret's place in the text. No items where nothing is known that could come. */
export function completeQuery(
  text: string,
  cursor: TextOffset,
  fields: readonly KnownField[],
): QueryCompletions {
  const before = text.slice(0, cursor)
  const expected = expectedAt(before)
  if (!expected) return { from: cursor, to: cursor, items: [] }
  const typed = before.slice(expected.from)
  const rest = /^[^\s(),=<>!（），]*/.exec(text.slice(cursor))?.[0].length ?? 0
  const items = narrowed(candidates(expected, fields), typed)
  return { from: expected.from, to: cursor + rest, items: items.slice(0, MOST_ITEMS) }
}

/** What is being typed at the end of a text, or comes next there. */
function expectedAt(text: string): Expectation | undefined {
  const { expectations } = readQuery(text)
  const atEnd = expectations.filter(
    ({ from, to }) => from < text.length && (to === undefined || to === text.length),
  )
  // After a sign, as after spaces, the next thing comes; a word can still go on.
  const typed = atEnd.find(({ from }) => /[\w$\]"'.]$/.test(text) && text.slice(from).trim() !== '')
  return typed ?? expectations.findLast(({ from, to }) => from === text.length || to === undefined)
}

function candidates(expected: Expectation, fields: readonly KnownField[]): readonly Completion[] {
  switch (expected.kind) {
    case 'test':
      return [
        ...fields.map(({ path }) => fieldItem(path, true)),
        ...['not ', 'exists(', 'type(', 'length(', 'matches(', 'verdict ', 'edited '].map((word) =>
          wordItem(word),
        ),
      ]
    case 'path':
      return fields.map(({ path }) => fieldItem(path, false))
    case 'link':
      return [
        ...(expected.isInParentheses ? [wordItem(')')] : []),
        wordItem('and '),
        wordItem('or '),
      ]
    case 'operator':
      return operatorsFor(expected.subject, fields)
    case 'value':
      return valuesFor(expected.subject, fields).map((value) => ({
        kind: 'value',
        label: value,
        insert: value,
      }))
  }
}

/** In a function no name means anything else. */
function fieldItem(path: string, isTest: boolean): Completion {
  const parsed = parseFieldPath(path)
  const insert = parsed ? (isTest ? fieldInQuery(parsed) : formatFieldPath(parsed)) : path
  return { kind: 'field', label: insert, insert }
}

function wordItem(insert: string): Completion {
  return { kind: 'word', label: insert.trim(), insert }
}

const EQUALITY = ['=', '!=', 'in (', 'not in (']
const ORDER = ['<', '<=', '>', '>=']
const TEXT = ['contains', 'starts with', 'ends with', 'matches /']

function operatorsFor(subject: Subject, fields: readonly KnownField[]): readonly Completion[] {
  return operatorTexts(subject, fields).map((text) => ({
    kind: 'operator',
    label: text.replace(/ [(/]$/, ''),
    insert: /[(/]$/.test(text) ? text : `${text} `,
  }))
}

function operatorTexts(subject: Subject, fields: readonly KnownField[]): readonly string[] {
  if (subject.kind === 'length') return [...ORDER, ...EQUALITY]
  if (subject.kind !== 'field') return EQUALITY
  const values = valuesOf(subject, fields)
  if (values.length === 0) return [...EQUALITY, ...TEXT, ...ORDER]
  const hasTexts = values.some((value) => value.startsWith('"'))
  const hasNumbers = values.some((value) => /^[-\d]/.test(value))
  return [...EQUALITY, ...(hasTexts ? TEXT : []), ...(hasNumbers || hasTexts ? ORDER : [])]
}

function valuesFor(subject: Subject, fields: readonly KnownField[]): readonly string[] {
  switch (subject.kind) {
    case 'type':
      return VALUE_TYPES.map((type) => JSON.stringify(type))
    case 'verdict':
      return VERDICTS.map((verdict) => JSON.stringify(verdict))
    case 'length':
      return []
    case 'field':
      return valuesOf(subject, fields)
  }
}

/** Of the field as it is called: an index stands for every element where no values are known of it. */
function valuesOf(
  subject: Extract<Subject, { kind: 'field' | 'type' | 'length' }>,
  fields: readonly KnownField[],
): readonly string[] {
  const path = formatFieldPath(subject.field)
  const every = path.replaceAll(/\[-?\d+\]/g, '[*]')
  const known =
    fields.find((field) => field.path === path) ?? fields.find((field) => field.path === every)
  return known?.values ?? []
}

/** Those that begin with what is typed, then those in which it stands; not what is there already. */
function narrowed(all: readonly Completion[], typed: string): readonly Completion[] {
  const wanted = plain(typed)
  if (wanted === '') return all
  const open = all.filter(({ insert }) => insert.trim() !== typed.trim())
  const begins = open.filter(({ label }) => plain(label).startsWith(wanted))
  const holds = open.filter(
    ({ label }) => !plain(label).startsWith(wanted) && plain(label).includes(wanted),
  )
  return [...begins, ...holds]
}

/** Without quotes, which need not be typed to find a text. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/["'“”「」]|\s+/g, ' ')
    .trim()
}
