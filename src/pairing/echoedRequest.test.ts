import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, echoKeyOf } from './echoedRequest.ts'

/** The same value with the keys of its objects the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, turned(member)]),
  )
}

test('values that are equal as JSON have one key, and others have others', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const one: unknown = JSON.parse(JSON.stringify({ a }))
      const other: unknown = JSON.parse(JSON.stringify({ a: b }))
      expect(echoKeyOf(turned(one))).toEqual(echoKeyOf(one))
      expect(JSON.parse(canonicalJson(one))).toEqual(one)
      const isSame = canonicalJson(one) === canonicalJson(other)
      expect(JSON.stringify(echoKeyOf(one)) === JSON.stringify(echoKeyOf(other))).toBe(isSame)
    }),
  )
})

test('whitespace, the spelling of numbers and escapes make no difference', () => {
  const spellings = ['{"t":1.0,"s":"é"}', '{ "s" : "\\u00e9", "t": 1 }', '{"t":10e-1,"s":"é"}']
  const keys = spellings.map((text) => String(echoKeyOf(JSON.parse(text))))
  expect(new Set(keys).size).toBe(1)
  expect(String(echoKeyOf(JSON.parse('{"t":"1","s":"é"}')))).not.toBe(keys[0])
})

test('what is not a request, or nests too deep, has none', () => {
  const deep: unknown = JSON.parse(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`)
  for (const value of [undefined, null, 'x', 5, [], deep]) expect(echoKeyOf(value)).toBeUndefined()
})
