import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../tooling/runs.ts'
import { lastMembers } from './lastMembers.ts'

/** JSON texts with keys that repeat, escapes and white space. */
const anyText = fc.letrec<{ value: string; object: string }>((tie) => ({
  value: fc.oneof(
    fc.constantFrom('1', '-0.50', '1e2', '9007199254740993', 'true', 'null', '""', '"\\u0061"'),
    fc.array(tie('value'), { maxLength: 3 }).map((items) => `[ ${items.join(' , ')} ]`),
    tie('object'),
  ),
  object: fc
    .array(fc.tuple(fc.constantFrom('"a"', '"\\u0061"', '"__proto__"', '"\\""'), tie('value')), {
      maxLength: 4,
    })
    .map((members) => `{ ${members.map(([key, value]) => `${key} : ${value}`).join(' , ')} }`),
})).object

test('means the same, and has no key twice', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const plain = lastMembers(text)
      expect(JSON.parse(plain)).toEqual(JSON.parse(text))
      expect(lastMembers(plain)).toBe(plain)
    }),
    runs(500),
  )
})

test('values are as they are written', () => {
  expect(lastMembers('\ufeff{"n":1,"n" : 9007199254740993,"m":[1.50,{"x":1,"x":2}]}')).toBe(
    '{"n":9007199254740993,"m":[1.50,{"x":2}]}',
  )
})
