// The strict JSON Schemas of a request, and the schemas inside each, for fixes.
import { isObject, type JsonPath, valueAt } from '../../../json/jsonPath.ts'

/** Paths of schemas with `"strict": true` beside them, from the root of the line. */
export function strictSchemaPaths(line: unknown): readonly JsonPath[] {
  const holders: [holder: JsonPath, key: string][] = [
    [['body', 'response_format', 'json_schema'], 'schema'],
    [['body', 'text', 'format'], 'schema'],
  ]
  const tools = valueAt(line, ['body', 'tools'])
  if (Array.isArray(tools)) {
    tools.forEach((_, i) => {
      holders.push(
        [['body', 'tools', i, 'function'], 'parameters'],
        [['body', 'tools', i], 'parameters'],
      )
    })
  }
  return holders
    .filter(([holder]) => valueAt(line, [...holder, 'strict']) === true)
    .map(([holder, key]) => [...holder, key])
    .filter((path) => isObject(valueAt(line, path)))
}

/** All strict schemas of the line, and the schemas inside each, the innermost first. */
export function strictSchemasOf(line: unknown): ReturnType<typeof schemasUnder> {
  return strictSchemaPaths(line).flatMap((path) => schemasUnder(valueAt(line, path), path))
}

/** Keywords whose values are schemas: by name, in a list, or one. */
const BY_NAME: readonly string[] = ['properties', '$defs', 'definitions']
const IN_LIST: readonly string[] = ['anyOf', 'allOf', 'oneOf']

type JsonObject = Readonly<Record<string, unknown>>

/** A schema that is an object, and all those inside it, the innermost first. */
export function schemasUnder(
  schema: unknown,
  path: JsonPath,
): readonly (readonly [schema: JsonObject, path: JsonPath])[] {
  if (!isObject(schema)) return []
  const inner = Object.entries(schema).flatMap(([keyword, value]) => {
    const at = [...path, keyword]
    if (keyword === 'items') return schemasUnder(value, at)
    if (BY_NAME.includes(keyword) && isObject(value)) {
      return Object.entries(value).flatMap(([name, child]) => schemasUnder(child, [...at, name]))
    }
    if (IN_LIST.includes(keyword) && Array.isArray(value)) {
      return value.flatMap((child: unknown, i) => schemasUnder(child, [...at, i]))
    }
    return []
  })
  return [...inner, [schema, path]]
}
