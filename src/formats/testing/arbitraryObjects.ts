// For property tests: zod schemas of objects.
import fc from 'fast-check'
import { z } from '../zod.ts'
import { arbitraryLeaf } from './arbitraryLeaves.ts'
import { ArbitrarySchema, type Pick, pickOne } from './arbitrarySchema.ts'
import { isChosen } from './arbitraryWraps.ts'

/** Integer-like keys come first in JavaScript; two share 16 bytes; some cannot be plain JSON text. */
export const KEYS = [
  'a',
  'b',
  'id',
  'kind',
  '7',
  'ключ',
  'q"k',
  '',
  'sixteen_bytes_ok',
  'sixteen_bytes_ok_too',
] as const

const TAGS = ['a', 'b', 'abc', 7, null] as const

const KNOWN_OPENNESS = ['strict', 'loose', 'strip'] as const
const OPENNESS = [...KNOWN_OPENNESS, 'catchall'] as const

export type Members = readonly (readonly [key: string, member: ArbitrarySchema])[]

export function arbitraryMembers(member: fc.Arbitrary<ArbitrarySchema>): fc.Arbitrary<Members> {
  return fc.uniqueArray(fc.tuple(fc.constantFrom<string>(...KEYS), member), {
    maxLength: 4,
    selector: ([key]) => key,
  })
}

/** `isKnown`: of the kinds of which it is known what they look at. */
export function arbitraryObject(
  members: fc.Arbitrary<Members>,
  isKnown: boolean,
): fc.Arbitrary<ArbitrarySchema> {
  return fc
    .tuple(members, fc.constantFrom(...(isKnown ? KNOWN_OPENNESS : OPENNESS)), arbitraryLeaf)
    .map(([arbitrary, openness, rest]) => objectOf(arbitrary, openness, rest))
}

/** One of several objects by the value of `kind`. */
export function arbitraryTagged(
  members: fc.Arbitrary<Members>,
  isKnown: boolean,
): fc.Arbitrary<ArbitrarySchema> {
  const option = fc.record({
    tag: fc.constantFrom(...TAGS),
    members,
    openness: fc.constantFrom(...(isKnown ? KNOWN_OPENNESS : OPENNESS)),
    isRefined: isKnown ? fc.constant(false) : fc.boolean(),
    rest: arbitraryLeaf,
  })
  return fc
    .uniqueArray(option, { minLength: 1, maxLength: 4, selector: ({ tag }) => tag })
    .map((options) => {
      const arbitrary = options.map(({ tag, members: all, openness, isRefined, rest }) => {
        const text = `z.literal(${JSON.stringify(tag)})`
        const literal = new ArbitrarySchema(z.literal(tag), text, () => tag)
        const others = all.filter(([key]) => key !== 'kind')
        const object = objectOf([['kind', literal], ...others], openness, rest)
        if (!isRefined) return object
        return new ArbitrarySchema(
          object.schema.refine(isChosen),
          `${object.text}.refine(isChosen)`,
          object.sample,
        )
      })
      return new ArbitrarySchema(
        z.discriminatedUnion('kind', arbitrary.map(({ schema }) => schema) as never),
        `z.discriminatedUnion('kind', [${arbitrary.map(({ text }) => text).join(', ')}])`,
        (pick) => pickOne(arbitrary, pick).sample(pick),
      )
    })
}

/** Of different keys: zod throws when the two sides make different values of one. */
export function arbitraryIntersection(
  members: fc.Arbitrary<Members>,
): fc.Arbitrary<ArbitrarySchema> {
  return fc
    .tuple(members, fc.nat(4), fc.constantFrom('strict', 'strip'), arbitraryLeaf)
    .map(([all, cut, openness, rest]) => {
      const left = objectOf(all.slice(0, cut), openness, rest)
      const right = objectOf(all.slice(cut), 'strip', rest)
      return new ArbitrarySchema(
        z.intersection(left.schema, right.schema),
        `z.intersection(${left.text}, ${right.text})`,
        (pick) => Object.assign({}, left.sample(pick), right.sample(pick)),
      )
    })
}

/** An object that may hold objects like itself: by a getter, by `z.lazy`, or in an array. */
export function arbitraryTree(
  member: fc.Arbitrary<ArbitrarySchema>,
): fc.Arbitrary<ArbitrarySchema> {
  return fc.tuple(member, fc.constantFrom('getter', 'lazy', 'array')).map(([value, by]) => {
    const tree: z.ZodType =
      by === 'getter'
        ? z.strictObject({
            a: value.schema,
            get b() {
              return tree.optional()
            },
          })
        : z.strictObject({
            a: value.schema,
            b: (by === 'lazy' ? z.lazy(() => tree) : z.array(z.lazy(() => tree))).optional(),
          })
    const sample = (pick: Pick, depth: number): unknown => {
      const a = value.sample(pick)
      if (depth === 3 || pick(2) === 0) return { a }
      const b = sample(pick, depth + 1)
      return { a, b: by === 'array' ? [b, sample(pick, depth + 1)] : b }
    }
    const itself = by === 'array' ? 'z.array(itself)' : 'itself'
    return new ArbitrarySchema(
      tree,
      `z.strictObject({ a: ${value.text}, b: ${itself}.optional() } by ${by})`,
      (pick) => sample(pick, 0),
    )
  })
}

function objectOf(
  members: Members,
  openness: (typeof OPENNESS)[number],
  rest: ArbitrarySchema,
): ArbitrarySchema {
  const shape = Object.fromEntries(members.map(([key, member]) => [key, member.schema]))
  const text = `{ ${members.map(([key, member]) => `${JSON.stringify(key)}: ${member.text}`).join(', ')} }`
  const sample = (pick: Pick): unknown => sampleObject(members, pick)
  switch (openness) {
    case 'strict':
      return new ArbitrarySchema(z.strictObject(shape), `z.strictObject(${text})`, sample)
    case 'loose':
      return new ArbitrarySchema(z.looseObject(shape), `z.looseObject(${text})`, sample)
    case 'strip':
      return new ArbitrarySchema(z.object(shape), `z.object(${text})`, sample)
    case 'catchall':
      return new ArbitrarySchema(
        z.object(shape).catchall(rest.schema),
        `z.object(${text}).catchall(${rest.text})`,
        (pick) => ({ ...sampleObject(members, pick), [pickOne(KEYS, pick)]: rest.sample(pick) }),
      )
  }
}

/** Some of the members, mostly all, in some order, perhaps with a key more. */
function sampleObject(members: Members, pick: Pick): Record<string, unknown> {
  const turn = members.length > 0 ? pick(members.length) : 0
  const turned = [...members.slice(turn), ...members.slice(0, turn)]
  const chosen = turned.filter(
    ([, member]) => pick(member.schema.safeParse(undefined).success ? 2 : 12) === 0,
  )
  const entries = chosen.map(([key, member]) => [key, member.sample(pick)] as const)
  const isMore = pick(8) === 7
  return Object.fromEntries(isMore ? [...entries, [pickOne(KEYS, pick), pick(3)]] : entries)
}
