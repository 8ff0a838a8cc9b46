// What the format of an endpoint knows of bodies, as a JSON Schema: made of the schema that validates them.
import { z } from '../../formats/zod.ts'
import { rulesOf } from '../endpointRules.ts'
import { envelopeOf } from '../envelopes.ts'
import { alternatives, fixedValues, type JsonSchema, propertiesOf } from './jsonSchemas.ts'
import { isObject } from '../../json/jsonPath.ts'

export interface BodySchema {
  /** Of the whole line: references in it lead from here. */
  readonly root: JsonSchema
  readonly body: JsonSchema
}

const made = new Map<string, BodySchema | undefined>()

/** Undefined where the format knows nothing of its bodies. */
export function bodySchemaOf(endpoint: string): BodySchema | undefined {
  if (!made.has(endpoint)) made.set(endpoint, makeSchema(endpoint))
  return made.get(endpoint)
}

function makeSchema(endpoint: string): BodySchema | undefined {
  const { url, bodyKey } = envelopeOf(endpoint)
  const { schema } = rulesOf(endpoint).format
  const root = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as JsonSchema
  const line = alternatives(root, root).find((each) => {
    const ofUrl = propertiesOf(each)['url']
    const urls = isObject(ofUrl) ? fixedValues(ofUrl) : undefined
    return urls === undefined || urls.includes(url)
  })
  const body = line && propertiesOf(line)[bodyKey]
  return isObject(body) ? { root, body } : undefined
}
