// A null where the API wants another value or none: a key that may be left out goes. Which may, the list says, since a
// required key would be missing then.
import { valueAt } from '../../../json/jsonPath.ts'
import { removeMember } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject } from '../../../fixes/lineValue.ts'
import { pathsLike } from '../../../fixes/pathsLike.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'removeNullMember',
  title: msg('Remove the key that is null'),
  order: 51,
  codes: [
    'type:body.images[].file_id',
    'type:body.images[].image_url',
    'type:body.messages[].content[].file.file_data',
    'type:body.messages[].content[].file.file_id',
    'type:body.messages[].content[].file.filename',
    'type:body.messages[].content[].image_url.detail',
    'type:body.response_format.json_schema.description',
    'type:body.response_format.json_schema.schema',
    'type:body.text.format.description',
    'type:body.tools[].container.file_ids',
    'type:body.tools[].description',
    'type:body.tools[].function.description',
    'type:body.tools[].function.parameters',
    'type:body.tools[].input_image_mask',
    'type:body.tools[].server_description',
    'type:body.web_search_options.search_context_size',
    'type:messages[].content[].image_url.detail',
    'type:tools[].function.description',
    'type:tools[].function.parameters',
  ],
  safeForAll: true,
  drops: true,
  propose({ text, diagnostic }) {
    const key = diagnostic.path?.at(-1)
    const line = parseObject(text)
    if (typeof key !== 'string' || !line) return undefined
    const without = pathsLike(line, diagnostic)
      .filter((path) => valueAt(line, path) === null)
      .reduce((before, path) => removeMember(before, path.slice(0, -1), key), text)
    return without === text ? undefined : { kind: 'replace', text: without }
  },
  examples: [
    {
      code: 'type:body.tools[].function.description',
      path: ['body', 'tools', 0, 'function', 'description'],
      before:
        '{"body":{"tools":[{"function":{"name":"f","description":null,"parameters":{"maximum":1.0}}}]}}',
      after: ['{"body":{"tools":[{"function":{"name":"f","parameters":{"maximum":1.0}}}]}}'],
    },
    {
      code: 'type:body.messages[].content[].image_url.detail',
      path: ['body', 'messages', 0, 'content', 1, 'image_url', 'detail'],
      before:
        '{"body": {"messages": [{"content": [{"text": "\\"detail\\": null"}, {"image_url": {"detail": null, "url": "u}"}}]}, {"content": "x"}, {"content": [{"image_url": {"url": "v", "detail": null}}, {"image_url": {"detail": "low"}}]}]}}',
      after: [
        '{"body": {"messages": [{"content": [{"text": "\\"detail\\": null"}, {"image_url": {"url": "u}"}}]}, {"content": "x"}, {"content": [{"image_url": {"url": "v"}}, {"image_url": {"detail": "low"}}]}]}}',
      ],
    },
    {
      code: 'type:body.images[].file_id',
      path: ['body', 'images', 0, 'file_id'],
      before: '{"body":{"images":[{"image_url":"\\u554f","file_id" : null}],"n":9007199254740993}}',
      after: ['{"body":{"images":[{"image_url":"\\u554f"}],"n":9007199254740993}}'],
    },
  ],
})
