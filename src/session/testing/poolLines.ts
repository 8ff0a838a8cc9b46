// For property tests: lines in which one place holds, one after the other, values of all kinds.
import { NUMBERS, STRINGS } from '../../formats/testing/arbitraryLeaves.ts'
import { ArbitrarySchema, pickFrom } from '../../formats/testing/arbitrarySchema.ts'
import { z } from '../../formats/zod.ts'
import { spellLine } from './spellLine.ts'

/** What an arbitrary schema is put into, and the texts of lines with a value in its place. */
export interface Holder {
  readonly schemaOf: (inner: ArbitrarySchema) => ArbitrarySchema
  readonly linesOf: (value: string) => readonly string[]
}

function holder(
  linesOf: (value: string) => readonly string[],
  text: (inner: string) => string,
  schema: (inner: z.ZodType) => z.ZodType,
): Holder {
  return {
    linesOf,
    schemaOf: (inner) => new ArbitrarySchema(schema(inner.schema), text(inner.text), inner.sample),
  }
}

const BEFORE = 'z.string().min(3).max(4), z.number().min(2).max(100)'
const AFTER = 'z.array(z.int()).max(3), z.strictObject({ a: z.string() })'
const [FIRST, SECOND] = [z.string().min(3).max(4), z.number().min(2).max(100)]
const [THIRD, FOURTH] = [z.array(z.int()).max(3), z.strictObject({ a: z.string() })]

export const HOLDERS: readonly Holder[] = [
  holder(
    (value) => [`{"a":${value}}`],
    (inner) => `z.strictObject({ a: ${inner} })`,
    (inner) => z.strictObject({ a: inner }),
  ),
  holder(
    (value) => [`{"b":1,"a":${value}}`],
    (inner) => `z.object({ a: ${inner}.optional() })`,
    (inner) => z.object({ a: inner.optional() }),
  ),
  holder(
    (value) => [`[${value}]`],
    (inner) => `z.array(${inner})`,
    (inner) => z.array(inner),
  ),
  holder(
    (value) => [`{"x":${value},"y":${value}}`],
    (inner) => `z.record(z.string(), ${inner})`,
    (inner) => z.record(z.string(), inner),
  ),
  holder(
    (value) => [`{"kind":"a","a":${value}}`, `{"kind":"b","a":${value}}`],
    (inner) => `tagged: { kind: 'a', a: ${inner} }, { kind: 'b', a: z.enum(['a', 'abc']) }`,
    (inner) =>
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('a'), a: inner }),
        z.strictObject({ kind: z.literal('b'), a: z.enum(['a', 'abc']) }),
      ]),
  ),
  holder(
    (value) => [`{"a":${value}}`],
    (inner) => `z.strictObject({ a: z.union([${BEFORE}, ${inner}, ${AFTER}]) })`,
    (inner) => z.strictObject({ a: z.union([FIRST, SECOND, inner, THIRD, FOURTH]) }),
  ),
]

function numbers(count: number, step: number, last?: number): string {
  const list = Array.from({ length: count }, (_, i) => i * step)
  return JSON.stringify(last === undefined ? list : [...list, last])
}

/** JSON texts; some are the same number in other digits, or nearly. */
const POOL: readonly string[] = [
  ...[...STRINGS, ...NUMBERS].map((value) => spellLine(value, () => 0)),
  ...`1.0 0.1e1 10e-1 100e-2 1.00000000000000000000001 0.99999999999999999999999
    1.0000000000000000000000001 0.5000000000000000000001 2.0000000000000004 2e0
    9007199254740991.4 9007199254740993 9007199254740992.0 -9007199254740993
    99999999999999999999 1e21 1e22 9.9999999999999999e21 1e-400 0e400 -0.0
    0.30000000000000001 0.29999999999999998 0.3 16e0 17.0 2147483647.5
    "\\u0061" "\\u0061b" "\\ud83d\\ude00" "\\ud83d\\ude00\\ud83d\\ude00" "😀é" "é"
    true false null {} {"a":1} {"a":"a"} {"a":1,"b":2} {"kind":"a"} {"id":"a"}
    [0,1,2,3] [0,2,1,3] [0,1,1,3] [3,1,2,0] [0,2,2,1,3] ["a","b","c"] ["a","c","b"] ["c","b","a"]
    [] [1] [1,1] [1,2,3] [1,2,3,4] ["a"] ["a","b"] ["a","a","a"] ["a","b","c","d"]
    ["a",1] ["a",1,1] [1,"a","a"] ["a","b",1] [1.5,1] [[]] [[1],["a"]] [{}] [null]
    ["",1,"a"] ["",""] [{"a":1},{"a":"a"}] [{"a":1,"b":1}] [{"a":1,"c":1},{"a":"a"}]`.split(/\s+/),
  numbers(40, 1),
  numbers(40, 2),
  numbers(40, 2, 81),
  numbers(40, 2, 82.5),
  numbers(33, 1, 0.5),
]

/** One line for each value of the pool and for some that suit the schema. */
export function poolLines(
  inner: ArbitrarySchema,
  { linesOf }: Holder,
  order: readonly number[],
): string[] {
  const pick = pickFrom(order)
  const isReversed = pick(2) === 1
  const samples = Array.from({ length: 12 }, () => spellLine(inner.sample(pick), () => 0))
  const lines = [...samples, ...POOL].flatMap(linesOf)
  return isReversed ? lines.reverse() : lines
}
