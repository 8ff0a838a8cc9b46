// Where the schema of structured output stands in the JSON of a body.
import { isObject, type JsonPath } from '../../json/jsonPath.ts'
import { rangeOfPath } from '../../json/locate.ts'
import type { EndpointForm, JsonObject } from './bodyForm.ts'

/** The text of the schema, and the code units before it. `text`: what `body` was read from. Undefined where there is none. */
export function schemaPlace(
  { fields }: EndpointForm,
  body: JsonObject,
  text: string,
): { readonly text: string; readonly at: number } | undefined {
  const schema = fields.find(({ id }) => id === 'schema')?.value?.(body)
  if (schema === undefined) return undefined
  const path = pathOf(body, schema, [])
  const place = path && rangeOfPath(text, path)?.value
  return place && { text: text.slice(place.from, place.to), at: place.from }
}

/** Of the value itself, not of one like it; undefined below arrays, where no schema of an answer stands. */
function pathOf(holder: JsonObject, wanted: unknown, path: JsonPath): JsonPath | undefined {
  for (const [key, value] of Object.entries(holder)) {
    if (value === wanted && /schema$/i.test(key)) return [...path, key]
    const found = isObject(value) && value !== wanted && pathOf(value, wanted, [...path, key])
    if (found) return found
  }
  return undefined
}
