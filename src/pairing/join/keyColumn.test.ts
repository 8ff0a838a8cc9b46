import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RecordKey } from '../recordKey.ts'
import { decodeText, encodeKey, encodeText, keyAt, keyTexts, kindNumberOf } from './keyColumn.ts'
import type { KeyColumn } from './keyColumn.ts'
import { runs } from '../../tooling/runs.ts'

/** Code units of all kinds: surrogates with and without partners, and what resembles their bytes. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({
    unit: fc.constantFrom(
      'a',
      '\uD800',
      '\uDC00',
      '\uDBFF',
      '\uDFFF',
      '\uFEFF',
      '\uFFFD',
      '\uD7FF',
    ),
    maxLength: 6,
  }),
)

const key = fc.oneof(
  text.map((value): RecordKey => ({ kind: 'text', text: value })),
  fc.nat().map((value): RecordKey => ({ kind: 'number', text: String(value) })),
  fc.constant<RecordKey>({ kind: 'other', text: '{"a":[1]}' }),
  fc.constant<RecordKey>({ kind: 'missing' }),
)

function columnOf(keys: readonly RecordKey[]): KeyColumn {
  const bytes = keys.map((each) => [...encodeKey(each)])
  let end = 0
  return {
    count: keys.length,
    keyBytes: Uint8Array.from(bytes.flat()),
    keyEnds: Uint32Array.from(bytes, (each) => (end += each.length)),
    keyKinds: Uint8Array.from(keys, kindNumberOf),
  }
}

describe('keys as bytes', () => {
  test('give the texts back, so that different texts have different bytes', () => {
    fc.assert(
      fc.property(text, (each) => {
        expect(decodeText(encodeText(each))).toBe(each)
      }),
      runs(2000),
    )
  })

  test('of texts that UTF-8 can hold are UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (each) => {
        expect(encodeText(each)).toEqual(new TextEncoder().encode(each))
      }),
    )
  })

  test('columns hold keys of all kinds', () => {
    fc.assert(
      fc.property(fc.array(key), (keys) => {
        const column = columnOf(keys)
        expect(keys.map((_, entry) => keyAt(column, entry))).toEqual(keys)
        expect(keyTexts(column)).toEqual(keys.map((each) => ('text' in each ? each.text : '')))
      }),
    )
  })
})
