// What a double loses of a number, against what this engine's doubles are.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../tooling/runs.ts'
import { lossOf } from './lostNumbers.ts'
import { isExact } from './scanText.ts'

test('digits of integers, by what is written of what was read', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 19n) + 1n, max: 10n ** 19n - 1n }), (integer) => {
      expect(lossOf(String(integer))).toBe(isExact(String(integer)) ? undefined : 'digits')
    }),
    runs(2000),
  )
  expect(['9007199254740992', '9007199254740993', '-9007199254740993'].map(lossOf)).toEqual([
    undefined,
    'digits',
    'digits',
  ])
  expect(lossOf('1234567890123456789')).toBe('digits')
  expect(lossOf('18446744073709551615')).toBe('digits')
  expect(lossOf('1'.repeat(30))).toBe('digits')
  expect(lossOf(`12345${'0'.repeat(30)}`)).toBe(undefined)
})

test('range, by what is read', () => {
  fc.assert(
    fc.property(
      fc.tuple(fc.double({ min: 0.1, max: 99, noNaN: true }), fc.integer({ min: -340, max: 340 })),
      ([mantissa, power]) => {
        const source = `${mantissa.toFixed(10)}e${power}`
        const read = Number(source)
        const isLost = !Number.isFinite(read) || read === 0
        expect([source, lossOf(source)]).toEqual([source, isLost ? 'range' : undefined])
      },
    ),
    runs(2000),
  )
  expect(
    ['1.7976931348623157e308', '1.7976931348623159e308', '5e-324', '2e-324'].map(lossOf),
  ).toEqual([undefined, 'range', undefined, 'range'])
  expect(['0', '-0.0', '0e999', `0.${'0'.repeat(400)}`].map(lossOf)).toEqual(
    Array(4).fill(undefined),
  )
  expect(lossOf('9'.repeat(400))).toBe('range')
})

test('digits of a fraction are not counted', () => {
  expect(
    ['0.0123456789012345678', '-0.1000000000000000055', '3.14159265358979323846'].map(lossOf),
  ).toEqual(Array(3).fill(undefined))
})
