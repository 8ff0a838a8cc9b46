// For tests: JSON Schemas as text, good ones and bad ones of all kinds, spelled in many ways.
import fc from 'fast-check'
import {
  SCHEMA_FORMATS,
  SCHEMA_KEYWORDS,
  SCHEMA_ROLE as ROLE,
  SCHEMA_TYPES,
} from '../jsonSchema/schemaKeywords.ts'

const NAMES = [
  'a',
  'b',
  'a b',
  '名',
  'type',
  'required',
  'x"y',
  'sixteen_bytes_ok',
  '__proto__',
  '',
]

const name = fc.constantFrom(...NAMES)

/** A text as JSON may have it: with escapes where none are needed, now and then. */
const spelled = (text: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constant(JSON.stringify(text)) },
    {
      weight: 1,
      arbitrary: fc.constant(
        `"${Array.from({ length: text.length }, (_, i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')}"`,
      ),
    },
  )

const space = fc.constantFrom('', '', '', ' ', '\t')

const objectOf = (members: readonly (readonly [string, string])[], gap: string): string =>
  `{${members.map(([key, value]) => `${gap}${key}${gap}:${gap}${value}`).join(`${gap},`)}${gap}}`

const PATTERNS = ['^a+$', '^(?=a)', '(?<!x)y', '\\(?=', '[(?=]', '(?:a)', '\\d+(?!b)', '(?<n>a)']
const REFERENCES = [
  '#',
  '#/$defs/a',
  '#/$defs/b',
  '#/definitions/a',
  '#/$defs/名',
  '#/$defs/a~1b',
  '#/$defs/',
  '#/properties/a',
  '#a',
  'https://example.com/s',
]

const anyValue = fc.constantFrom('null', 'true', '7', '"a"', '[]', '{}', '[1]', '{"a":{}}', '-1.5')

const mostly = (likely: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 14, arbitrary: likely }, { weight: 1, arbitrary: anyValue })

const list = (element: fc.Arbitrary<string>, most: number): fc.Arbitrary<string> =>
  fc.array(element, { minLength: 1, maxLength: most }).map((elements) => `[${elements.join()}]`)

const typeText = fc.constantFrom(...SCHEMA_TYPES, 'text', 'objecT').chain(spelled)

const { schema } = fc.letrec<{ schema: string; values: string }>((tie) => {
  const inner = tie('schema')
  const byName = fc
    .tuple(fc.array(fc.tuple(name.chain(spelled), inner), { maxLength: 3 }), space)
    .map(([members, gap]) => objectOf(members, gap))
  const valueFor = (role: number): fc.Arbitrary<string> => {
    switch (role) {
      case ROLE.schema:
        return inner
      case ROLE.properties:
      case ROLE.definitions:
        return byName
      case ROLE.list:
        return list(inner, 3)
      case ROLE.names:
        return fc.array(name.chain(spelled), { maxLength: 4 }).map((all) => `[${all.join()}]`)
      case ROLE.type:
        return fc.oneof(typeText, list(typeText, 2))
      case ROLE.values:
        return list(fc.oneof(name.chain(spelled), anyValue), 3)
      case ROLE.reference:
        return fc.constantFrom(...REFERENCES).chain(spelled)
      case ROLE.format:
        return fc.constantFrom(...SCHEMA_FORMATS, 'uri', 'times').chain(spelled)
      case ROLE.pattern:
        return fc.constantFrom(...PATTERNS).chain(spelled)
      case ROLE.additional:
        return fc.constantFrom('false', 'false', 'true', '{}')
      case ROLE.number:
        return fc.constantFrom('0', '-1', '1.5')
      default:
        return anyValue
    }
  }
  const keywords = [...SCHEMA_KEYWORDS]
  const common = keywords.slice(0, 12)
  const keyword = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...common) },
    { weight: 1, arbitrary: fc.constantFrom(...keywords) },
  )
  const member = fc.oneof(
    {
      weight: 20,
      arbitrary: keyword.chain(([key, { role }]) => fc.tuple(spelled(key), mostly(valueFor(role)))),
    },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom('"nullable"', '"x"', '"typ"'), anyValue) },
  )
  const wild = fc
    .tuple(fc.uniqueArray(member, { maxLength: 5, selector: ([key]) => key }), space)
    .map(([members, gap]) => objectOf(members, gap))
  const twice = fc
    .tuple(fc.array(member, { maxLength: 4 }), space)
    .map(([members, gap]) => objectOf(members, gap))
  return {
    values: anyValue,
    schema: fc.oneof(
      { maxDepth: 4, depthSize: 'medium' },
      fc.constantFrom('{"type":"string"}', '{"type":["integer","null"]}', '{}', 'true'),
      { weight: 3, arbitrary: wild },
      { weight: 1, arbitrary: twice },
      { weight: 4, arbitrary: goodObject(inner) },
    ),
  }
})

/** An object of which all keys are required and no others allowed. */
function goodObject(inner: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.uniqueArray(name, { maxLength: 4 }),
      fc.array(inner, { minLength: 4, maxLength: 4 }),
      fc.nat(23),
    )
    .map(([names, children, turn]) => {
      const properties = names.map((each, i) => `${JSON.stringify(each)}:${children[i]}`)
      const required = turn % 3 === 0 ? names.toReversed() : names
      const members = [
        '"type":"object"',
        `"properties":{${properties.join()}}`,
        `"required":${JSON.stringify(required)}`,
        '"additionalProperties":false',
      ]
      return `{${turn > 11 ? members.toReversed().join() : members.join()}}`
    })
}

/** Text of an object that is a schema, or nearly so. */
export const schemaText: fc.Arbitrary<string> = schema.filter((text) => text.startsWith('{'))

interface GoodOptions {
  readonly definitions: readonly string[]
}

const freeName = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' })

/** A schema that strict structured output takes, whatever its names, texts and order of keys. */
export const goodSchemaText: fc.Arbitrary<string> = fc
  .uniqueArray(
    freeName.filter((each) => !/[/~%"\\]/.test(each) && each !== '__proto__'),
    { maxLength: 3 },
  )
  .chain((definitions) => {
    const node = goodNode({ definitions })
    return fc
      .tuple(goodClosed(node), fc.tuple(...definitions.map(() => goodClosed(node))))
      .map(([root, bodies]) => {
        const members = definitions.map((each, i) => [each, bodies[i]] as const)
        return JSON.stringify({ ...root, $defs: Object.fromEntries(members) })
      })
  })

function goodClosed(node: fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  return fc
    .tuple(
      fc.uniqueArray(fc.tuple(freeName, node), { maxLength: 4, selector: ([each]) => each }),
      fc.nat(3),
    )
    .map(([properties, turn]) => {
      const names = properties.map(([each]) => each)
      const members = [
        ['type', 'object'],
        ['properties', Object.fromEntries(properties)],
        ['required', turn % 2 ? names.toReversed() : names],
        ['additionalProperties', false],
      ] as const
      return Object.fromEntries(turn > 1 ? members.toReversed() : members) as object
    })
}

function goodNode({ definitions }: GoodOptions): fc.Arbitrary<unknown> {
  const { node } = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.record({ type: fc.constantFrom('string', 'integer', 'number', 'boolean') }),
      fc.record({ type: fc.constant(['string', 'null']), description: fc.string() }),
      fc.record({ type: fc.constant('string'), enum: fc.array(fc.string(), { minLength: 1 }) }),
      fc.record({ type: fc.constant('string'), const: fc.string(), title: fc.string() }),
      fc.record({ type: fc.constant('string'), format: fc.constantFrom(...SCHEMA_FORMATS) }),
      fc.record({ type: fc.constant('number'), minimum: fc.integer(), maximum: fc.integer() }),
      ...(definitions.length > 0
        ? [fc.record({ $ref: fc.constantFrom(...definitions.map((each) => `#/$defs/${each}`)) })]
        : []),
      fc.record({ $ref: fc.constant('#') }),
      fc.record({ type: fc.constant('array'), items: tie('node') }),
      fc.record({ anyOf: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
      goodClosed(tie('node')),
    ),
  }))
  return node
}
