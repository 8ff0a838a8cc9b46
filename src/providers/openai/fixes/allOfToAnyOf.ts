// A strict schema with `allOf` of one schema, as Pydantic 1 writes a reference with a description: what fits all of
// one fits any of one, and that a strict schema can say.
import { renameKey } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject } from '../../../fixes/lineValue.ts'
import { strictSchemasOf } from '../requests/strictSchemas.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'allOfToAnyOf',
  title: msg('Write allOf of one schema as anyOf'),
  order: 65,
  codes: ['strict-schema-keyword'],
  safeForAll: true,
  propose({ text }) {
    const line = parseObject(text)
    const schemas = strictSchemasOf(line)
    const renamed = schemas.reduce((before, [schema, path]) => {
      const { allOf } = schema
      const isOne = Array.isArray(allOf) && allOf.length === 1
      if (!isOne || Object.hasOwn(schema, 'anyOf')) return before
      return renameKey(before, path, 'allOf', 'anyOf') ?? before
    }, text)
    return renamed === text ? undefined : { kind: 'replace', text: renamed }
  },
  examples: [
    {
      code: 'strict-schema-keyword',
      before:
        '{"body":{"text":{"format":{"strict":true,"schema":{"properties":{"allOf":{"title":"T","allOf":[{"$ref":"#/$defs/x"}]}}}}}}}',
      after: [
        '{"body":{"text":{"format":{"strict":true,"schema":{"properties":{"allOf":{"title":"T","anyOf":[{"$ref":"#/$defs/x"}]}}}}}}}',
      ],
    },
    {
      code: 'strict-schema-keyword',
      before:
        '{"body": {"response_format": {"json_schema": {"schema": {"items": {"allOf" : [{"allOf": [{"const": "allOf"}]}]}, "allOf": [{}, {}]}, "strict": true}}}}',
      after: [
        '{"body": {"response_format": {"json_schema": {"schema": {"items": {"anyOf" : [{"anyOf": [{"const": "allOf"}]}]}, "allOf": [{}, {}]}, "strict": true}}}}',
      ],
    },
    {
      code: 'strict-schema-keyword',
      before:
        '{"body":{"tools":[{"function":{"strict":true,"parameters":{"$defs":{"問":{"allOf":[{"maximum":9007199254740993}]}}}}}]}}',
      after: [
        '{"body":{"tools":[{"function":{"strict":true,"parameters":{"$defs":{"問":{"anyOf":[{"maximum":9007199254740993}]}}}}}]}}',
      ],
    },
  ],
})
