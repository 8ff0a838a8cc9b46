// The law of the walk: it accepts exactly what zod accepts, and finds fault with everything else.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../tooling/runs.ts'
import type { Problem } from './problem.ts'
import { codeOf } from './problem.ts'
import { formats } from './registry.ts'
import { ROOT, createSchemaChecker } from './schemaChecker.ts'
import { z } from './zod.ts'

/** A JSON value with one place changed: removed, renamed, doubled, or of another type. */
function mutated(value: unknown, pick: () => number): unknown {
  const copy: unknown = structuredClone(value)
  const places: { holder: Record<string, unknown> | unknown[]; key: string | number }[] = []
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    const holder = part as Record<string, unknown> | unknown[]
    const keys = Array.isArray(holder) ? holder.keys() : Object.keys(holder)
    for (const key of keys) {
      places.push({ holder, key })
      visit((holder as Record<string | number, unknown>)[key])
    }
  }
  visit(copy)
  const place = places[pick() % Math.max(1, places.length)]
  if (place === undefined) return ODD[pick() % ODD.length]
  const holder = place.holder as Record<string | number, unknown>
  const kind = pick() % 4
  if (kind === 0 && Array.isArray(place.holder)) place.holder.splice(Number(place.key), 1)
  else if (kind === 0) delete holder[place.key]
  else if (kind === 1 && !Array.isArray(place.holder)) {
    holder[`${place.key}x`] = holder[place.key]
  } else if (kind === 2 && Array.isArray(place.holder)) {
    place.holder.push(...place.holder, ...place.holder, ...place.holder)
  } else holder[place.key] = ODD[pick() % ODD.length]
  return copy
}

const ODD: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  3,
  1e9,
  2 ** 60,
  Infinity,
  '',
  'x',
  'text',
  'user',
  'auto',
  'x'.repeat(70),
  'x'.repeat(600),
  [],
  {},
  [[]],
  [{}],
  ['a', 1],
  [1.5],
  { type: 'text' },
  { role: 'user' },
  { id: 'x' },
  { name: 'x' },
  { constructor: 1 },
  { toString: null },
]

const seeds: readonly unknown[] = formats.flatMap((format) => [
  ...format.examples.valid.map((line): unknown => JSON.parse(line)),
  ...format.examples.invalid.map(({ line }): unknown => JSON.parse(line)),
])

describe.each(formats.map((format) => [format.id, format] as const))('%s', (_id, format) => {
  const checker = createSchemaChecker(format.schema)
  const expectLaw = (value: unknown): void => {
    const isAccepted = format.schema.safeParse(value).success
    expect(checker.accepts(value), JSON.stringify(value)).toBe(isAccepted)
    if (isAccepted) return
    const problems: Problem[] = []
    checker.report(value, ROOT, problems)
    expect(problems.map(codeOf), JSON.stringify(value)).not.toEqual([])
  }

  it('accepts what zod accepts, near its examples', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.array(fc.nat(1000), { minLength: 3, maxLength: 9 }),
        (seed, picks) => {
          let value = seed
          let next = 0
          const pick = (): number => picks[next++ % picks.length] as number
          for (let i = 0; i < picks.length / 3; i++) value = mutated(value, pick)
          expectLaw(value)
        },
      ),
      runs(3000),
    )
  })

  it('accepts what zod accepts, anywhere', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => expectLaw(value)),
      runs(300),
    )
  })
})

describe('a leaf', () => {
  const schemas = [
    z.number().min(-2).max(2),
    z.number().gt(-2).lt(2),
    z.number().multipleOf(0.5),
    z.int().min(1).max(4),
    z.int(),
    z.number().int().max(4),
    z.string().max(2),
    z.string().min(1).max(4),
    z.string().length(2),
    z.string().regex(/^a/),
    z.email(),
    z.boolean(),
    z.null(),
    z.unknown(),
    z.literal(['a', 2, null]),
    z.enum(['a', 'b']),
    z.array(z.string()).min(1).max(2),
    z.array(z.string()).length(2),
    z.array(z.string()).refine((list) => list.length !== 3),
    z.record(z.string().max(2), z.int()),
    z.object({ a: z.int() }).refine((one) => one.a !== 2),
    z.tuple([z.string(), z.int()]),
    z.string().optional(),
    z.lazy(() => z.string().nullable()),
    z
      .string()
      .nullable()
      .refine((text) => text !== null),
    z.union([z.string(), z.int()]).refine((one) => one !== 'ab'),
    z.object({ a: z.unknown() }),
    z.object({ a: z.int() }).catchall(z.string()),
    z.record(z.enum(['a', 'b']), z.int()),
    z.xor([z.string(), z.string().min(2)]),
  ]
  const values: readonly unknown[] = [
    -3,
    -2,
    -1,
    0,
    0.5,
    1,
    1.25,
    2,
    3,
    4,
    5,
    2 ** 53 - 1,
    2 ** 53,
    -(2 ** 53),
    Infinity,
    '',
    'a',
    'ab',
    'abc',
    'abcd',
    'abcde',
    '😀',
    '😀😀',
    'é\u{1f600}\ud83d',
    'a@b.ch',
    true,
    false,
    null,
    [],
    ['a'],
    ['a', 'b'],
    ['a', 'b', 'c'],
    ['a', 1],
    [1],
    {},
    { a: 1 },
    { a: 2 },
    { a: 1, b: 2 },
    { abc: 1 },
    { a: 'x' },
  ]

  it.each(schemas.map((schema, i) => [`${i} ${schema.type}`, schema] as const))(
    'is accepted as by zod, at its bounds: %s',
    (_name, schema) => {
      const checker = createSchemaChecker(schema)
      for (const value of values) {
        const isAccepted = schema.safeParse(value).success
        expect(checker.accepts(value), JSON.stringify(value)).toBe(isAccepted)
        const problems: Problem[] = []
        if (!isAccepted) checker.report(value, ROOT, problems)
        expect(problems.length > 0, JSON.stringify(value)).toBe(!isAccepted)
      }
    },
  )
})

it('of a value of the wrong type only that is said', () => {
  const codesOf = (schema: z.ZodType, value: unknown): string[] => {
    const problems: Problem[] = []
    createSchemaChecker(schema).report(value, ROOT, problems)
    return problems.map(codeOf)
  }
  const text = z.object({ a: z.string().min(2).max(3) })
  const list = z.object({ a: z.array(z.string()).min(2).max(3) })
  for (const value of [[], [1], 'x', '', 5, {}, Infinity]) {
    if (typeof value !== 'string') expect(codesOf(text, { a: value })).toEqual(['type:a'])
    if (!Array.isArray(value)) expect(codesOf(list, { a: value })).toEqual(['type:a'])
  }
})

describe('a union that fits nowhere', () => {
  const codesOf = (schema: z.ZodType, value: unknown): string[] => {
    const problems: Problem[] = []
    createSchemaChecker(schema).report(value, ROOT, problems)
    return problems.map(codeOf)
  }
  const schema = z.strictObject({
    stop: z.union([z.string().min(1), z.array(z.strictObject({ a: z.int() })).max(2)]),
  })

  it('speaks as the option of the same JSON type', () => {
    expect(codesOf(schema, { stop: '' })).toEqual(['too-small:stop'])
    expect(codesOf(schema, { stop: [{ a: 1.5 }] })).toEqual(['type:stop[].a'])
    expect(codesOf(schema, { stop: [{ a: 1, b: 2 }] })).toEqual(['unknown-key'])
  })

  it('names the types when none is meant', () => {
    expect(codesOf(schema, { stop: 5 })).toEqual(['type:stop'])
    expect(codesOf(schema, {})).toEqual(['missing:stop'])
  })

  it('names the tag when no option has it', () => {
    const tagged = z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('a'), size: z.int() }),
      z.strictObject({ kind: z.literal('b') }),
    ])
    expect(codesOf(tagged, { kind: 'c' })).toEqual(['value:kind'])
    expect(codesOf(tagged, { kind: 5 })).toEqual(['type:kind'])
    expect(codesOf(tagged, {})).toEqual(['missing:kind'])
    expect(codesOf(tagged, { kind: 'a', size: 'x' })).toEqual(['type:size'])
    expect(codesOf(tagged, [])).toEqual(['not-an-object'])
  })

  it('holds no free key in a code, and no long one whole', () => {
    expect(codesOf(z.record(z.string().max(3), z.string()), { long: 1, b: 2 })).toEqual([
      'key:.*',
      'type:.*',
      'type:.*',
    ])
    expect(codesOf(z.strictObject({}), { ['k'.repeat(500)]: 1 })[0]?.length).toBeLessThan(60)
  })
})

it('no key of a line is part of a code, whatever the schema', () => {
  const schemas = [
    z.strictObject({}),
    z.record(z.string().max(1), z.int()),
    z.object({}).catchall(z.int()),
    z.record(z.string(), z.int()).refine(() => true),
    z.looseObject({ a: z.record(z.string(), z.strictObject({})) }),
  ]
  for (const schema of schemas) {
    for (const inner of [{ mine: 'x' }, { mine: { mine: 1.5 } }]) {
      const problems: Problem[] = []
      createSchemaChecker(schema).report({ ...inner, a: inner }, ROOT, problems)
      expect(problems.length).toBeGreaterThan(0)
      for (const problem of problems) expect(codeOf(problem)).not.toContain('mine')
    }
  }
})
