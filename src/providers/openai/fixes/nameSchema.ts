// A schema of structured output without its name.
import { isObject, valueAt } from '../../../json/jsonPath.ts'
import { insertMember } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { schemaNameOf } from '../requests/schemaName.ts'
import { msg } from '../../../i18n/message.ts'

const HOLDER = ['body', 'response_format', 'json_schema']

export const fix = defineFix({
  id: 'nameSchema',
  title: msg('Give the schema a name'),
  order: 61,
  codes: ['missing:body.response_format.json_schema.name'],
  safeForAll: true,
  propose({ text }) {
    const line = parseObject(text)
    const holder = line && valueAt(line, HOLDER)
    if (!isObject(holder) || !isObject(holder['schema'])) return undefined
    if (Object.hasOwn(holder, 'name')) return undefined
    const [first] = Object.keys(holder)
    const name = schemaNameOf(holder['schema'])
    return replaceBy(insertMember(text, HOLDER, 'name', name, first))
  },
  examples: [
    {
      code: 'missing:body.response_format.json_schema.name',
      before: '{"body":{"response_format":{"json_schema":{"schema":{"type":"object"}}}}}',
      after: [
        '{"body":{"response_format":{"json_schema":{"name":"response","schema":{"type":"object"}}}}}',
      ],
    },
    {
      code: 'missing:body.response_format.json_schema.name',
      before:
        '{"body": {"response_format": {"json_schema": {"strict": true, "schema": {"title": "My \\"page\\""}}}}}',
      after: [
        '{"body": {"response_format": {"json_schema": {"name": "My_page", "strict": true, "schema": {"title": "My \\"page\\""}}}}}',
      ],
    },
    {
      code: 'missing:body.response_format.json_schema.name',
      before:
        '{"body":{"response_format":{"json_schema":{"schema":{"title":"問","n":9007199254740993}}}}}',
      after: [
        '{"body":{"response_format":{"json_schema":{"name":"response","schema":{"title":"問","n":9007199254740993}}}}}',
      ],
    },
  ],
})
