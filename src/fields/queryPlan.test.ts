import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadExpressions, type CompileExpression } from '../expressions/expressions.ts'
import { type FieldBatch, FieldScanner } from '../scanner/fieldScanner.ts'
import type { LineWay } from '../scanner/fieldPlan.ts'
import { loadScannerModule } from '../scanner/testing/loadScanner.ts'
import { runs } from '../tooling/runs.ts'
import { evaluateQuery } from './evaluateQuery.ts'
import { EACH, type FieldPath, type FieldStep } from './fieldPath.ts'
import type { FieldQuery } from './fieldQuery.ts'
import { queryAsks } from './queryAsks.ts'
import { PLAN_VERDICTS, planQuery } from './queryPlan.ts'

let wasm: WebAssembly.Module
let compile: CompileExpression

beforeAll(async () => {
  wasm = await loadScannerModule()
  compile = await loadExpressions()
})

interface Line {
  readonly text: string
  readonly way: LineWay
  readonly verdict: (typeof PLAN_VERDICTS)[number]
}

const encoder = new TextEncoder()

/** Lines that match by the scanner, read in chunks of `size` bytes. */
function matchesOf(lines: readonly Line[], query: FieldQuery, size = 1 << 20): number[] {
  const { plan, tests } = planQuery(query)
  const scanner = new FieldScanner(
    wasm,
    plan,
    {
      // Each line has a finding set of its own.
      readWords: (first, words) => {
        for (let i = 0; i < words.length; i++) words[i] = Math.min(4095, first + i)
      },
      wayOf: (set) => {
        const line = lines[set]
        return {
          way: line?.way ?? 'unread',
          verdict: PLAN_VERDICTS.indexOf(line?.verdict ?? 'valid'),
        }
      },
    },
    queryAsks(query, tests, compile),
  )
  const bytes = encoder.encode(lines.map(({ text }) => text).join('\n'))
  const found: number[] = []
  const take = ({ firstLine, matches }: FieldBatch) => {
    for (const place of matches) found.push(firstLine + place)
  }
  for (let at = 0; at < bytes.length; at += size) {
    for (const batch of scanner.push(bytes.subarray(at, at + size))) take(batch)
  }
  for (const batch of scanner.finish()) take(batch)
  return found
}

function expectedOf(lines: readonly Line[], query: FieldQuery): number[] {
  return lines.flatMap(({ text, way, verdict }, i) => {
    const isJson = way === 'plain' || way === 'by-asking'
    const value: unknown = isJson ? JSON.parse(text) : undefined
    // Of a line that is asked for as a whole nobody asks for its verdict.
    return evaluateQuery(query, { isJson, value, verdict }, compile) === true ? [i] : []
  })
}

const keys = fc.constantFrom(
  'a',
  'b',
  'model',
  'messages',
  '',
  '__proto__',
  'a.b',
  'ключ',
  'x"y',
  'long key of many letters',
  'é',
)
const texts = fc.constantFrom(
  '',
  'a',
  'gpt-4',
  'gpt-4o',
  'gpt-4o-mini',
  'é',
  '中文字',
  '😀',
  'a"b',
  'tab\there',
  'line\nbreak',
  '/slash',
  '\\',
  'x'.repeat(40),
  '\ud800',
  '\u0000',
  '2026-01-01',
)
const numbers = fc.oneof(
  fc.constantFrom(
    0,
    -0,
    1,
    -1,
    0.1,
    1e21,
    1e22,
    1e23,
    5e-324,
    1.7976931348623157e308,
    9007199254740992,
    0.30000000000000004,
    123456789012345680,
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -5, max: 5 }),
  // Eight digits and more are read together.
  fc.maxSafeInteger(),
  fc.integer({ min: 9_999_990, max: 100_000_010 }).map((number) => number / 4),
)
const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    texts,
    numbers,
    fc.constantFrom(true, false, null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(keys, tie('value')), { maxLength: 4 })
      .map((entries) => new Map(entries as [string, unknown][])),
  ),
})).value

/** JSON in one of the ways to write it: with spaces, and characters as escapes. */
function written(value: unknown, style: number): string {
  const space = style & 1 ? ' ' : style & 2 ? '\t' : ''
  if (typeof value === 'string') {
    const plain = JSON.stringify(value)
    if (!(style & 4)) return plain
    const escaped = value
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    return style & 8 ? `"${escaped.join('')}"` : plain.replaceAll('/', '\\/')
  }
  if (Array.isArray(value)) {
    return `[${space}${value.map((one) => written(one, style)).join(`${space},${space}`)}${space}]`
  }
  if (value instanceof Map) {
    const members = [...value].map(
      ([key, member]) => `${written(key, style)}${space}:${space}${written(member, style)}`,
    )
    return `{${space}${members.join(`${space},${space}`)}${space}}`
  }
  if (typeof value === 'number' && style & 16) return value.toExponential()
  return JSON.stringify(value)
}

const lines: fc.Arbitrary<Line> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      text: fc.tuple(values, fc.nat(31)).map(([value, style]) => written(value, style)),
      way: fc.constantFrom<LineWay>('plain', 'plain', 'plain', 'by-asking'),
      verdict: fc.constant('valid' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      text: fc.constantFrom('{"a":', 'nonsense', '{"a":1}}', '"', '[1,2'),
      way: fc.constant<LineWay>('unread'),
      verdict: fc.constant('invalid' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Line>({ text: ' ', way: 'blank', verdict: 'blank' }) },
)

const steps: fc.Arbitrary<FieldStep> = fc.oneof(
  keys,
  fc.integer({ min: -2, max: 2 }),
  fc.constant(EACH),
)
const anyField: fc.Arbitrary<FieldPath> = fc.array(steps, { maxLength: 3 })
const operators = fc.constantFrom('equals', 'less', 'atMost', 'more', 'atLeast' as const)

/** All places in a value, from the value itself on. */
function placesIn(
  value: unknown,
  path: FieldPath = [],
): readonly { readonly path: FieldPath; readonly value: unknown }[] {
  const children: readonly (readonly [FieldStep, unknown])[] = Array.isArray(value)
    ? value.map((one, i) => [i, one] as const)
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
      : []
  return [{ path, value }, ...children.flatMap(([step, child]) => placesIn(child, [...path, step]))]
}

/** The path, or a prefix of it, with indexes that count from the end or stand for all. */
function bent(path: FieldPath): fc.Arbitrary<FieldPath> {
  return fc
    .tuple(fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }), fc.nat(9))
    .map(([ways, cut]) =>
      path.slice(0, cut > 6 ? -1 : path.length).map((step, i) => {
        if (typeof step !== 'number') return step
        const way = ways[i % 8]
        return way === 0 ? EACH : way === 1 ? -1 : step
      }),
    )
}

/** Queries about places that the lines have, mostly, and about values that stand there. */
function queriesOf(some: readonly Line[]): fc.Arbitrary<FieldQuery> {
  const places = some.flatMap(({ text, way }) =>
    way === 'plain' ? placesIn(JSON.parse(text)) : [],
  )
  const scalars = places.flatMap(({ value }) =>
    typeof value === 'string' || typeof value === 'number' ? [value] : [],
  )
  const fields =
    places.length > 0
      ? fc.oneof(anyField, {
          weight: 6,
          arbitrary: fc.constantFrom(...places.map(({ path }) => path)).chain(bent),
        })
      : anyField
  const constants =
    scalars.length > 0
      ? fc.oneof(texts, numbers, { weight: 4, arbitrary: fc.constantFrom(...scalars) })
      : fc.oneof(texts, numbers)
  const test = fc.oneof(
    fc.record({ kind: fc.constant('exists' as const), field: fields }),
    fc.record({
      kind: fc.constant('type' as const),
      field: fields,
      type: fc.constantFrom('object', 'array', 'string', 'number', 'boolean', 'null' as const),
    }),
    fc.record({
      kind: fc.constant('compare' as const),
      field: fields,
      operator: operators,
      value: constants,
    }),
    fc.record({
      kind: fc.constant('compare' as const),
      field: fields,
      operator: fc.constant('equals' as const),
      value: fc.constantFrom(true, false, null),
    }),
    fc.record({
      kind: fc.constant('length' as const),
      field: fields,
      operator: operators,
      value: fc.integer({ min: -1, max: 12 }),
    }),
    fc.record({
      kind: fc.constantFrom('startsWith', 'endsWith', 'contains' as const),
      field: fields,
      text: texts,
    }),
    fc.record({
      kind: fc.constant('matches' as const),
      field: fields,
      source: fc.constantFrom(
        '^gpt-4',
        'mini$',
        '\\d',
        'é|中',
        'line.break',
        'line\\sbreak$',
        '^.$',
        '"b\\b',
      ),
      ignoreCase: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('verdict' as const),
      verdict: fc.constantFrom(...PLAN_VERDICTS),
    }),
  ) as fc.Arbitrary<FieldQuery>

  return fc.letrec<{ query: FieldQuery }>((tie) => ({
    query: fc.oneof(
      { maxDepth: 3 },
      test,
      fc.record({ kind: fc.constant('not' as const), term: tie('query') }),
      fc.record({
        kind: fc.constantFrom('and', 'or' as const),
        terms: fc.array(tie('query'), { minLength: 2, maxLength: 3 }),
      }),
    ) as fc.Arbitrary<FieldQuery>,
  })).query
}

const cases = fc
  .array(lines, { minLength: 1, maxLength: 6, size: 'max' })
  .chain((some) => fc.tuple(fc.constant(some), queriesOf(some)))

describe('the scanner reads for a query', () => {
  test('the lines of which it is true', () => {
    fc.assert(
      fc.property(cases, ([some, query]) => {
        expect(matchesOf(some, query)).toEqual(expectedOf(some, query))
      }),
      runs(2000),
    )
  })

  test('an empty text is in every string, however it is spelled', () => {
    const some = [{ text: '"tab\\there"', way: 'plain', verdict: 'valid' }] as const
    for (const kind of ['contains', 'startsWith', 'endsWith'] as const) {
      expect(matchesOf(some, { kind, field: [], text: '' })).toEqual([0])
    }
  })

  test('the same in any chunks', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 30 }), ([some, query], size) => {
        expect(matchesOf(some, query, size)).toEqual(matchesOf(some, query))
      }),
      runs(100),
    )
  })
})
