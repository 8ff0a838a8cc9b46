// What the scanner tells of the text of a line is what a naive look at it finds, under any plan and
// for lines that are recognised by those before them.
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { duplicateKeys, lineSeparators, loneSurrogates } from '../json/scanText.ts'
import { encodePlan } from './encodePlan.ts'
import { LINE_FLAGS, Scanner } from './scanner.ts'
import { arbitraryPlan, textFor } from './testing/arbitraryPlans.ts'
import { encode, module } from './testing/scannedLines.ts'
import { runs } from '../tooling/runs.ts'

vi.setConfig({ testTimeout: 120_000 })

const scanner = Scanner.create(module)

interface Facts {
  readonly doubledKey: boolean
  readonly oddCharacters: boolean
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
              oddCharacters: (flags & LINE_FLAGS.oddCharacters) !== 0,
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
    oddCharacters: loneSurrogates(line).length > 0 || lineSeparators(line).length > 0,
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
const value = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('1', 'null', '-2.5'),
    string,
    fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
    fc
      .array(fc.tuple(key, tie('value')), { maxLength: 6 })
      .map((members) => `{${members.map(([k, v]) => `${k}:${v}`).join(', ')}}`),
  ),
})).value

test('doubled keys, lone surrogates and line separators are told as they are', () => {
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
    { doubledKey: true, oddCharacters: false },
    { doubledKey: false, oddCharacters: false },
  ])
})
