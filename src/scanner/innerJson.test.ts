// Texts that should be JSON count for the shape by whether they are (assembly/innerJson.ts): what base/innerJson.ts
// tells of the text, the scanner tells of the text as it is written.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBadJson } from '../base/innerJson.ts'
import { runs } from '../tooling/runs.ts'
import { type PlanNode, TEXT_MARK } from './scanPlan.ts'
import { scannerFor, scanWith } from './testing/scannedLines.ts'

const PLAN: PlanNode = { kind: 'text', bounds: [], marks: TEXT_MARK.innerJson }

const ODDITIES = [
  '',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  "'",
  ' ',
  '\n',
  '\u0001',
  '\u00a0',
  '0',
  '-',
  '.',
  'e',
  'N',
  '字',
]

/** JSON texts, some with something put in or taken out. */
const texts = fc
  .record({
    value: fc.jsonValue({ maxDepth: 4 }),
    space: fc.constantFrom(0, 1, '\t'),
    at: fc.nat(),
    dropped: fc.constantFrom(0, 0, 0, 1, 2, 5),
    oddity: fc.constantFrom('', '', '', ...ODDITIES),
  })
  .map(({ value, space, at, dropped, oddity }) => {
    const text = JSON.stringify(value, undefined, space)
    const place = at % (text.length + 1)
    return text.slice(0, place) + oddity + text.slice(place + dropped)
  })

const GIVEN: readonly string[] = [
  '',
  ' \t\r\n',
  '{}',
  '[]',
  '[{}]',
  '{"a":{"b":[]}}',
  '-0',
  '01',
  '1.',
  '.5',
  '1e5',
  '1E+5',
  '1e',
  '1e-',
  '-',
  '0x1',
  'true',
  'tru',
  'True',
  'null',
  'nulll',
  'NaN',
  "{'a': 1}",
  '{"a":1,}',
  '[1,]',
  '[,1]',
  '{"a"}',
  '{"a":}',
  '{a:1}',
  '{"a":1}}',
  '{"a":1} x',
  '"\\u12g4"',
  '"\\u12F4"',
  '"\\x"',
  '"\\"',
  '"a\tb"',
  '"a',
  '{"a":"b\\nc"}',
  '{"a":1 "b":2}',
]

/** As JSON.stringify does, or with every character as an escape. */
function written(text: string, spelled: boolean): string {
  if (!spelled) return JSON.stringify(text)
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
  return `"${units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')}"`
}

const scanner = scannerFor(PLAN)

function shapesOf(all: readonly string[], spelled: boolean): readonly bigint[] {
  return scanWith(
    scanner,
    all.map((text) => written(text, spelled)),
  ).map(({ shape }) => shape)
}

const [good, bad] = shapesOf(['{}', '{'], false)

test('texts have one shape exactly when both are JSON, or neither is', () => {
  expect(good).not.toBe(bad)
  fc.assert(
    fc.property(
      fc.array(texts, { minLength: 20, maxLength: 40 }),
      fc.boolean(),
      (drawn, spelled) => {
        const expected = drawn.map((text) => [text, isBadJson(text) ? bad : good])
        expect(shapesOf(drawn, spelled).map((shape, i) => [drawn[i], shape])).toEqual(expected)
      },
    ),
    runs(300),
  )
})

test.each([true, false])('and those that are given, spelled out: %s', (spelled) => {
  const expected = GIVEN.map((text) => [text, isBadJson(text) ? bad : good])
  expect(shapesOf(GIVEN, spelled).map((shape, i) => [GIVEN[i], shape])).toEqual(expected)
})

test('what is too deep to follow has a shape of its own', () => {
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)
  const [followed, deep, deeper] = shapesOf([nested(256), nested(257), nested(300)], false)
  expect(followed).toBe(good)
  expect(new Set([good, bad, deep]).size).toBe(3)
  expect(deeper).toBe(deep)
})
