// Lines that fit a template are not walked (assembly/template.ts). The law: what is found of a line
// does not depend on the lines before it.
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { encodePlan } from './encodePlan.ts'
import type { PlanNode } from './scanPlan.ts'
import { Scanner } from './scanner.ts'
import { arbitraryPlan, textFor, withCaptures } from './testing/arbitraryPlans.ts'
import { encode, module, scanWith } from './testing/scannedLines.ts'
import { runs } from '../tooling/runs.ts'

vi.setConfig({ testTimeout: 120_000 })

const scanner = Scanner.create(module)

/** A line and others that differ from it in one place or none: valid, damaged, other whitespace. */
function variantsOf(line: string): fc.Arbitrary<string[]> {
  const insert = fc.constantFrom(
    '',
    ' ',
    '0',
    '1',
    '9',
    '-',
    '.5',
    'e1',
    '"',
    'a',
    'é',
    '漢',
    '\\n',
    '\\u0061',
    '\\ud83d',
    '\\ud83d\\ude00',
    '\u2028',
    '"a":1,',
    '{}',
    '[]',
    '[1,2]',
    '{"a":1}',
    ',',
    'null',
    'true',
    '""',
    '\t',
    '\u0001',
    '\\',
  )
  const variant = fc
    .tuple(fc.nat(line.length), fc.nat(3), insert)
    .map(([at, cut, text]) => line.slice(0, at) + text + line.slice(at + cut))
  return fc.array(fc.oneof(fc.constant(line), fc.constant(line), variant), {
    minLength: 4,
    maxLength: 12,
  })
}

/** Everything that the scanner says of each line. */
function scan(lines: readonly string[]): unknown[] {
  const shaped = scanWith(scanner, lines)
  scanner.reset(1)
  const found: unknown[] = []
  for (const batch of scanner.push(encode(lines.map((line) => `${line}\n`).join('')))) {
    for (let i = 0; i < batch.count; i++) {
      found.push([batch.status[i], batch.flags[i], batch.errorAt[i], shaped[found.length]])
    }
  }
  return found
}

test('what is found of a line does not depend on the lines before it', () => {
  const arbitrary = arbitraryPlan
    .chain((plan) =>
      fc.tuple(
        fc.array(fc.boolean(), { minLength: 3 }).map((picks) => withCaptures(plan, picks)),
        fc
          .array(textFor(plan), { minLength: 1, maxLength: 4 })
          .chain((texts) => fc.tuple(...texts.map(variantsOf))),
        fc.integer(),
      ),
    )
    .map(([plan, groups, salt]) => {
      const lines = groups.flat().filter((line) => !line.includes('\n'))
      // Of every group some lines follow one another and some do not.
      return { plan, lines: salt % 2 === 0 ? lines : lines.toReversed() }
    })
  fc.assert(
    fc.property(arbitrary, ({ plan, lines }) => {
      const encoded = encodePlan(plan)
      scanner.setPlan(encoded)
      const together = scan(lines)
      const alone = lines.map((line) => {
        scanner.setPlan(encoded)
        return scan([line])[0]
      })
      expect(together).toEqual(alone)
    }),
    runs(1500),
  )
})

test('captures move with the values before them', () => {
  const plan = encodePlan({
    kind: 'object',
    keys: new Map([
      ['n', { kind: 'number', integer: true, bounds: [0], capture: 1 }],
      ['id', { kind: 'text', bounds: [1], capture: 0 }],
    ]),
    unknown: 'ignore',
  })
  scanner.setPlan(plan)
  const lines = Array.from({ length: 1000 }, (_, i) => `{"n":${10 ** (i % 15)},"id":"r${i}"}`)
  const found = scanWith(scanner, lines)
  expect(new Set(found.map(({ shape }) => shape)).size).toBe(1)
  expect(found.map(({ captures }) => captures.map((each) => each?.text))).toEqual(
    lines.map((_, i) => [`"r${i}"`, String(10 ** (i % 15))]),
  )
})

test('a value that a later key takes back stays taken back', () => {
  const inner: PlanNode = {
    kind: 'object',
    keys: new Map([['id', { kind: 'text', bounds: [], capture: 0 }]]),
    unknown: 'ignore',
  }
  scanner.setPlan(encodePlan({ kind: 'object', keys: new Map([['a', inner]]), unknown: 'ignore' }))
  const lines = Array.from({ length: 5 }, (_, i) => `{"a":{"id":"x${i}"},"a":{"b":${i}}}`)
  expect(scanWith(scanner, lines).map(({ captures }) => captures)).toEqual(
    lines.map(() => [undefined]),
  )
})
