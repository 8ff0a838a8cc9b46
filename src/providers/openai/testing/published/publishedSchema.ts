// For tests: OpenAI's published description of its API as JSON Schemas, and a judge of bodies that is not
// ours. The description is not kept here: the path of its JSON is given in LINEPROOF_OPENAPI.
import { readFileSync } from 'node:fs'
import { isObject } from '../../../../json/jsonPath.ts'

export const DESCRIPTION_PATH = process.env['LINEPROOF_OPENAPI']

export type JsonSchema = Readonly<Record<string, unknown>>

export interface PublishedApi {
  /** Of the JSON body of a POST to the url. */
  bodySchema(url: string): JsonSchema
  /** What `$ref` names. */
  resolve(schema: JsonSchema): JsonSchema
  /** The parts of the description by name, for a validator. */
  readonly components: JsonSchema
}

export function readPublishedApi(path: string): PublishedApi {
  const description = asSchema(plain(JSON.parse(readFileSync(path, 'utf8'))))
  const at = (steps: readonly string[]): unknown =>
    steps.reduce<unknown>((value, step) => asSchema(value)[step], description)
  return {
    components: asSchema(description['components']),
    bodySchema: (url) =>
      asSchema(
        at([
          'paths',
          url.replace('/v1', ''),
          'post',
          'requestBody',
          'content',
          'application/json',
          'schema',
        ]),
      ),
    resolve(schema) {
      let found = schema
      while (typeof found['$ref'] === 'string') {
        found = asSchema(at(found['$ref'].slice('#/'.length).split('/')))
      }
      return found
    },
  }
}

export function asSchema(value: unknown): JsonSchema {
  if (!isObject(value)) throw new Error('The description has no such part')
  return value
}

/** OpenAPI's own words in those of JSON Schema: `nullable`, and "one of" where several may fit. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (!isObject(value)) return value
  const members = Object.entries(value).map(([key, child]): [string, unknown] => {
    if (key === '$recursiveRef') return ['$ref', '#/components/schemas/CompoundFilter']
    return [key === 'oneOf' ? 'anyOf' : key, plain(child)]
  })
  const kept = members.filter(([key]) => !DROPPED.has(key))
  const schema = Object.fromEntries(kept)
  return value['nullable'] === true &&
    !('properties' in value && 'nullable' in asObject(value['properties']))
    ? { anyOf: [schema, { type: 'null' }] }
    : schema
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}

/** What says nothing about a value, or what validators know by another name. */
const DROPPED: ReadonlySet<string> = new Set([
  'nullable',
  'discriminator',
  'example',
  'examples',
  'default',
  'deprecated',
  '$recursiveAnchor',
])
