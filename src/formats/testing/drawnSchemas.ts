// For property tests: zod schemas of all kinds that zod 4 has for JSON, small ones first.
import fc from 'fast-check'
import { z } from '../zod.ts'
import { drawnLeaf } from './drawnLeaves.ts'
import {
  drawnIntersection,
  drawnMembers,
  drawnObject,
  drawnTagged,
  drawnTree,
  KEYS,
  type Members,
} from './drawnObjects.ts'
import { DrawnSchema, pickOne } from './drawnSchema.ts'
import { WRAPS } from './drawnWraps.ts'

type Drawn = fc.Arbitrary<DrawnSchema>

function wrap(inner: Drawn): Drawn {
  return fc.tuple(inner, fc.constantFrom(...WRAPS)).map(([one, [text, apply]]) => {
    const shown = text.replace('_', () => one.text)
    return new DrawnSchema(apply(one.schema), shown, (pick) =>
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
function array(element: Drawn): Drawn {
  return fc.tuple(element, fc.constantFrom(...LENGTHS)).map(
    ([one, [text, apply]]) =>
      new DrawnSchema(apply(z.array(one.schema)), `z.array(${one.text})${text}`, (pick) => {
        const count = pick(10) === 9 ? 30 + pick(8) : pick(5)
        return Array.from({ length: count }, () => one.sample(pick))
      }),
  )
}

function tuple(item: Drawn): Drawn {
  return fc
    .tuple(fc.array(item, { maxLength: 3 }), fc.option(item, { nil: undefined }))
    .map(([items, rest]) => {
      const list = items.map(({ schema }) => schema) as never
      const shown = `[${items.map(({ text }) => text).join(', ')}]`
      return new DrawnSchema(
        rest ? z.tuple(list, rest.schema) : z.tuple(list),
        `z.tuple(${shown}${rest ? `, ${rest.text}` : ''})`,
        (pick) => [
          ...items.map((one) => one.sample(pick)),
          ...(rest && pick(2) === 1 ? [rest.sample(pick)] : []),
        ],
      )
    })
}

function union(option: Drawn): Drawn {
  return fc
    .tuple(
      fc.array(option, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('union', 'union', 'union', 'xor'),
    )
    .map(([options, name]) => {
      const schemas = options.map(({ schema }) => schema)
      return new DrawnSchema(
        name === 'xor' ? z.xor(schemas as never) : z.union(schemas),
        `z.${name}([${options.map(({ text }) => text).join(', ')}])`,
        (pick) => pickOne(options, pick).sample(pick),
      )
    })
}

const RECORD_KEYS: readonly (readonly [string, z.ZodType])[] = [
  ['z.string()', z.string()],
  ['z.string().max(2)', z.string().max(2)],
  ['z.string().regex(/^[a-k]/)', z.string().regex(/^[a-k]/)],
  ["z.enum(['a', 'b'])", z.enum(['a', 'b'])],
  ['z.coerce.number()', z.coerce.number()],
]

function record(value: Drawn): Drawn {
  const makes = { record: z.record, partialRecord: z.partialRecord, looseRecord: z.looseRecord }
  return fc
    .tuple(
      value,
      fc.constantFrom(...RECORD_KEYS),
      fc.constantFrom('record', 'record', 'partialRecord', 'looseRecord'),
    )
    .map(
      ([one, [keyText, key], name]) =>
        new DrawnSchema(
          makes[name](key as never, one.schema),
          `z.${name}(${keyText}, ${one.text})`,
          (pick) =>
            Object.fromEntries(
              Array.from({ length: pick(4) }, () => [pickOne(KEYS, pick), one.sample(pick)]),
            ),
        ),
    )
}

const { any, object, tagged } = fc.letrec<{
  any: DrawnSchema
  object: DrawnSchema
  tagged: DrawnSchema
  members: Members
}>((tie) => ({
  members: drawnMembers(tie('any')),
  object: drawnObject(tie('members')),
  tagged: drawnTagged(tie('members')),
  any: fc.oneof(
    { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: drawnLeaf },
    { weight: 4, arbitrary: tie('object') },
    { weight: 2, arbitrary: tie('tagged') },
    { weight: 4, arbitrary: array(tie('any')) },
    { weight: 4, arbitrary: wrap(tie('any')) },
    { weight: 3, arbitrary: union(tie('any')) },
    { weight: 2, arbitrary: record(tie('any')) },
    { weight: 1, arbitrary: tuple(tie('any')) },
    { weight: 1, arbitrary: drawnIntersection(tie('members')) },
    { weight: 1, arbitrary: drawnTree(tie('any')) },
  ),
}))

/** Any schema. */
export const drawnSchema: Drawn = any

/** A schema as lines have it: an object, or one of several by a discriminator; sometimes any. */
export const drawnLineSchema: Drawn = fc.oneof(
  { weight: 5, arbitrary: object },
  { weight: 3, arbitrary: tagged },
  { weight: 1, arbitrary: any },
)
