import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../tooling/runs.ts'
import { EACH } from './fieldPath.ts'
import { formatFieldPath, parseFieldPath } from './fieldPathText.ts'
import { anyField } from './testing/queries.ts'

test('fields are read as they are written', () => {
  fc.assert(
    fc.property(anyField, (field) => {
      expect(parseFieldPath(formatFieldPath(field))).toEqual(field)
    }),
    runs(2000),
  )
})

test.each([
  ['$', []],
  ['body.model', ['body', 'model']],
  ['$.body.model', ['body', 'model']],
  ['messages[-1].content', ['messages', -1, 'content']],
  ['choices[*].finish_reason', ['choices', EACH, 'finish_reason']],
  ['choices[].finish_reason', ['choices', EACH, 'finish_reason']],
  ['[*]', [EACH]],
  ['$["a.b"][0]', ['a.b', 0]],
  ["['single']", ['single']],
  ["['it\\'s']", ["it's"]],
  ['[""]', ['']],
  ['__proto__.constructor', ['__proto__', 'constructor']],
  ['名稱.值', ['名稱', '值']],
  ['a-b/c:d@e', ['a-b/c:d@e']],
  ['$id.$ref', ['$id', '$ref']],
  ['["\\u0061"]', ['a']],
])('%s is a field', (text, field) => {
  expect(parseFieldPath(text)).toEqual(field)
})

test.each([
  '',
  'a b',
  'a.',
  'a..b',
  'a.*',
  'a[',
  'a[b]',
  'a["b]',
  'a[1',
  'a"b"',
  `a${'[0]'.repeat(200)}`,
])('%s is none', (text) => {
  expect(parseFieldPath(text)).toBeUndefined()
})
