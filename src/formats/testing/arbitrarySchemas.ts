// For property tests: zod schemas of all kinds that zod 4 has for JSON, small ones first.
import fc from 'fast-check'
import { z } from '../zod.ts'
import { arbitraryLeaf, knownLeaf } from './arbitraryLeaves.ts'
import {
  arbitraryIntersection,
  arbitraryMembers,
  arbitraryObject,
  arbitraryTagged,
  arbitraryTree,
  KEYS,
  type Members,
} from './arbitraryObjects.ts'
import { ArbitrarySchema, pickOne } from './arbitrarySchema.ts'
import { KNOWN_WRAPS, type Wrap, WRAPS } from './arbitraryWraps.ts'

type Arbitrary = fc.Arbitrary<ArbitrarySchema>

function wrap(inner: Arbitrary, wraps: readonly Wrap[]): Arbitrary {
  return fc.tuple(inner, fc.constantFrom(...wraps)).map(([one, [text, apply]]) => {
    const shown = text.replace('_', () => one.text)
    return new ArbitrarySchema(apply(one.schema), shown, (pick) =>
      pick(5) === 4 ? null : one.sample(pick),
    )
  })
}

const LENGTHS: readonly (readonly [string, (array: z.ZodArray) => z.ZodType])[] = [
  ['', (array) => array],
  ['.min(1)', (array) => array.min(1)],
  ['.max(2)', (array) => array.max(2)],
  ['.min(2).max(3)', (array) => array.min(2).max(3)],
  ['.nonempty()', (array) => array.nonempty()],
  ['.length(2)', (array) => array.length(2)],
  ['.max(40)', (array) => array.max(40)],
]

/** Some samples have about as many elements as are told apart while scanning. */
function array(element: Arbitrary): Arbitrary {
  return fc.tuple(element, fc.constantFrom(...LENGTHS)).map(
    ([one, [text, apply]]) =>
      new ArbitrarySchema(apply(z.array(one.schema)), `z.array(${one.text})${text}`, (pick) => {
        const count = pick(10) === 9 ? 30 + pick(8) : pick(5)
        return Array.from({ length: count }, () => one.sample(pick))
      }),
  )
}

function tuple(item: Arbitrary): Arbitrary {
  return fc
    .tuple(fc.array(item, { maxLength: 3 }), fc.option(item, { nil: undefined }))
    .map(([items, rest]) => {
      const list = items.map(({ schema }) => schema) as never
      const shown = `[${items.map(({ text }) => text).join(', ')}]`
      return new ArbitrarySchema(
        rest ? z.tuple(list, rest.schema) : z.tuple(list),
        `z.tuple(${shown}${rest ? `, ${rest.text}` : ''})`,
        (pick) => [
          ...items.map((one) => one.sample(pick)),
          ...(rest && pick(2) === 1 ? [rest.sample(pick)] : []),
        ],
      )
    })
}

function union(option: Arbitrary, isKnown: boolean): Arbitrary {
  return fc
    .tuple(
      fc.array(option, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('union', 'union', 'union', isKnown ? 'union' : 'xor'),
    )
    .map(([options, name]) => {
      const schemas = options.map(({ schema }) => schema)
      return new ArbitrarySchema(
        name === 'xor' ? z.xor(schemas as never) : z.union(schemas),
        `z.${name}([${options.map(({ text }) => text).join(', ')}])`,
        (pick) => pickOne(options, pick).sample(pick),
      )
    })
}

const KNOWN_KEYS: readonly (readonly [string, z.ZodType])[] = [
  ['z.string()', z.string()],
  ['z.string().max(2)', z.string().max(2)],
  ['z.string().regex(/^[a-k]/)', z.string().regex(/^[a-k]/)],
]
const ANY_KEYS: typeof KNOWN_KEYS = [
  ...KNOWN_KEYS,
  ["z.enum(['a', 'b'])", z.enum(['a', 'b'])],
  ['z.coerce.number()', z.coerce.number()],
]

function record(value: Arbitrary, isKnown: boolean): Arbitrary {
  const makes = { record: z.record, partialRecord: z.partialRecord, looseRecord: z.looseRecord }
  const names = isKnown
    ? (['record'] as const)
    : (['record', 'partialRecord', 'looseRecord'] as const)
  return fc
    .tuple(value, fc.constantFrom(...(isKnown ? KNOWN_KEYS : ANY_KEYS)), fc.constantFrom(...names))
    .map(
      ([one, [keyText, key], name]) =>
        new ArbitrarySchema(
          makes[name](key as never, one.schema),
          `z.${name}(${keyText}, ${one.text})`,
          (pick) =>
            Object.fromEntries(
              Array.from({ length: pick(4) }, () => [pickOne(KEYS, pick), one.sample(pick)]),
            ),
        ),
    )
}

interface Kinds {
  readonly any: Arbitrary
  readonly object: Arbitrary
  readonly tagged: Arbitrary
}

/** `isKnown`: of the kinds of which it is known what they look at. */
function kinds(isKnown: boolean): Kinds {
  return fc.letrec<{
    any: ArbitrarySchema
    object: ArbitrarySchema
    tagged: ArbitrarySchema
    members: Members
  }>((tie) => ({
    members: arbitraryMembers(tie('any')),
    object: arbitraryObject(tie('members'), isKnown),
    tagged: arbitraryTagged(tie('members'), isKnown),
    any: fc.oneof(
      { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
      { weight: 4, arbitrary: isKnown ? knownLeaf : arbitraryLeaf },
      { weight: 4, arbitrary: tie('object') },
      { weight: 2, arbitrary: tie('tagged') },
      { weight: 4, arbitrary: array(tie('any')) },
      { weight: 4, arbitrary: wrap(tie('any'), isKnown ? KNOWN_WRAPS : WRAPS) },
      { weight: 3, arbitrary: union(tie('any'), isKnown) },
      { weight: 2, arbitrary: record(tie('any'), isKnown) },
      { weight: 1, arbitrary: arbitraryTree(tie('any')) },
      ...(isKnown
        ? []
        : [
            { weight: 1, arbitrary: tuple(tie('any')) },
            { weight: 1, arbitrary: arbitraryIntersection(tie('members')) },
          ]),
    ),
  }))
}

const known = kinds(true)
const all = kinds(false)

/** Any schema; more often one of which it is known what it looks at. */
export const arbitrarySchema: Arbitrary = fc.oneof(
  { weight: 2, arbitrary: known.any },
  { weight: 1, arbitrary: all.any },
)

/** Mostly a schema for values that hold no others. */
export const arbitrarySmallSchema: Arbitrary = fc.oneof(
  { weight: 3, arbitrary: arbitraryLeaf },
  { weight: 2, arbitrary: arbitrarySchema },
)

/** A schema as lines have it: an object, or one of several by a discriminator; sometimes any. */
export const arbitraryLineSchema: Arbitrary = fc.oneof(
  { weight: 10, arbitrary: known.object },
  { weight: 5, arbitrary: known.tagged },
  { weight: 4, arbitrary: all.object },
  { weight: 2, arbitrary: all.tagged },
  { weight: 2, arbitrary: all.any },
)
