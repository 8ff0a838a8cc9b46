// For tests: requests with JSON Schemas that are refused, each fault in several places.
import { chat, responses } from './lineParts.ts'

const strict = (schema: string): string =>
  chat(
    `"response_format":{"type":"json_schema","json_schema":{"name":"a","strict":true,"schema":${schema}}}`,
  )

const closed = (properties: string, names: readonly string[], more = ''): string =>
  `{"type":"object","properties":{${properties}},"required":${JSON.stringify(names)},"additionalProperties":false${more}}`

/** An object of one key with this schema. */
const of = (inner: string, more = ''): string => closed(`"a":${inner}`, ['a'], more)

const strictText = (schema: string): string =>
  responses(
    `"input":"Hi","text":{"format":{"type":"json_schema","name":"a","strict":true,"schema":${schema}}}`,
  )

const chatTool = (parameters: string, more = ''): string =>
  chat(`"tools":[{"type":"function","function":{"name":"find","parameters":${parameters}${more}}}]`)

const flatTool = (parameters: string, more = ''): string =>
  responses(
    `"input":"Hi","tools":[{"type":"web_search"},{"type":"function","name":"look_up","parameters":${parameters}${more}}]`,
  )

const STRICT = ',"strict":true'

/** Each in a format, in a text format, and in tools of both endpoints. */
const everywhere = (schema: string): readonly string[] => [
  strict(schema),
  strictText(schema),
  chatTool(schema, STRICT),
  flatTool(schema, STRICT),
]

const many = (count: number, text: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => JSON.stringify(text(i))).join()

const nested = (depth: number): string =>
  depth === 0 ? '{"type":"string"}' : of(nested(depth - 1))

export const SCHEMA_LINES: readonly string[] = [
  strict('{"type":"string"}'),
  strict('{"anyOf":[{"type":"object"},{"type":"array"}]}'),
  ...everywhere('{"type":"array","items":{"type":"string"}}'),
  strict(of('{"type":"string"}', ',"anyOf":[{"$ref":"#"}]')),
  strict('{}'),
  strict('{"type":"object","properties":{},"required":[]}'),
  ...everywhere(of('{"type":"object","properties":{}}')),
  strict('{"type":"object","properties":{"a":{"type":"object","properties":{}}}}'),
  ...everywhere(
    of(
      '{"type":"array","items":{"type":"object","properties":{"x y":{"type":"string"},"名":{"type":"null"}},"additionalProperties":false}}',
    ),
  ),
  strict(closed(many(9, (i) => `k${i}`).replaceAll(/"(k\d)"/g, '"$1":{"type":"null"}'), [])),
  ...everywhere(closed('"a":{"type":"string"}', ['a', 'b'])),
  ...everywhere(of('{"oneOf":[{"type":"string"},{"type":"null"}]}')),
  strict(of('{"type":"array","items":{"type":"string"},"uniqueItems":true}')),
  ...everywhere(of('{}')),
  strict(of('true')),
  ...everywhere(of('{"type":"string","format":"uri"}')),
  ...everywhere(of('{"type":"string","pattern":"^(?=.*@).+$"}')),
  ...everywhere(of('{"$ref":"#/$defs/b"}')),
  strict(of('{"$ref":"#","type":"object"}')),
  strict(of('{"$ref":"https://example.com/b.json"}')),
  ...[strict, strictText, chatTool].map((line) =>
    line(of(`{"type":"string","const":${JSON.stringify('x'.repeat(120_000))}}`), STRICT),
  ),
  strict(
    closed(
      Array.from({ length: 5001 }, (_, i) => `"k${i}":{"type":"null"}`).join(),
      Array.from({ length: 5001 }, (_, i) => `k${i}`),
    ),
  ),
  ...[strict, strictText].map((line) =>
    line(of(`{"type":"string","enum":[${many(1001, (i) => `v${i}`)}]}`)),
  ),
  strict(of(`{"type":"string","enum":[${many(251, (i) => `${i} ${'v'.repeat(60)}`)}]}`)),
  ...everywhere(nested(11)),
  ...everywhere(of('{"enum":["x","y"]}')),
  strict(of('{"type":"array","items":{"type":"null"},"minContains":1}')),
  strict(of('{"$ref":"#","description":"again"}')),
  strict(closed('"a":{"type":"string"},"b":{"$ref":"#/properties/a"}', ['a', 'b'])),
  strict(`{"$ref":"#/$defs/a","$defs":{"a":${of('{"type":"string"}')}}}`),
  chatTool('{"type":"array","items":{}}'),
  flatTool('{"properties":{}}'),
  flatTool('{"type":"object","properties":{},"oneOf":[{"required":["a"]}]}'),
  chatTool('{"anyOf":[{"type":"object"}]}'),
  chatTool('{"type":"object"}'),
  flatTool('{"type":"object"}', ',"strict":false'),
  flatTool('{"type":"object","additionalProperties":false}', STRICT),
  chatTool('{"type":"object","properties":{"ids":{"type":"array"}}}'),
  flatTool('{"type":"object","properties":{"ids":{"type":["array","null"]}}}'),
  ...everywhere(of('{"type":"array"}')),
  chatTool('{"type":"object","properties":[]}'),
  flatTool('{"type":"object","properties":{"a":{"type":"text"}}}'),
  strict('{"type":"object","properties":{"a":7},"required":["a"],"additionalProperties":false}'),
  chatTool('{"type":"object","properties":{"a":{"type":"array","items":[]}}}'),
]
