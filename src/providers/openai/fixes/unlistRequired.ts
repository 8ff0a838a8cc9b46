// A strict schema whose `required` names keys that its `properties` do not have: no answer could ever have them.
import { isObject } from '../../../json/jsonPath.ts'
import { setMember } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject } from '../../../fixes/lineValue.ts'
import { elementsOf, jsonAt, writerFor } from '../../../fixes/writeMembers.ts'
import { strictSchemasOf } from '../requests/strictSchemas.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'unlistRequired',
  title: msg('Require only keys that are there'),
  order: 63,
  codes: ['strict-schema-extra'],
  safeForAll: true,
  drops: true,
  propose({ text }) {
    const line = parseObject(text)
    const schemas = strictSchemasOf(line)
    const { array } = writerFor(text)
    const kept = schemas.reduce((before, [{ required, properties }, path]) => {
      if (!Array.isArray(required) || !isObject(properties)) return before
      const isThere = (name: unknown): boolean =>
        typeof name !== 'string' || Object.hasOwn(properties, name)
      if (required.every(isThere)) return before
      const written = elementsOf(jsonAt(before, [...path, 'required']) ?? '[]')
      const names = array(written.filter((_, i) => isThere(required[i])))
      return setMember(before, path, 'required', names) ?? before
    }, text)
    return kept === text ? undefined : { kind: 'replace', text: kept }
  },
  examples: [
    {
      code: 'strict-schema-extra',
      before:
        '{"body":{"text":{"format":{"strict":true,"schema":{"properties":{"a":{"maximum":1.0}},"required":["a","b"]}}}}}',
      after: [
        '{"body":{"text":{"format":{"strict":true,"schema":{"properties":{"a":{"maximum":1.0}},"required":["a"]}}}}}',
      ],
    },
    {
      code: 'strict-schema-extra',
      before:
        '{"body": {"response_format": {"json_schema": {"schema": {"properties": {"required": {"properties": {}, "required": ["}"]}}, "required": ["x", "r\\u0065quired", "y"]}, "strict": true}}}}',
      after: [
        '{"body": {"response_format": {"json_schema": {"schema": {"properties": {"required": {"properties": {}, "required": []}}, "required": ["r\\u0065quired"]}, "strict": true}}}}',
      ],
    },
    {
      code: 'strict-schema-extra',
      before:
        '{"body":{"tools":[{"function":{"strict":true,"parameters":{"required":["問","b"],"properties":{"問":{"maximum":9007199254740993}}}}}]}}',
      after: [
        '{"body":{"tools":[{"function":{"strict":true,"parameters":{"required":["問"],"properties":{"問":{"maximum":9007199254740993}}}}}]}}',
      ],
    },
  ],
})
