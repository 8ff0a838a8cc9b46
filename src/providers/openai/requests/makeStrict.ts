// A schema becomes a strict one: each object takes no other keys and requires all of its own; what was not
// required may be null from then on. Only what has to be written is written.
import { isObject, type JsonPath } from '../../../json/jsonPath.ts'
import { setMember, setValue } from '../../../json/spliceText.ts'
import { jsonAt, writerFor } from '../../../fixes/writeMembers.ts'
import { schemasUnder } from './strictSchemas.ts'

type JsonObject = Readonly<Record<string, unknown>>

/** `text`: a line; `path`: of the schema in it, which is `schema`. */
export function makeStrict(text: string, path: JsonPath, schema: unknown): string {
  return schemasUnder(schema, path).reduce(
    (line, [inner, at]) => (isObjectSchema(inner) ? closed(line, inner, at) : line),
    text,
  )
}

function isObjectSchema({ type, properties }: JsonObject): boolean {
  return [type].flat().includes('object') || isObject(properties)
}

function closed(text: string, schema: JsonObject, path: JsonPath): string {
  const { properties, required, additionalProperties } = schema
  const names = isObject(properties) ? Object.keys(properties) : []
  // A map by names of its own cannot be said in a strict schema: closed, nothing of it would be left.
  const isMap = isObject(additionalProperties)
  if (isMap && names.length === 0) return text
  const listed: readonly unknown[] = Array.isArray(required) ? required : []
  const optional = names.filter((name) => !listed.includes(name))
  let line = text
  for (const name of optional) {
    line = withNull(line, [...path, 'properties', name], (properties as JsonObject)[name])
  }
  if (optional.length > 0 || required === undefined) {
    const all = [...listed, ...optional].map((name) => JSON.stringify(name))
    line = setMember(line, path, 'required', writerFor(line).array(all)) ?? line
  }
  if (additionalProperties === false || isMap) return line
  return setMember(line, path, 'additionalProperties', 'false') ?? line
}

/** The schema at `path` also takes null. */
function withNull(text: string, path: JsonPath, schema: unknown): string {
  if (!isObject(schema) || takesNull(schema)) return text
  const { type } = schema
  const isPlain = schema['enum'] === undefined && schema['const'] === undefined
  const { array, object } = writerFor(text)
  if (isPlain && type !== undefined) {
    const types = [type].flat().map((each) => JSON.stringify(each))
    return setValue(text, [...path, 'type'], array([...types, '"null"'])) ?? text
  }
  const json = jsonAt(text, path)
  // Without any type it takes null as it takes everything.
  if (json === undefined || !SAYS_WHAT.some((key) => Object.hasOwn(schema, key))) return text
  const either = object([['anyOf', array([json, object([['type', '"null"']])])]])
  return setValue(text, path, either) ?? text
}

const SAYS_WHAT = ['type', '$ref', 'anyOf', 'oneOf', 'allOf', 'enum', 'const']

function takesNull(schema: JsonObject): boolean {
  const { type, enum: values, anyOf, const: fixed } = schema
  if (Array.isArray(anyOf)) return anyOf.some((each) => isObject(each) && takesNull(each))
  if (Array.isArray(values) && !values.includes(null)) return false
  if (fixed !== undefined && fixed !== null) return false
  return type === undefined
    ? Array.isArray(values) || fixed === null
    : [type].flat().includes('null')
}
