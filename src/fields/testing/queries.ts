// Drawn fields, queries and lines.
import fc from 'fast-check'
import { EACH, type FieldPath } from '../fieldPath.ts'
import { type FieldQuery, type FieldTest, type Scalar, VALUE_TYPES } from '../fieldQuery.ts'
import { VERDICTS } from '../queryWords.ts'

/** Keys that lines and fields have in common often, and odd ones. */
const anyKey = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('a', 'b', 'verdict', 'not', 'AND', 'type', 'a.b', 'edited'),
  },
  { weight: 1, arbitrary: fc.constantFrom('', '$', '*', '__proto__', '"', "'", '\\', '鍵', '😀') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
)

export const anyField: fc.Arbitrary<FieldPath> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: anyKey },
    { weight: 1, arbitrary: fc.integer({ min: -3, max: 3 }) },
    { weight: 1, arbitrary: fc.constant(EACH) },
  ),
  { maxLength: 4 },
)

const anyText = fc.oneof(
  fc.constantFrom('', 'a', 'ab', 'b', '😀', '\ud83d', '\ude00', '\ue000', '"', '\\'),
  fc.string({ unit: 'binary', maxLength: 5 }),
)

const anyNumber = fc.oneof(fc.constantFrom(0, -0, 1, 2, 1.5, Infinity), fc.double({ noNaN: true }))

const anyScalar: fc.Arbitrary<Scalar> = fc.oneof(
  anyText,
  anyNumber,
  fc.constantFrom(true, false, null),
)

const order = fc.constantFrom('equals', 'less', 'atMost', 'more', 'atLeast')

const anyTest: fc.Arbitrary<FieldTest> = fc.oneof(
  fc.record({ kind: fc.constant('exists'), field: anyField }),
  fc.record({ kind: fc.constant('type'), field: anyField, type: fc.constantFrom(...VALUE_TYPES) }),
  fc.record({
    kind: fc.constant('compare'),
    field: anyField,
    operator: order,
    value: fc.oneof(anyText, anyNumber),
  }),
  fc.record({
    kind: fc.constant('compare'),
    field: anyField,
    operator: fc.constant('equals'),
    value: anyScalar,
  }),
  fc.record({ kind: fc.constant('length'), field: anyField, operator: order, value: anyNumber }),
  fc.record({
    kind: fc.constantFrom('startsWith', 'endsWith', 'contains'),
    field: anyField,
    text: anyText,
  }),
  fc.record({
    kind: fc.constant('matches'),
    field: anyField,
    source: fc.constantFrom('', 'a', '^a/b$', '[/]x', '\\\\', '\\d+', '"'),
    ignoreCase: fc.boolean(),
  }),
)

/** At most 3 deep and 27 tests. */
export const anyQuery: fc.Arbitrary<FieldQuery> = queries(3)

function queries(depth: number): fc.Arbitrary<FieldQuery> {
  const leaf = fc.oneof(
    { weight: 6, arbitrary: anyTest },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('verdict'),
        verdict: fc.constantFrom(...VERDICTS),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ kind: 'edited' } as const) },
  )
  if (depth === 0) return leaf
  const inner = queries(depth - 1)
  return fc.oneof(
    { weight: 2, arbitrary: leaf },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('not'), term: inner }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('and', 'or'),
        terms: fc.array(inner, { minLength: 2, maxLength: 3 }),
      }),
    },
  )
}

/** Values of lines in which fields as drawn above lead somewhere. */
export const anyValue: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyScalar.filter((value) => typeof value !== 'number' || Number.isFinite(value)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .array(fc.tuple(anyKey, tie('value')), { maxLength: 4 })
      .map(
        (members) =>
          JSON.parse(
            `{${members.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join()}}`,
          ) as unknown,
      ),
  ),
})).value
