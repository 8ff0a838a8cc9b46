// For property tests: zod schemas of single values, with the checks that zod has for them.
import fc from 'fast-check'
import { z } from '../zod.ts'
import { ArbitrarySchema, type Pick, pickOne } from './arbitrarySchema.ts'

/** Lengths around the bounds below, around blocks of 16 bytes, and of one to four bytes a character. */
export const STRINGS: readonly string[] = [
  '',
  'a',
  'b',
  'ab',
  'abc',
  'aaaa',
  'abcde',
  'é',
  'é中😀',
  '😀',
  '😀😀',
  ' a ',
  'A"\\\n',
  'x'.repeat(15),
  'x'.repeat(16),
  'x'.repeat(17),
  'y'.repeat(31),
  'y'.repeat(33),
  'a@b.ch',
  '2026-01-31',
  'true',
  '5',
  '1.5',
  '\ud83d',
  '\u2028',
  'constructor',
  '/9j',
  '/9j/4AAQSkZJRg',
  'iVBORw0KGgoAAAANSUhEUg',
  '{"a": 1}',
  '{"a": 1',
]

/** At and beside the bounds below; JSON.parse gives all of these. */
export const NUMBERS: readonly number[] = [
  0,
  1,
  2,
  -1,
  -0,
  0.5,
  1.5,
  -0.5,
  3,
  5,
  16,
  100,
  101,
  0.1 + 0.2,
  0.30000000000000004 - 2 ** -54,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 53 - 1,
  2 ** 53,
  2 ** 53 + 2,
  -(2 ** 53),
  2 ** 63,
  1e22,
  1e23,
  1e-7,
  5e-324,
  Number.MAX_VALUE,
  Infinity,
  -Infinity,
]

type Step = readonly [text: string, apply: (schema: never) => z.ZodType]

function steps<T extends z.ZodType>(
  ...list: readonly (readonly [string, (schema: T) => z.ZodType])[]
): Step[] {
  return list as unknown as Step[]
}

const STRING_STEPS = steps<z.ZodString>(
  ['.min(1)', (s) => s.min(1)],
  ['.min(2)', (s) => s.min(2)],
  ['.max(2)', (s) => s.max(2)],
  ['.max(16)', (s) => s.max(16)],
  ['.min(17)', (s) => s.min(17)],
  ['.length(4)', (s) => s.length(4)],
  ['.nonempty()', (s) => s.nonempty()],
  ['.max(2.5)', (s) => s.max(2.5)],
  ['.min(1.5)', (s) => s.min(1.5)],
)

const ODD_STRING_STEPS = steps<z.ZodString>(
  ['.regex(/^a/)', (s) => s.regex(/^a/)],
  [".startsWith('a')", (s) => s.startsWith('a')],
  [".endsWith('b')", (s) => s.endsWith('b')],
  [".includes('x')", (s) => s.includes('x')],
  ['.trim()', (s) => s.trim()],
  ['.toLowerCase()', (s) => s.toLowerCase()],
  ['.normalize()', (s) => s.normalize()],
  ['.lowercase()', (s) => s.lowercase()],
)

const NUMBER_STEPS = steps<z.ZodNumber>(
  ['.min(0)', (s) => s.min(0)],
  ['.max(2)', (s) => s.max(2)],
  ['.gt(0.5)', (s) => s.gt(0.5)],
  ['.lt(1)', (s) => s.lt(1)],
  ['.min(-1)', (s) => s.min(-1)],
  ['.max(100)', (s) => s.max(100)],
  ['.gte(0.3)', (s) => s.gte(0.3)],
  ['.max(2 ** 53)', (s) => s.max(2 ** 53)],
  ['.lt(1e22)', (s) => s.lt(1e22)],
  ['.positive()', (s) => s.positive()],
  ['.negative()', (s) => s.negative()],
  ['.nonnegative()', (s) => s.nonnegative()],
  ['.int()', (s) => s.int()],
  ['.safe()', (s) => s.safe()],
  ['.finite()', (s) => s.finite()],
)

const ODD_NUMBER_STEPS = steps<z.ZodNumber>(
  ['.multipleOf(0.5)', (s) => s.multipleOf(0.5)],
  ['.multipleOf(2)', (s) => s.multipleOf(2)],
)

type Start = readonly [text: string, schema: z.ZodType]

const STRING_STARTS: readonly Start[] = [['z.string()', z.string()]]
const ODD_STRING_STARTS: readonly Start[] = [['z.coerce.string()', z.coerce.string()]]
const NUMBER_STARTS: readonly Start[] = [
  ['z.number()', z.number()],
  ['z.int()', z.int()],
]
const ODD_NUMBER_STARTS: readonly Start[] = [
  ['z.int32()', z.int32()],
  ['z.float32()', z.float32()],
  ['z.coerce.number()', z.coerce.number()],
]

/** One of `starts`, mostly the first ones, with up to three checks. */
function checked(
  starts: readonly Start[],
  list: readonly Step[],
  values: readonly unknown[],
): fc.Arbitrary<ArbitrarySchema> {
  return fc
    .tuple(
      fc.oneof(
        { weight: 3, arbitrary: fc.constant(starts[0] as Start) },
        fc.constantFrom(...starts),
      ),
      fc.array(fc.constantFrom(...list), { maxLength: 3 }),
    )
    .map(([[text, start], chosen]) => {
      const schema = chosen.reduce((one, [, apply]) => apply(one as never), start)
      return new ArbitrarySchema(schema, text + chosen.map(([name]) => name).join(''), (pick) =>
        pickOne(values, pick),
      )
    })
}

const any = (pick: Pick): unknown => pickOne([...STRINGS, ...NUMBERS, null, true, {}, []], pick)

const SINGLE: readonly ArbitrarySchema[] = [
  new ArbitrarySchema(z.boolean(), 'z.boolean()', (pick) => pick(2) === 0),
  new ArbitrarySchema(z.null(), 'z.null()', () => null),
  new ArbitrarySchema(z.any(), 'z.any()', any),
  new ArbitrarySchema(z.unknown(), 'z.unknown()', any),
  new ArbitrarySchema(z.never(), 'z.never()', any),
]

const ODD_SINGLE: readonly ArbitrarySchema[] = [
  new ArbitrarySchema(z.undefined(), 'z.undefined()', any),
  new ArbitrarySchema(z.bigint(), 'z.bigint()', any),
  new ArbitrarySchema(z.nan(), 'z.nan()', any),
  new ArbitrarySchema(z.coerce.boolean(), 'z.coerce.boolean()', any),
  new ArbitrarySchema(z.stringbool(), 'z.stringbool()', (pick) =>
    pickOne(['true', 'no', 'a'], pick),
  ),
  new ArbitrarySchema(z.email(), 'z.email()', (pick) => pickOne(['a@b.ch', 'a@'], pick)),
  new ArbitrarySchema(z.iso.date(), 'z.iso.date()', (pick) =>
    pickOne(['2026-01-31', '2026-02-31'], pick),
  ),
  new ArbitrarySchema(
    z.templateLiteral(['a', z.int()]),
    "z.templateLiteral(['a', z.int()])",
    (pick) => pickOne(['a1', 'a', 'a1.5'], pick),
  ),
  new ArbitrarySchema(
    z.custom((value) => value === 1),
    'z.custom(is 1)',
    (pick) => pick(3),
  ),
]

const LITERALS = ['a', 'b', '', 'é', 'x'.repeat(17), 0, 1, -1, 1.5, true, false, null] as const

const literal = fc
  .uniqueArray(fc.constantFrom(...LITERALS), { minLength: 1, maxLength: 4 })
  .map(
    (values) =>
      new ArbitrarySchema(z.literal(values), `z.literal(${JSON.stringify(values)})`, (pick) =>
        pickOne(values, pick),
      ),
  )

const enumeration = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'abc', 'é', 'true', 'x'.repeat(17)), {
    minLength: 1,
    maxLength: 4,
  })
  .map(
    (values) =>
      new ArbitrarySchema(z.enum(values), `z.enum(${JSON.stringify(values)})`, (pick) =>
        pickOne(values, pick),
      ),
  )

/** A schema for values that hold no others, of the kinds of which it is known what they look at. */
export const knownLeaf: fc.Arbitrary<ArbitrarySchema> = fc.oneof(
  { weight: 5, arbitrary: checked(STRING_STARTS, STRING_STEPS, STRINGS) },
  { weight: 5, arbitrary: checked(NUMBER_STARTS, NUMBER_STEPS, NUMBERS) },
  { weight: 3, arbitrary: literal },
  { weight: 2, arbitrary: enumeration },
  { weight: 2, arbitrary: fc.constantFrom(...SINGLE) },
)

/** Any schema for values that hold no others. */
export const arbitraryLeaf: fc.Arbitrary<ArbitrarySchema> = fc.oneof(
  { weight: 10, arbitrary: knownLeaf },
  {
    weight: 3,
    arbitrary: checked(
      [...STRING_STARTS, ...ODD_STRING_STARTS],
      [...STRING_STEPS, ...ODD_STRING_STEPS],
      STRINGS,
    ),
  },
  {
    weight: 3,
    arbitrary: checked(
      [...NUMBER_STARTS, ...ODD_NUMBER_STARTS],
      [...NUMBER_STEPS, ...ODD_NUMBER_STEPS],
      NUMBERS,
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom(...ODD_SINGLE) },
)
