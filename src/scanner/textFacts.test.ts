// What the scanner tells of the text of a line is what a naive look at it finds, under any plan and
// for lines that are recognised by those before them.
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import {
  duplicateKeys,
  lineSeparators,
  loneSurrogates,
  lostNumbers,
  paddedKeys,
} from '../json/scanText.ts'
import { encodePlan } from './encodePlan.ts'
import { LINE_FLAGS, Scanner } from './scanner.ts'
import type { PlanNode } from './scanPlan.ts'
import { arbitraryPlan, textFor } from './testing/arbitraryPlans.ts'
import { encode, module } from './testing/scannedLines.ts'
import { runs } from '../tooling/runs.ts'

vi.setConfig({ testTimeout: 120_000 })

const scanner = Scanner.create(module)

interface Facts {
  readonly doubledKey: boolean
  readonly oddText: boolean
}

function told(lines: readonly string[]): (Facts | undefined)[] {
  scanner.reset(1)
  const found: (Facts | undefined)[] = []
  for (const batch of scanner.push(encode(lines.map((line) => `${line}\n`).join('')))) {
    for (let i = 0; i < batch.count; i++) {
      const flags = batch.flags[i] as number
      found.push(
        batch.status[i] === 0
          ? {
              doubledKey: (flags & LINE_FLAGS.doubledKey) !== 0,
              oddText: (flags & LINE_FLAGS.oddText) !== 0,
            }
          : undefined,
      )
    }
  }
  return found
}

function seen(line: string): Facts | undefined {
  try {
    JSON.parse(line)
  } catch {
    return undefined
  }
  return {
    doubledKey: duplicateKeys(line).length > 0,
    oddText:
      loneSurrogates(line).length > 0 ||
      lineSeparators(line).length > 0 ||
      lostNumbers(line).length > 0 ||
      paddedKeys(line).length > 0,
  }
}

const PIECES =
  'a b ` 😀 漢 é \u2028 \u2029 \u2027 \u20a8 \\n \\\\ \\ud83d\\ude00 \\ud83d \\ude00 \\uD7FF \\uE000 \\uDBFF\\u0041 \\u0061'
const piece = fc.constantFrom(...PIECES.split(' '))
const string = fc.array(piece, { maxLength: 12 }).map((parts) => `"${parts.join('')}"`)
const key = fc.oneof(
  fc.constantFrom('"a"', '"b"', '"`"', '"\\u0061"', '""', '"abcdefgh"', '"\\u0061bcdefgh"'),
  fc.constantFrom('"abcdefghi"', '"sixteen bytes ok"', '"a key of more than sixteen bytes"'),
  fc.nat(400).map((n) => `"k${n}"`),
  string,
)

const digits = (most: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.bigInt({ min: 1n, max: 10n ** BigInt(most) }).map(String),
    fc
      .tuple(fc.integer({ min: 1, max: 64 }), fc.bigInt({ min: -70n, max: 70n }))
      .map(([power, by]) => String(2n ** BigInt(power) + by).replace('-', '')),
    // As JavaScript writes them.
    fc.bigInt({ min: 2n ** 53n, max: 10n ** 19n }).map((n) => BigInt(Number(n)).toString()),
    fc.bigInt({ min: 2n ** 53n, max: 10n ** 19n }).map((n) => String(Number(n))),
    fc
      .tuple(fc.bigInt({ min: 1n, max: 10n ** 18n }), fc.nat(6))
      .map(([n, zeros]) => `${n}${'0'.repeat(zeros)}`),
  )
const number = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.oneof(
      digits(22),
      fc.constantFrom('0', '9'.repeat(309), `1${'0'.repeat(308)}`, '7'.repeat(400)),
    ),
    fc.oneof(
      { weight: 4, arbitrary: fc.constant('') },
      digits(20).map((n) => `.${n}`),
      fc.tuple(fc.nat(350), digits(20)).map(([zeros, n]) => `.${'0'.repeat(zeros)}${n}`),
    ),
    fc.oneof(
      { weight: 4, arbitrary: fc.constant('') },
      fc.integer({ min: -360, max: 360 }).map((e) => `e${e}`),
      fc.constantFrom('E+0', 'e-0000000001', 'e9999999999999999999999', 'E-99999999999999999999'),
    ),
  )
  .map((parts) => parts.join(''))
const paddedKey = fc
  .tuple(
    fc.constantFrom(
      '',
      ' ',
      '\\t',
      '\\\\t',
      '\u00a0',
      '\u3000',
      '\ufeff',
      '\u200b',
      'é',
      '\\u0020',
    ),
    fc.constantFrom('', 'a', 't', 'name', '漢', '\\\\'),
    fc.constantFrom('', ' ', '\\n', '\\\\n', '\u00a0', '\u3000', '\ufeff', '\u00e0', '\\u0020'),
  )
  .map((parts) => `"${parts.join('')}"`)
const value = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('1', 'null', '-2.5', '9007199254740993', '-1e400', '0.00'),
    string,
    fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
    fc
      .array(fc.tuple(fc.oneof(key, paddedKey), tie('value')), { maxLength: 6 })
      .map((members) => `{${members.map(([k, v]) => `${k}:${v}`).join(', ')}}`),
  ),
})).value

test('doubled keys, odd characters, lost numbers and spaces are told as they are', () => {
  const arbitrary = arbitraryPlan.chain((plan) =>
    fc.tuple(
      fc.constant(plan),
      fc.array(fc.oneof(value, textFor(plan)), { minLength: 1, maxLength: 6 }),
    ),
  )
  fc.assert(
    fc.property(arbitrary, fc.boolean(), ([plan, lines], hasPlan) => {
      scanner.setPlan(hasPlan ? encodePlan(plan) : undefined)
      const repeated = lines.flatMap((line) => [line, line])
      expect(told(repeated)).toEqual(repeated.map(seen))
    }),
    runs(2000),
  )
})

test('numbers that a double does not keep, and keys with space at an end', () => {
  const line = fc.oneof(
    // Alike but for their numbers, so that they are recognised by those before them.
    fc.tuple(number, number).map(([n, m]) => `{"n":${n},"m":${m},"x":[${n}],"y":{"z":${m}}}`),
    number.map((n) => `{"n":${n}}`),
    fc.array(number, { minLength: 1, maxLength: 5 }).map((all) => `[0.5,${all.join()}]`),
    fc.tuple(paddedKey, paddedKey, number).map(([one, other, n]) => `{${one}:{${other}:${n}}}`),
  )
  const plan: PlanNode = {
    kind: 'object',
    keys: new Map<string, PlanNode>([
      ['n', { kind: 'number', integer: true, bounds: [0] }],
      ['m', { kind: 'bytes' }],
      ['y', { kind: 'bytes' }],
    ]),
    unknown: 'ignore',
  }
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), fc.boolean(), (lines, hasPlan) => {
      scanner.setPlan(hasPlan ? encodePlan(plan) : undefined)
      const found = told(lines)
      for (const [i, each] of lines.entries()) expect([each, found[i]]).toEqual([each, seen(each)])
    }),
    runs(3000),
  )
})

test('in objects of many keys too', () => {
  const member = (name: string): string => `"${name}":{"x":1}`
  for (const count of [1, 2, 159, 160, 161, 162, 1000, 16_000]) {
    // Names that differ in one bit, so that their hashes nearly do.
    const names = Array.from({ length: count }, (_, i) => i.toString(36))
    const clean = `{"o":{${names.map(member).join()}},"p":1}`
    const doubled = `{"o":{${[...names, names[count >> 1] as string].map(member).join()}},"p":1}`
    scanner.setPlan(undefined)
    expect(told([clean, doubled, clean])).toEqual([clean, doubled, clean].map(seen))
  }
})

test('an object of more keys than are compared is left to a closer look', () => {
  const names = Array.from({ length: 17_000 }, (_, i) => `"${i}":0`)
  scanner.setPlan(undefined)
  expect(told([`{${names.join()}}`, '{"a":1}'])).toEqual([
    { doubledKey: true, oddText: false },
    { doubledKey: false, oddText: false },
  ])
})
