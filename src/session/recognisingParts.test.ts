// Lines whose shape is new are recognised by their components, and have the findings that the format's
// validator gives them alone, whatever the members and the rules.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LineRule } from '../formats/defineFormat.ts'
import { arbitraryLineRules, formatFor } from '../formats/testing/arbitraryFormats.ts'
import { ArbitrarySchema, choices, pickFrom, pickOne } from '../formats/testing/arbitrarySchema.ts'
import { arbitrarySmallSchema } from '../formats/testing/arbitrarySchemas.ts'
import { z } from '../formats/zod.ts'
import { verbatim } from '../i18n/message.ts'
import { runs } from '../tooling/runs.ts'
import { fileOf } from './testing/arbitraryFiles.ts'
import { expectBothWaysAlike } from './testing/bothWays.ts'

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f'] as const
/** Enough keys for an object inside the line to come apart. */
const FURTHER = Array.from({ length: 8 }, (_, i) => `k${i}`)

/** Values that lines share, so that lines have the same members in other combinations. */
const POOL: readonly unknown[] = [
  null,
  true,
  0,
  1.5,
  '',
  'a',
  'abc',
  [],
  [1],
  ['a', 1],
  ['a'],
  [1, 2, 'a'],
  {},
  { a: 1 },
  [{ a: 1 }],
  [{ a: 1 }, { a: 'a' }],
  [[], ['a']],
  [{ b: 2 }, 'a'],
]

function odd(value: unknown, seed: number): boolean {
  const text = JSON.stringify(value) ?? ''
  let sum = seed
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193)
  return ((sum ^ (sum >>> 13)) & 3) === 1
}

/** Speaks of each element, or of each read, by itself. */
function apartRule(holder: readonly string[], seed: number): LineRule {
  const paths = [['a'], ['b', '[]'], ['c', '[]', 'a'], ['b', '[]', 'b']] as const
  return {
    code: `apart-${seed}`,
    severity: 'error',
    title: verbatim('apart'),
    reads: paths.map((path) => ({ path: [...holder, ...path], observes: 'all' })),
    anyOrder: true,
    apart: 'reads',
    check(values) {
      const speaks = values.some((value, i) => {
        if (i === 0) return value !== undefined && odd(value, seed)
        return Array.isArray(value) && value.some((one) => one !== undefined && odd(one, seed + i))
      })
      return speaks ? { message: verbatim('apart.'), at: 0 } : undefined
    },
  }
}

/** Speaks of each element beside another read. */
function elementRule(holder: readonly string[], seed: number): LineRule {
  return {
    code: `element-${seed}`,
    severity: 'warning',
    title: verbatim('element'),
    reads: [
      { path: [...holder, 'd'], observes: 'all' },
      { path: [...holder, 'b', '[]'], observes: 'all' },
    ],
    anyOrder: true,
    apart: 'elements',
    check([other, elements]) {
      const speaks = Array.isArray(elements) && elements.some((one) => odd([other, one], seed))
      return speaks ? { message: verbatim('element.'), at: 1 } : undefined
    },
  }
}

test('lines of other combinations of the same members are validated alike', {
  timeout: 120_000,
}, () => {
  let byComponents = 0
  let lines = 0
  const schemas = fc.tuple(...KEYS.map(() => arbitrarySmallSchema))
  const drawing = fc.record({
    schemas,
    others: schemas,
    isInside: fc.boolean(),
    isStrict: fc.boolean(),
    rules: arbitraryLineRules,
    seed: fc.nat(1000),
    values: fc.tuple(...KEYS.map(() => choices)),
    picks: fc.array(choices, { minLength: 100, maxLength: 200 }),
  })
  fc.assert(
    fc.property(
      drawing,
      ({ schemas: first, others, isInside, isStrict, rules, seed, values, picks }) => {
        const make = isStrict ? z.strictObject : z.looseObject
        const membersOf = (given: readonly ArbitrarySchema[]) =>
          Object.fromEntries([
            ...KEYS.map(
              (key, i) => [key, (given[i] as ArbitrarySchema).schema.optional()] as const,
            ),
            ...FURTHER.map((key) => [key, z.string().optional()] as const),
          ])
        const schema = isInside
          ? z.discriminatedUnion('kind', [
              z.strictObject({ kind: z.literal('a'), body: make(membersOf(first)) }),
              z.strictObject({ kind: z.literal('b'), body: make(membersOf(others)) }),
            ])
          : make(membersOf(first))
        // Of each member some values, and none.
        const pools = values.map((choice, i) => {
          const pick = pickFrom(choice)
          const from = pick(2) === 0 ? first : others
          const sample = (from[i] as ArbitrarySchema).sample(pick)
          return [undefined, sample, pickOne(POOL, pick)]
        })
        const texts = picks.map((choice) => {
          const pick = pickFrom(choice)
          const members: Record<string, unknown> = {}
          for (const [i, key] of KEYS.entries()) {
            const value = pickOne(pools[i] as readonly unknown[], pick)
            if (value !== undefined) members[key] = value
          }
          if (pick(6) === 0) members['unknown'] = 1
          if (pick(6) === 0) members['k1'] = pick(2) === 0 ? 'x' : 1
          const line = isInside
            ? { kind: pickOne(['a', 'b', 'b', 'c'], pick), body: members }
            : members
          return JSON.stringify(pick(2) === 0 ? line : reversed(line))
        })
        const holder = isInside ? ['body'] : []
        const arbitrary = formatFor(texts, new ArbitrarySchema(schema, '', () => ({})), rules)
        const format = {
          ...arbitrary,
          lineRules: [
            ...(arbitrary.lineRules ?? []),
            apartRule(holder, seed),
            elementRule(holder, seed + 7),
          ],
        }
        byComponents += expectBothWaysAlike(format, fileOf(texts)).byComponents
        lines += texts.length
      },
    ),
    runs(240),
  )
  expect(byComponents / lines).toBeGreaterThan(0.05)
})

function reversed(value: object): object {
  return Object.fromEntries(Object.entries(value).reverse())
}
