// Plans for property tests, and lines from so few values that equal shapes are common.

import fc from 'fast-check'
import { schemaText } from '../../base/testing/arbitraryJsonSchemas.ts'
import type {
  ArrayNode,
  BytesNode,
  NumberNode,
  ObjectNode,
  PlanNode,
  TextNode,
} from '../scanPlan.ts'

/** Keys of plans; one that has to be escaped in JSON, one that is not ASCII, long and short ones. */
const KEYS = ['a', 'b', '', 'q"k', 'ключ', 'sixteen_bytes_ok', 'a_key_of_more_than_sixteen_bytes']

/** The same keys and some others as JSON text, with escapes where they are not needed. */
const KEY_TEXTS = [
  ...KEYS.map((key) => JSON.stringify(key)),
  '"\\u0061"',
  '"\\u043aлюч"',
  '"q\\u0022k"',
  '"x"',
  '"\\u0078"',
  '"__proto__"',
  '"sixteen_bytes_ok_"',
  '"a_key_of_more_than_sixteen_byteS"',
]

const NUMBER_TEXTS = [
  '0',
  '-0',
  '0.0',
  '1',
  '1.0',
  '1e0',
  '10e-1',
  '0.1e1',
  '2',
  '-1',
  '-1.0',
  '0.5',
  '5e-1',
  '0.50',
  '1.5',
  '1e400',
  '-1e400',
  '1e00000000000400',
  '1e-400',
  '9007199254740991',
  '9007199254740992',
  '9007199254740993',
  '9007199254740990',
  '9007199254740991.4',
  '9007199254740994',
  '-9007199254740993',
  '9.007199254740993e15',
  '9100000000000001',
  '9100000000000001.5',
  '4503599627370497.5',
  '4503599627370496.25',
  '1234567890123456789',
  '18446744073709551615',
  '0.49999999999999999999',
  '0.5000000000000000000001',
  '0.99999999999999999999',
  '1.0000000000000000000001',
  '123456789012345678901234567890',
  '1e22',
  '1e23',
  '100',
  '1e2',
  '3.25',
  '0.006929283495992422',
  '-0.0123456789',
]

const STRING_TEXTS = [
  '""',
  '"a"',
  '"ab"',
  '"abc"',
  '"\\u0061"',
  '"\\u0061b"',
  '"\\n"',
  '"é"',
  '"中文"',
  '"😀"',
  '"😀😀"',
  '"\\ud83d\\ude00"',
  '"\\ud83d"',
  '"\\uD83D\\uDE00\\uDE00"',
  '"\\ud83d\\ud83d\\ude00a"',
  '"\\ud83dx\\ude00"',
  '"\\ud83d\\n\\u0041"',
  '"abcdef"',
  '"a longer text of many words"',
  '"a longer text of many wordS"',
  '"a-b_9"',
  '"a\\u002d"',
  '"a\\/b"',
  '"/9j/4AAQSkZJRg"',
  '"\\/9j\\/4AAQSkZJRg"',
  '"\\u002f9j/4AAQSkZJRg"',
  '"/9j/"',
  '"/9j"',
  '"iVBORw0KGgoAAAANSUhEUg"',
  '"iVBORw0KGg\\u006f"',
  '"iVBORw0KGgo"',
  '"iVBORw0KGg"',
  '"\\u0069\\u0056\\u0042\\u004f\\u0052\\u0077\\u0030\\u004b\\u0047\\u0067\\u006f"',
  '"R0lGODlh"',
  '"R0lGOD"',
  '"R0lGO"',
  '"UklGRhoA"',
  '"UklGR"',
  '"UklG"',
  '"data:image/png;base64,iVBORw0KGgo="',
  '"data:image\\/jpeg;base64,\\/9j\\/4AAQSkZJRg=="',
  '"data:image/JPG;base64,\\u002f9j/4AAQSkZJRg=\\u003d"',
  '"data:image/png;base64,/9j/4AAQSkZJRg=="',
  '"data:image/png;base64,iVBORw0KGgoAAAANSUhEUg"',
  '"data:image/png;base64,iVBORw0KGgoAAAANSUhEUg= ="',
  '"data:image/png;base64,iVBORw0KGgoAAAAN\\nSUhEUg=="',
  '"data:image/png;base64,iVBORw0KGgo_AAAA"',
  '"data:image/png;base64,iVBORw0KGgoé"',
  '"data:image/png;base64,"',
  '"data:image/png;base64, \\r"',
  '"data:image/png;base64"',
  '"data:image/png"',
  '"data:image/pngs;base64,AAAA"',
  '"data:image/svg+xml;base64,AAAA"',
  '"\\u0064ata:image/webp;base64,UklGRhoA"',
  '"data:image/gif;base64,R0lGODlh"',
  '"data:"',
  '"DATA:image/gif;base64,R0lGODlh"',
  '"{\\"a\\": 1}"',
  '"{\\"a\\": \\"b"',
  '"{\\n \\"a\\": 1}\\n\\t\\r "',
  '"{\\n \\"a\\": 1}\\n\\f"',
  '"{\\"a\\": 1}\\\\n"',
  '"{\\"a\\": \\u007d"',
  '"\\u007b\\u0009\\u0022a\\u0022: 1\\u007d\\u000A"',
  '"{\\"a\\": 1\\\\u007d"',
  '"{\\"é"',
  '"{\\""',
  '"{}"',
  '"{ "',
  '"{"',
]

const bounds = (pool: readonly number[]) =>
  fc
    .uniqueArray(fc.constantFrom(...pool), { maxLength: 3 })
    .map((values) => values.sort((a, b) => a - b))

const lengths = bounds([1, 2, 3, 4, 6])

const text: fc.Arbitrary<TextNode> = fc
  .tuple(lengths, fc.constantFrom(0, 0, 1, 2, 3, 4, 4, 7, 8, 8, 15, 64, 64, 79))
  .map(([limits, marks]) => ({ kind: 'text', bounds: limits, marks }))
const number: fc.Arbitrary<NumberNode> = fc
  .tuple(fc.boolean(), bounds([1 - 2 ** 53, -1, 0, 0.5, 1, 1.5, 100, 2 ** 53 - 1, 1e22]))
  .map(([integer, limits]) => ({ kind: 'number', integer, bounds: limits }))
const bytes = fc.constantFrom<BytesNode>(
  { kind: 'bytes' },
  { kind: 'bytes', values: ['a', 'ab', 'é', 'a longer text of many words'] },
  { kind: 'bytes', values: ['a', 'é'], tellsOthers: true },
)

const { node } = fc.letrec<{ node: PlanNode; object: ObjectNode; array: ArrayNode }>((tie) => ({
  object: fc
    .tuple(
      fc.uniqueArray(fc.tuple(fc.constantFrom(...KEYS), tie('node')), {
        maxLength: 5,
        selector: ([key]) => key,
      }),
      fc.oneof(fc.constantFrom('ignore' as const, 'present' as const), tie('node')),
      fc.boolean(),
    )
    .map(([keys, unknown, anyNames]) => ({
      kind: 'object',
      keys: new Map(keys),
      unknown,
      anyNames,
    })),
  array: fc
    .tuple(tie('node'), fc.boolean(), fc.boolean(), lengths)
    .map(([element, ordered, ends, limits]) => ({
      kind: 'array',
      element,
      ordered,
      ends,
      bounds: limits,
    })),
  node: fc.oneof(
    { maxDepth: 3, depthSize: 'medium' },
    fc.oneof(
      text,
      number,
      bytes,
      fc.constantFrom<PlanNode>({ kind: 'skip' }, { kind: 'kind' }, { kind: 'schema' }),
    ),
    tie('object'),
    tie('object'),
    tie('array'),
    fc.tuple(fc.oneof(text, bytes), number, tie('object'), tie('array'), fc.nat(15)).map(
      ([string, count, object, array, which]): PlanNode => ({
        kind: 'types',
        ...(which & 1 ? { string } : {}),
        ...(which & 2 ? { number: count } : {}),
        ...(which & 4 ? { object } : {}),
        ...(which & 8 ? { array } : {}),
      }),
    ),
  ),
}))

/** Any plan, a tree. */
export const arbitraryPlan: fc.Arbitrary<PlanNode> = node

/** The same plan with up to 8 of its nodes captured, chosen by `picks`. */
export function withCaptures(plan: PlanNode, picks: readonly boolean[]): PlanNode {
  let turn = 0
  let next = 0
  const visit = (at: PlanNode, isPart = false): PlanNode => {
    const take = !isPart && next < 8 && picks[turn++ % picks.length] === true
    const own = take ? { capture: next++ } : {}
    switch (at.kind) {
      case 'object': {
        const keys = new Map([...at.keys].map(([key, child]) => [key, visit(child)]))
        return { ...at, ...own, keys }
      }
      case 'array':
        return { ...at, ...own, element: visit(at.element) }
      case 'types':
        return {
          ...at,
          ...own,
          ...(take && at.string?.kind === 'bytes' ? { string: { kind: 'bytes' } } : {}),
          ...(at.object ? { object: visit(at.object, true) as ObjectNode | BytesNode } : {}),
          ...(at.array ? { array: visit(at.array, true) as ArrayNode | BytesNode } : {}),
        }
      case 'lazy':
        return at
      case 'skip':
      case 'kind':
      case 'text':
      case 'number':
      case 'schema':
        return { ...at, ...own }
      case 'bytes':
        return take ? { kind: 'bytes', ...own } : at
    }
  }
  return visit(plan)
}

const numberText = fc.constantFrom(...NUMBER_TEXTS)
const stringText = fc.constantFrom(...STRING_TEXTS)
const scalarText = fc.oneof(numberText, stringText, fc.constantFrom('true', 'false', 'null'))

const space = fc.constantFrom('', '', '', ' ')

/** JSON text that has much to do with the plan: mostly the types that it expects. */
export function textFor(plan: PlanNode, depth = 0): fc.Arbitrary<string> {
  const any =
    depth > 3
      ? scalarText
      : fc.oneof(scalarText, fc.constantFrom('[]', '{}', '[1]', '[1, 2]', '{"a":1}'))
  const often = (likely: fc.Arbitrary<string>) =>
    fc.oneof({ weight: 5, arbitrary: likely }, { weight: 1, arbitrary: any })
  switch (plan.kind) {
    case 'skip':
    case 'kind':
    case 'bytes':
      return any
    case 'text':
      return often(stringText)
    case 'number':
      return often(numberText)
    case 'lazy':
      return textFor(plan.node(), depth)
    case 'object': {
      const keys = [...plan.keys].map(([key, child]) =>
        fc.tuple(fc.constant(JSON.stringify(key)), textFor(child, depth + 1)),
      )
      const unknown = typeof plan.unknown === 'string' ? any : textFor(plan.unknown, depth + 1)
      const other = fc.tuple(fc.constantFrom(...KEY_TEXTS), fc.oneof(unknown, any))
      const member =
        keys.length > 0 ? fc.oneof({ weight: 4, arbitrary: fc.oneof(...keys) }, other) : other
      return often(
        fc
          .array(fc.tuple(space, member, space), { maxLength: 4 })
          .map(
            (members) => `{${members.map(([a, [k, v], b]) => `${a}${k}:${a}${v}${b}`).join(',')}}`,
          ),
      )
    }
    case 'array':
      return often(
        fc
          .array(fc.tuple(textFor(plan.element, depth + 1), space), { maxLength: 5 })
          .map((items) => `[${items.map(([item, a]) => item + a).join(',')}]`),
      )
    case 'schema':
      return often(schemaText)
    case 'types': {
      const parts = [plan.string, plan.number, plan.object, plan.array].flatMap((part) =>
        part ? [textFor(part, depth)] : [],
      )
      return fc.oneof(any, ...parts)
    }
  }
}
