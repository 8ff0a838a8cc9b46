import { expect, test } from 'vitest'
import { compileExpression } from '../expressions/compileExpression.ts'
import { evaluateQuery, expressionsOf, fieldsOf, valuesAt } from './evaluateQuery.ts'
import { EACH } from './fieldPath.ts'
import { formatFieldPath } from './fieldPathText.ts'
import type { FieldQuery } from './fieldQuery.ts'
import { parseQuery } from './parseQuery.ts'

function parsed(text: string): FieldQuery {
  const query = parseQuery(text)
  if (!query.ok) throw new Error(text)
  return query.value
}

/** Of a line that is JSON. */
function says(text: string, json: string): boolean | undefined {
  const line = { isJson: true, value: JSON.parse(json) as unknown, verdict: 'valid' } as const
  return evaluateQuery(parsed(text), line, compileExpression)
}

test.each([
  ['a = 1', '{"a":1}', true],
  ['a = 1', '{"a":1.0e0}', true],
  ['a = 1', '{"a":"1"}', false],
  ['a != 1', '{"b":1}', true],
  ['a = 0', '{"a":-0}', true],
  ['a = null', '{"a":null}', true],
  ['a = null', '{}', false],
  ['a > 9007199254740992', '{"a":9007199254740993}', false],
  ['a < 1e999', '{"a":1e308}', true],
  ['a = 1e999', '{"a":1e400}', true],
  ['a = 1', '{"a":2,"a":1}', true],
  ['a > "b"', '{"a":"ba"}', true],
  ['a > 1', '{"a":"2"}', false],
  ['a <= "\uffff"', '{"a":"😀"}', false],
  ['a > "\\ud83d"', '{"a":"😀"}', true],
  ['a contains "\\ud83d"', '{"a":"😀"}', false],
  ['a ends with "\\ude00"', '{"a":"😀"}', false],
  ['a starts with "\\ud83d"', '{"a":"\\ud83dx"}', true],
  ['a contains ""', '{"a":""}', true],
  ['a contains "\\u0000"', '{"a":"x\\u0000"}', true],
  ['length(a) = 1', '{"a":"😀"}', true],
  ['length(a) = 2', '{"a":{"x":1,"y":2,"x":3}}', true],
  ['length(a) >= 0', '{"a":5}', false],
  ['length($) = 0', '[]', true],
  ['type($) = "null"', 'null', true],
  ['exists(a)', '{"a":null}', true],
  ['exists(toString)', '{}', false],
  ['exists(length)', '[]', false],
  ['exists(length)', '"text"', false],
  ['exists(__proto__)', '{}', false],
  ['__proto__.a = 1', '{"__proto__":{"a":1}}', true],
  ['[""] = 1', '{"":1}', true],
  ['a[0] = 1', '{"a":{"0":1}}', false],
  ['a["0"] = 1', '{"a":[1]}', false],
  ['a[-1] = 2', '{"a":[1,2]}', true],
  ['a[-3] = 1', '{"a":[1,2]}', false],
  ['a[*] = 2', '{"a":[1,2]}', true],
  ['a[*] = 2', '{"a":{"b":2}}', false],
  ['not a[*] = 2', '{"a":[]}', true],
  ['a[*].b[*] = 3', '{"a":[{"b":[1]},{"b":[2,3]}]}', true],
  ['matches(a, /^X/i)', '{"a":"xy"}', true],
  ['matches(a, /1/)', '{"a":1}', false],
  ['verdict = "valid"', '{}', true],
])('%s of %s', (text, json, expected) => {
  expect(says(text, json)).toBe(expected)
})

test.each([
  ['a = 1', undefined],
  ['not a = 1', undefined],
  ['verdict = "invalid"', true],
  ['a = 1 or verdict = "invalid"', true],
  ['a = 1 or verdict = "valid"', undefined],
  ['a = 1 and verdict = "invalid"', undefined],
  ['a = 1 and verdict = "valid"', false],
  ['not (a = 1 and verdict = "valid")', true],
])('of a line that is no JSON: %s', (text, expected) => {
  const line = { isJson: false, value: undefined, verdict: 'invalid' } as const
  expect(evaluateQuery(parsed(text), line, compileExpression)).toBe(expected)
})

test('fields and expressions of a query are told', () => {
  const query = parsed(
    'a.b = 1 or (not $.a["b"] = 2 and matches(c[*], /x/i) and verdict = "valid")',
  )
  expect(fieldsOf(query).map(formatFieldPath)).toEqual(['a.b', 'c[*]'])
  expect(expressionsOf(query)).toMatchObject([{ source: 'x', ignoreCase: true }])
})

test('the values of many elements stay in their order', () => {
  expect(valuesAt([[1, 2], [], 3, [4]], [EACH, EACH])).toEqual([1, 2, 4])
})
