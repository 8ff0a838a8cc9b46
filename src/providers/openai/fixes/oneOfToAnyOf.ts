// A strict schema that says `oneOf`: what fits exactly one of several schemas is, nearly always, what fits
// any of them, and that a strict schema can say.
import { renameKey } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject } from '../../../fixes/lineValue.ts'
import { strictSchemasOf } from '../requests/strictSchemas.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'oneOfToAnyOf',
  title: msg('Write oneOf as anyOf'),
  order: 66,
  codes: ['strict-schema-keyword'],
  safeForAll: false,
  propose({ text }) {
    const line = parseObject(text)
    const schemas = strictSchemasOf(line)
    const renamed = schemas.reduce((before, [schema, path]) => {
      if (!Object.hasOwn(schema, 'oneOf') || Object.hasOwn(schema, 'anyOf')) return before
      return renameKey(before, path, 'oneOf', 'anyOf') ?? before
    }, text)
    return renamed === text ? undefined : { kind: 'replace', text: renamed }
  },
  examples: [
    {
      code: 'strict-schema-keyword',
      before:
        '{"body":{"text":{"format":{"strict":true,"schema":{"properties":{"oneOf":{"oneOf":[{"const":1.0},{"type":"null"}]}}}}}}}',
      after: [
        '{"body":{"text":{"format":{"strict":true,"schema":{"properties":{"oneOf":{"anyOf":[{"const":1.0},{"type":"null"}]}}}}}}}',
      ],
    },
    {
      code: 'strict-schema-keyword',
      before:
        '{"body": {"response_format": {"json_schema": {"schema": {"items": {"oneOf": [{"oneOf": [{"const": "oneOf"}]}]}}, "strict": true}}}}',
      after: [
        '{"body": {"response_format": {"json_schema": {"schema": {"items": {"anyOf": [{"anyOf": [{"const": "oneOf"}]}]}}, "strict": true}}}}',
      ],
    },
    {
      code: 'strict-schema-keyword',
      before:
        '{"body":{"tools":[{"function":{"strict":true,"parameters":{"$defs":{"問":{"oneOf":[{"maximum":9007199254740993}]}}}}}]}}',
      after: [
        '{"body":{"tools":[{"function":{"strict":true,"parameters":{"$defs":{"問":{"anyOf":[{"maximum":9007199254740993}]}}}}}]}}',
      ],
    },
  ],
})
