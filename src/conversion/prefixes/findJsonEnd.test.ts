import { expect, test } from 'vitest'
import { findJsonEnd } from './findJsonEnd.ts'

test.each([
  ['[main] {"a":1}', '{"a":1}'],
  ['{tag} {"a":1}', '{"a":1}'],
  ['level=info ctx=[a, b] {"a":1}', '{"a":1}'],
  ['[12:30:01] [app: main]: {"a":1}', '{"a":1}'],
  ['[7" wide] {"a":1}', '{"a":1}'],
  ['ctx={"n":"}"}: [{"a":[1]}]', '[{"a":[1]}]'],
  ['[{"a":[1]}, {"b":2}]', '[{"a":[1]}, {"b":2}]'],
])('%s ends in %s', (line, json) => {
  const found = findJsonEnd(line)
  expect(found?.json).toBe(json)
  expect(`${found?.prefix}${found?.json}`).toBe(line)
})

test.each([
  'INFO {"items":[1,2]',
  'INFO {"a":{"b":1}',
  'INFO {"items": [1, {"b":2}',
  'INFO [ [1,2]',
  'INFO {"n":"}","a":{"b":1}',
  'INFO {"n":"see \\" [1]',
  'INFO {items:{"b":1}',
])('%s is cut off: a part of its value is not taken for all of it', (line) => {
  expect(findJsonEnd(line)).toBeUndefined()
})
