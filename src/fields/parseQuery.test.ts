import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { runs } from '../tooling/runs.ts'
import { EACH } from './fieldPath.ts'
import { formatQuery } from './formatQuery.ts'
import { DEEPEST_QUERY, LONGEST_QUERY, parseQuery, readQuery } from './parseQuery.ts'
import type { QueryProblem } from './queryReader.ts'
import { MOST_TESTS } from './testParser.ts'
import { anyQuery } from './testing/queries.ts'

function queryOf(text: string) {
  const parsed = parseQuery(text)
  if (!parsed.ok) throw new Error(`${text}: ${inEnglish(parsed.failure.message)}`)
  return parsed.value
}

function problemOf(text: string): QueryProblem {
  const parsed = parseQuery(text)
  if (parsed.ok) throw new Error(`${text} is a query`)
  return parsed.failure
}

/** The texts that its suggestions make of a query. */
function mended(text: string): readonly string[] {
  return (problemOf(text).suggestions ?? []).map(
    ({ from, to, insert }) => text.slice(0, from) + insert + text.slice(to),
  )
}

test('a query is read as it is written', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      expect(parseQuery(formatQuery(query))).toEqual({ ok: true, value: query })
    }),
    runs(2000),
  )
})

test('“edited” alone is a test, and a field where it is compared', () => {
  const edited = { kind: 'edited' }
  const level = { kind: 'compare', field: ['level'], operator: 'equals', value: 1 }
  expect(queryOf('edited')).toEqual(edited)
  expect(queryOf(' Edited ')).toEqual(edited)
  expect(queryOf('not edited')).toEqual({ kind: 'not', term: edited })
  expect(queryOf('!edited')).toEqual({ kind: 'not', term: edited })
  expect(queryOf('(edited)and level=1')).toEqual({ kind: 'and', terms: [edited, level] })
  expect(queryOf('edited && level = 1 || edited')).toEqual({
    kind: 'or',
    terms: [{ kind: 'and', terms: [edited, level] }, edited],
  })
  expect(queryOf('edited = true')).toEqual({
    kind: 'compare',
    field: ['edited'],
    operator: 'equals',
    value: true,
  })
  expect(queryOf('exists(edited)')).toEqual({ kind: 'exists', field: ['edited'] })
  expect(queryOf('edited.at > 1')).toMatchObject({ kind: 'compare', field: ['edited', 'at'] })
  expect(problemOf('edited orders')).toBeDefined()
})

test('any text is a query or says where it is none; what is suggested fits', () => {
  const token = fc.constantFrom(
    'a',
    'a.b',
    'not',
    'and',
    'or',
    '(',
    ')',
    '=',
    '!=',
    '<',
    'in',
    ',',
    '"x"',
    '“',
    '"',
    '5',
    'matches',
    '/x/',
    'exists',
    'type',
    'verdict',
    '[*]',
    '[',
    '.',
    '$',
    'starts with',
    '!',
    '\\',
  )
  fc.assert(
    fc.property(fc.array(token), fc.constantFrom('', ' '), (tokens, space) => {
      const text = tokens.join(space)
      const parsed = parseQuery(text)
      if (parsed.ok) {
        expect(parseQuery(formatQuery(parsed.value))).toEqual(parsed)
        return
      }
      const { from, to, suggestions = [] } = parsed.failure
      for (const range of [{ from, to }, ...suggestions]) {
        expect(range.from).toBeGreaterThanOrEqual(0)
        expect(range.to).toBeGreaterThanOrEqual(range.from)
        expect(range.to).toBeLessThanOrEqual(text.length)
      }
    }),
    runs(5000),
  )
})

const level = { kind: 'compare', field: ['level'], operator: 'equals', value: 'error' } as const
const id = { kind: 'compare', field: ['user', 'id'], operator: 'equals', value: 42 } as const

test.each([
  ['level = "error" and user.id = 42', { kind: 'and', terms: [level, id] }],
  ["level == 'error' AND user.id=42", { kind: 'and', terms: [level, id] }],
  ['level = “error” && user.id = 42', { kind: 'and', terms: [level, id] }],
  ['level＝「error」 || user.id = 42', { kind: 'or', terms: [level, id] }],
  ['level != "error"', { kind: 'not', term: level }],
  ['level <> "error"', { kind: 'not', term: level }],
  ['!(level = "error")', { kind: 'not', term: level }],
  ['not(level = "error")', { kind: 'not', term: level }],
  [
    'a.b in (1, null)',
    {
      kind: 'or',
      terms: [1, null].map((value) => ({
        kind: 'compare',
        field: ['a', 'b'],
        operator: 'equals',
        value,
      })),
    },
  ],
  ['level not in ("error")', { kind: 'not', term: level }],
  ['custom_id starts with "eval-"', { kind: 'startsWith', field: ['custom_id'], text: 'eval-' }],
  ['a ENDS   WITH "x"', { kind: 'endsWith', field: ['a'], text: 'x' }],
  ['a contains "\\u0041"', { kind: 'contains', field: ['a'], text: 'A' }],
  ['not exists(body.user)', { kind: 'not', term: { kind: 'exists', field: ['body', 'user'] } }],
  ['type(input) = "array"', { kind: 'type', field: ['input'], type: 'array' }],
  ['type = "array"', { kind: 'compare', field: ['type'], operator: 'equals', value: 'array' }],
  [
    'type (input) != "array"',
    { kind: 'not', term: { kind: 'type', field: ['input'], type: 'array' } },
  ],
  ['length(messages) > 10', { kind: 'length', field: ['messages'], operator: 'more', value: 10 }],
  ['verdict = "invalid"', { kind: 'verdict', verdict: 'invalid' }],
  ['$.verdict = "error"', { ...level, field: ['verdict'] }],
  ['["and"] = "error"', { ...level, field: ['and'] }],
  ['not.a = "error"', { ...level, field: ['not', 'a'] }],
  ['messages[*].role = "error"', { ...level, field: ['messages', EACH, 'role'] }],
  [
    'matches(body.model, /^gpt-4/)',
    { kind: 'matches', field: ['body', 'model'], source: '^gpt-4', ignoreCase: false },
  ],
  [
    'a matches /[/]\\/\\\\/i',
    { kind: 'matches', field: ['a'], source: '[/]/\\\\', ignoreCase: true },
  ],
  ['a >= -1.5e3', { kind: 'compare', field: ['a'], operator: 'atLeast', value: -1500 }],
  ['$ = null', { kind: 'compare', field: [], operator: 'equals', value: null }],
  [
    'a=1 or b=1 and c=1',
    { kind: 'or', terms: [eq('a'), { kind: 'and', terms: [eq('b'), eq('c')] }] },
  ],
  [
    '(a=1 or b=1) and c=1',
    { kind: 'and', terms: [{ kind: 'or', terms: [eq('a'), eq('b')] }, eq('c')] },
  ],
  ['not a=1 and b=1', { kind: 'and', terms: [{ kind: 'not', term: eq('a') }, eq('b')] }],
])('%s', (text, query) => {
  expect(queryOf(text)).toEqual(query)
})

function eq(name: string) {
  return { kind: 'compare', field: [name], operator: 'equals', value: 1 }
}

const ONE_OR_EVERY =
  'Of an array one element is asked for, such as [0], or [-1] for the last, or every one: [*].'

describe('problems', () => {
  test.each([
    ['level = error', 'Put text in quotes: "error"', ['level = "error"']],
    ['level = constructor', 'Put text in quotes: "constructor"', ['level = "constructor"']],
    [
      'level = not found and a = 1',
      'Put text in quotes: "not found"',
      ['level = "not found" and a = 1'],
    ],
    [
      'body.user',
      'A field alone is no test. Whether a line has it is asked with exists(body.user).',
      ['exists(body.user)'],
    ],
    [
      'a = 1 and body.user',
      'A field alone is no test. Whether a line has it is asked with exists(body.user).',
      ['a = 1 and exists(body.user)'],
    ],
    [
      'level "error"',
      'Here an operator is missing: =, !=, <, <=, >, >=, in, contains, starts with, ends with or matches.',
      ['level = "error"'],
    ],
    [
      'level = "error',
      'The text that begins here has no closing quotation mark.',
      ['level = "error"'],
    ],
    ['a["b = 1', 'The text that begins here has no closing quotation mark.', ['a["b = 1"']],
    [
      'level = "a\\x"',
      '\\x is no escape. A backslash itself is written twice.',
      ['level = "a\\\\x"'],
    ],
    ['level is "error"', '“is” is no operator here: write =.', ['level = "error"']],
    ['level like "err"', '“like” is no operator here: write contains.', ['level contains "err"']],
    ['level like "%err%"', '“like” is no operator here: write contains.', ['level contains "err"']],
    [
      "level LIKE 'err%'",
      '“LIKE” is no operator here: write starts with.',
      ['level starts with "err"'],
    ],
    ['level ilike "%r"', '“ilike” is no operator here: write ends with.', ['level ends with "r"']],
    ['level like "e%r"', '“like” is no operator here: write contains.', ['level contains "e%r"']],
    [
      'level begins with "err"',
      '“begins with” is no operator here: write starts with.',
      ['level starts with "err"'],
    ],
    [
      'level starts "err"',
      '“starts” is no operator here: write starts with.',
      ['level starts with "err"'],
    ],
    ['level ends "r"', '“ends” is no operator here: write ends with.', ['level ends with "r"']],
    ['level is not null', '“is not” is no operator here: write !=.', ['level != null']],
    ['level is null', '“is” is no operator here: write =.', ['level = null']],
    [
      'n between 1 and 2.5',
      '“between” is no operator here: write >= and <=.',
      ['n >= 1 and n <= 2.5'],
    ],
    ['a.b between 1', '“between” is no operator here: write >= and <=.', []],
    ['level =~ /err/', '“=~” is no operator here: write matches.', ['level matches /err/']],
    ['level = /err/', 'Regular expressions stand after “matches”.', ['level matches /err/']],
    [
      'level matches /err',
      'This regular expression does not end: put a slash after it.',
      ['level matches /err/'],
    ],
    [
      'level matches /err/g',
      'The only flag of an expression is i: capitals and small letters are the same.',
      ['level matches /err/'],
    ],
    [
      '"level" = "error"',
      'A test begins with a field. Its name stands without quotes, or with quotes in brackets.',
      ['level = "error"'],
    ],
    [
      '5 < a',
      'A test begins with a field; what it is compared with comes after the operator.',
      ['["5"] < a'],
    ],
    ['a = 007', 'Numbers are written as in JSON.', ['a = 7', 'a = "007"']],
    ['a > true', 'Only numbers and texts have an order: compare with = or !=.', []],
    ['a contains 5', 'Put text in quotes: "5"', ['a contains "5"']],
    ['length(a) = "5"', 'A length is compared with a number.', []],
    [
      'type(a) = "objekt"',
      'A type is one of "object", "array", "string", "number", "boolean" or "null".',
      ['type(a) = "object"'],
    ],
    [
      'verdict = "pass"',
      'A verdict is one of "valid", "warning", "invalid" or "blank". A field of that name is written $.verdict.',
      [],
    ],
    ['(a = 1 and (b = 2', 'This parenthesis is not closed.', ['(a = 1 and (b = 2))']],
    ['a = 1)', 'There is no open parenthesis that this one would close.', []],
    ['a = 1 b = 2', 'After a test comes “and”, “or”, or nothing.', ['a = 1 and b = 2']],
    ['a = 1, b = 2', 'After a test comes “and”, “or”, or nothing.', ['a = 1 and b = 2']],
    ['and a = 1', 'Before “and” a test is missing.', []],
    ['a = 1 and', 'Here a test is missing, such as level = "error"', []],
    ['a =', 'Here a value is missing: a number, a text in quotes, true, false or null.', []],
    ['a in 5', 'After “in” come values in parentheses: in ("a", "b")', []],
    ['exists(a', 'Here a closing parenthesis is missing.', ['exists(a)']],
    ['exists()', 'Here the name of a field is missing.', []],
    [
      'matches(a)',
      'After the field comes a comma and a regular expression: matches(a, /gpt-4/)',
      [],
    ],
    ['a.*.b = 1', 'Every element of an array is written [*].', ['a[*].b = 1']],
    [
      'a[b] = 1',
      'In brackets stands an index, a key in quotes, or * for every element.',
      ['a["b"] = 1'],
    ],
    ['a[0:2].b = 1', ONE_OR_EVERY, ['a[*].b = 1', 'a[0].b = 1']],
    ['a[-2:] = 1', ONE_OR_EVERY, ['a[*] = 1', 'a[-2] = 1']],
    ['a[ : ] = 1', ONE_OR_EVERY, ['a[*] = 1']],
    ['a[0, 1] = 1', ONE_OR_EVERY, ['a[*] = 1', 'a[0] = 1']],
    ['a[?(@.b)] = 1', 'In brackets stands an index, a key in quotes, or * for every element.', []],
    ['a. = 1', 'After the dot a name is missing.', []],
  ])('%s', (text, message, fixed) => {
    expect(inEnglish(problemOf(text).message)).toBe(message)
    expect(mended(text)).toEqual(fixed)
  })

  test('expressions are told with their places, to say which of them cannot be run', () => {
    const text = 'matches(a, /x(/i) or b matches "y"'
    expect(
      readQuery(text).expressions.map(({ from, to, ...one }) => [text.slice(from, to), one]),
    ).toEqual([
      ['/x(/i', { source: 'x(', ignoreCase: true }],
      ['"y"', { source: 'y', ignoreCase: false }],
    ])
  })

  test('long texts of one thing have an answer', () => {
    for (const piece of [' ', 'x ', '(', 'a.', '[', '=', '"', '\\\\', 'not ', 'a=1 or ', ',']) {
      for (const begin of ['a = x', 'a = /', '=']) {
        expect(parseQuery(begin + piece.repeat(16_000 / piece.length)).ok).toBe(false)
      }
    }
  })

  test('what is too much is refused', () => {
    const deep = (depth: number) => `${'('.repeat(depth)}a = 1${')'.repeat(depth)}`
    expect(parseQuery(deep(DEEPEST_QUERY)).ok).toBe(true)
    expect(problemOf(deep(DEEPEST_QUERY + 1)).from).toBe(DEEPEST_QUERY)
    expect(problemOf('not '.repeat(5000))).toBeDefined()
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => `a${i} = 1`).join(' or ')
    expect(parseQuery(many(MOST_TESTS)).ok).toBe(true)
    expect(problemOf(many(MOST_TESTS + 1))).toBeDefined()
    expect(problemOf(`a in (${'1,'.repeat(MOST_TESTS)}1)`)).toBeDefined()
    expect(parseQuery(`a = "${'x'.repeat(LONGEST_QUERY - 6)}"`).ok).toBe(true)
    expect(problemOf(`a = "${'x'.repeat(LONGEST_QUERY - 5)}"`).from).toBe(LONGEST_QUERY)
  })
})
