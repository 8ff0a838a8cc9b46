// The name of a schema with spaces or other characters that the API refuses. Nothing refers to it.
import { isNameText } from '../../../base/textMarks.ts'
import { type JsonPath, valueAt } from '../../../json/jsonPath.ts'
import { setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { asSchemaName } from '../requests/schemaName.ts'
import { msg } from '../../../i18n/message.ts'

const PLACES: readonly JsonPath[] = [
  ['body', 'response_format', 'json_schema', 'name'],
  ['body', 'text', 'format', 'name'],
]

export const fix = defineFix({
  id: 'plainSchemaName',
  title: msg('Write the name with letters, digits and "_"'),
  order: 62,
  codes: ['schema-name-characters'],
  safeForAll: true,
  propose({ text }) {
    const line = parseObject(text)
    const path = line && PLACES.find((place) => isOddName(valueAt(line, place)))
    if (!path) return undefined
    const name = asSchemaName(String(valueAt(line, path))) || 'response'
    return replaceBy(setValue(text, path, JSON.stringify(name)))
  },
  examples: [
    {
      code: 'schema-name-characters',
      before: '{"body":{"response_format":{"json_schema":{"name":"My answer","n":1.0}}}}',
      after: ['{"body":{"response_format":{"json_schema":{"name":"My_answer","n":1.0}}}}'],
    },
    {
      code: 'schema-name-characters',
      before: '{"body": {"text": {"format": {"name": "a.b/c \\"}\\"", "n": 9007199254740993}}}}',
      after: ['{"body": {"text": {"format": {"name": "a_b_c", "n": 9007199254740993}}}}'],
    },
    {
      code: 'schema-name-characters',
      before: '{"body":{"response_format":{"json_schema":{"name":"回答"}}}}',
      after: ['{"body":{"response_format":{"json_schema":{"name":"response"}}}}'],
    },
  ],
})

function isOddName(name: unknown): boolean {
  return typeof name === 'string' && !isNameText(name)
}
