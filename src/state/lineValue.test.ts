import { expect, test } from 'vitest'
import { evaluateQuery } from '../fields/evaluateQuery.ts'
import { parseQuery } from '../fields/parseQuery.ts'
import { formatQuery } from '../fields/formatQuery.ts'
import { lineValueAt } from './lineValue.ts'

const noExpressions = () => {
  throw new Error('nothing is compiled')
}

const at = (text: string, part: string) =>
  lineValueAt(text, JSON.parse(text), text.indexOf(part) + 1)

test('a value is named by its path, and its lines are those that have the same', () => {
  const text =
    '{"body":{"model":"gpt","n":[1.50,null,true],"a.b":{},"":"e","__proto__":7},"long":"' +
    'x'.repeat(300) +
    '"}'
  const asked = (part: string) => {
    const { field, query } = at(text, part) ?? {}
    return [field, query && formatQuery(query)]
  }
  expect(asked('gpt')).toEqual(['body.model', 'body.model = "gpt"'])
  expect(asked('1.50')).toEqual(['body.n[0]', 'body.n[0] = 1.5'])
  expect(asked('null')).toEqual(['body.n[1]', 'body.n[1] = null'])
  expect(asked('true')).toEqual(['body.n[2]', 'body.n[2] = true'])
  expect(asked('"n"')).toEqual(['body.n', undefined])
  expect(asked('a.b')).toEqual(['body["a.b"]', undefined])
  expect(asked('"e"')).toEqual(['body[""]', 'body[""] = "e"'])
  expect(asked('7')).toEqual(['body.__proto__', 'body.__proto__ = 7'])
  expect(asked('xxx')).toEqual(['long', `long starts with "${'x'.repeat(200)}"`])
  expect(at(text, '{"body')).toEqual({ field: 'body' })
  expect(lineValueAt(text, JSON.parse(text), 0)).toBeUndefined()
})

test('the query is true of the line that it was made of', () => {
  for (const value of [
    '',
    'a "b" \\ \u2028',
    '\ud83d',
    -0,
    Number.POSITIVE_INFINITY,
    2 ** 63,
    false,
    'é',
  ]) {
    const text = `{"and":{"verdict ":${value === Infinity ? '1e999' : JSON.stringify(value)}}}`
    const line: unknown = JSON.parse(text)
    const { query } = lineValueAt(text, line, text.length - 2) ?? {}
    const read = parseQuery(query ? formatQuery(query) : '')
    expect(read.ok && read.value).toEqual(query)
    expect(
      query && evaluateQuery(query, { isJson: true, value: line, verdict: 'valid' }, noExpressions),
    ).toBe(true)
  }
})
