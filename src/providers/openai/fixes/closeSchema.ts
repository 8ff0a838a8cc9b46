// A strict schema that leaves something open, at any depth: each of its objects says that it takes no other
// keys, and that all of its own are required. What was not required may be null then, as OpenAI's guide on
// structured outputs says.
import { valueAt } from '../../../json/jsonPath.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject } from '../../../fixes/lineValue.ts'
import { makeStrict } from '../requests/makeStrict.ts'
import { strictSchemaPaths } from '../requests/strictSchemas.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'closeSchema',
  title: msg('Make the schema strict'),
  order: 64,
  codes: ['strict-schema-open', 'strict-schema-optional'],
  safeForAll: true,
  propose({ text }) {
    const line = parseObject(text)
    const strict = strictSchemaPaths(line).reduce(
      (before, path) => makeStrict(before, path, valueAt(line, path)),
      text,
    )
    return strict === text ? undefined : { kind: 'replace', text: strict }
  },
  examples: [
    {
      code: 'strict-schema-open',
      before:
        '{"body":{"response_format":{"json_schema":{"strict":true,"schema":{"type":"object","properties":{"a":{"maximum":1.0}},"required":["a"]}}}}}',
      after: [
        '{"body":{"response_format":{"json_schema":{"strict":true,"schema":{"type":"object","properties":{"a":{"maximum":1.0}},"required":["a"],"additionalProperties":false}}}}}',
      ],
    },
    {
      code: 'strict-schema-optional',
      before:
        '{"body": {"text": {"format": {"schema": {"type": "object", "properties": {"問": {}, "}": {"enum": ["properties"]}}, "required": ["\\u554f"], "additionalProperties": false}, "strict": true}}}}',
      after: [
        '{"body": {"text": {"format": {"schema": {"type": "object", "properties": {"問": {}, "}": {"anyOf": [{"enum": ["properties"]}, {"type": "null"}]}}, "required": ["問", "}"], "additionalProperties": false}, "strict": true}}}}',
      ],
    },
    {
      code: 'strict-schema-open',
      before:
        '{"body":{"tools":[{"function":{"strict":true,"parameters":{"type":"array","items":{"properties":{"n":{"type":"integer","maximum":9007199254740993}}}}}}]}}',
      after: [
        '{"body":{"tools":[{"function":{"strict":true,"parameters":{"type":"array","items":{"properties":{"n":{"type":["integer","null"],"maximum":9007199254740993}},"required":["n"],"additionalProperties":false}}}}]}}',
      ],
    },
    {
      code: 'strict-schema-optional',
      before:
        '{"body":{"tools":[{"type":"function","name":"f","strict":true,"parameters":{"type":"object","properties":{"a":{"$ref":"#/$defs/x"},"b":{"type":["string","null"]},"c":{"anyOf":[{"type":"null"}]}},"additionalProperties":false,"$defs":{"x":{"type":"object","properties":{},"additionalProperties":{"type":"string"}}}}}]}}',
      after: [
        '{"body":{"tools":[{"type":"function","name":"f","strict":true,"parameters":{"type":"object","properties":{"a":{"anyOf":[{"$ref":"#/$defs/x"},{"type":"null"}]},"b":{"type":["string","null"]},"c":{"anyOf":[{"type":"null"}]}},"additionalProperties":false,"$defs":{"x":{"type":"object","properties":{},"additionalProperties":{"type":"string"}}},"required":["a","b","c"]}}]}}',
      ],
    },
  ],
})
