// A schema of structured output without its name.
import { isObject, valueAt } from '../../../json/jsonPath.ts'
import { insertMember } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { schemaNameOf } from '../requests/schemaName.ts'
import { msg } from '../../../i18n/message.ts'

/** By the code: where the schema is. */
const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  'missing:body.response_format.json_schema.name': ['body', 'response_format', 'json_schema'],
  'missing:body.text.format.name': ['body', 'text', 'format'],
}

export const fix = defineFix({
  id: 'nameSchema',
  title: msg('Give the schema a name'),
  order: 61,
  codes: Object.keys(HOLDERS),
  safeForAll: true,
  propose({ text, diagnostic }) {
    const line = parseObject(text)
    const path = HOLDERS[diagnostic.code]
    const holder = line && path && valueAt(line, path)
    if (!path || !isObject(holder) || !isObject(holder['schema'])) return undefined
    if (Object.hasOwn(holder, 'name')) return undefined
    const [first] = Object.keys(holder)
    const name = schemaNameOf(holder['schema'])
    return replaceBy(insertMember(text, path, 'name', name, first))
  },
  examples: [
    {
      code: 'missing:body.text.format.name',
      before: '{"body":{"text":{"format":{"schema":{"title":"Page 1"},"type":"json_schema"}}}}',
      after: [
        '{"body":{"text":{"format":{"name":"Page_1","schema":{"title":"Page 1"},"type":"json_schema"}}}}',
      ],
    },
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
