// Lines that ask for JSON, and whether its word stands where it is looked for.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hasJsonWord } from '../base/jsonWord.ts'
import { runs } from '../tooling/runs.ts'
import { encodePlan } from './encodePlan.ts'
import type { Link, PlanNode } from './scanPlan.ts'
import { Scanner } from './scanner.ts'
import { module, scanWith } from './testing/scannedLines.ts'

const linked = (role: Link['role'], more: Partial<PlanNode> = {}): PlanNode =>
  ({
    kind: 'types',
    ...more,
    link: { role, depth: 0, kinds: new Map([['json', 'asks']]) },
  }) as PlanNode

const text: PlanNode = { kind: 'text', bounds: [] }
const array = { kind: 'array', element: text, bounds: [] } as const
const plan: PlanNode = {
  kind: 'object',
  keys: new Map([
    ['format', linked('asks', { string: { kind: 'bytes' } } as Partial<PlanNode>)],
    ['list', linked('searched', { array, string: text } as Partial<PlanNode>)],
    ['beside', linked('beside', { string: text } as Partial<PlanNode>)],
  ]),
  unknown: 'ignore',
}
const scanner = Scanner.create(module)

const piece = fc.constantFrom(
  'js',
  'on',
  'JSON',
  'json',
  'j',
  '\\u006a',
  'so',
  'n',
  '\\n',
  '\\\\',
  ' ',
  'ü',
  '\\u0061',
)
const string = fc.array(piece, { maxLength: 5 }).map((all) => `"${all.join('')}"`)
const strings = fc.array(string, { maxLength: 4 }).map((all) => `[${all.join(', ')}]`)
const line = fc
  .record(
    {
      format: fc.constantFrom('"json"', '"json"', '"text"', '"js\\u006fn"', '1'),
      list: fc.oneof(strings, string, fc.constant('{"json":1}')),
      beside: string,
    },
    { requiredKeys: [] },
  )
  .chain((members) =>
    fc.shuffledSubarray(Object.entries(members), { minLength: Object.keys(members).length }),
  )
  .map((all) => `{${all.map(([key, value]) => `"${key}":${value}`).join()}}`)

it('the word counts where a line asks for it', () => {
  const seen = new Set<string>()
  let shared = 0
  fc.assert(
    fc.property(fc.array(line, { minLength: 20, maxLength: 60 }), (lines) => {
      scanner.setPlan(encodePlan(plan))
      const first = new Map<bigint, string>()
      const all = lines.flatMap((each) => [each, each.replace('json"', 'x"'), each])
      scanWith(scanner, all).forEach(({ shape }, i) => {
        if (shape === 0n) return
        const { format, list, beside } = JSON.parse(all[i] as string) as Record<string, unknown>
        const where = hasJsonWord(list) ? 'there' : hasJsonWord(beside) ? 'beside' : 'nowhere'
        const meaning = format === 'json' ? where : 'not asked'
        seen.add(meaning)
        const other = first.get(shape)
        if (other === undefined) first.set(shape, meaning)
        else {
          shared++
          expect([all[i], meaning]).toEqual([all[i], other])
        }
      })
    }),
    runs(300),
  )
  expect(shared).toBeGreaterThan(100)
  expect([...seen].sort()).toEqual(['beside', 'not asked', 'nowhere', 'there'])
})

it('the word is found wherever it stands', () => {
  scanner.setPlan(encodePlan(plan))
  const lines = Array.from({ length: 80 }, (_, i) => [
    `{"format":"json","list":["${'x'.repeat(i)}JsOn"]}`,
    `{"format":"json","list":["${'j'.repeat(i)}so n"]}`,
  ]).flat()
  const shapes = scanWith(scanner, lines).map(({ shape }) => shape)
  expect(new Set(shapes).size).toBe(2)
  expect(new Set(shapes.filter((_, i) => i % 2 === 0)).size).toBe(1)
})
