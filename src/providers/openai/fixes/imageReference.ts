// Where an image is, in the shape of another endpoint: a text where an object belongs, or the other way round.
import type { JsonPath } from '../../../json/jsonPath.ts'
import { setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseJson, parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { jsonAt, membersOf, type Writer, writerFor } from '../../../fixes/writeMembers.ts'
import { msg } from '../../../i18n/message.ts'

const OF_RESPONSES = 'type:body.input[].content[].image_url'
const OF_MODERATIONS = 'type:body.input[].image_url'
const OF_EDITS = 'type:body.images[]'

export const fix = defineFix({
  id: 'imageReference',
  title: msg('Name the image as this endpoint takes it'),
  order: 57,
  codes: [OF_RESPONSES, OF_MODERATIONS, OF_EDITS],
  safeForAll: true,
  propose({ text, diagnostic: { code, path } }) {
    if (!path?.length || !parseObject(text)) return undefined
    const json = jsonAt(text, path)
    if (json === undefined) return undefined
    if (code === OF_RESPONSES) return replaceBy(flattened(text, path, json))
    const reference = isText(json) ? asObject(code, json, writerFor(text)) : undefined
    return replaceBy(reference && setValue(text, path, reference))
  },
  examples: [
    {
      code: OF_RESPONSES,
      path: ['body', 'input', 0, 'content', 0, 'image_url'],
      before:
        '{"body":{"input":[{"content":[{"type":"input_image","image_url":{"url":"https://x.org/}","detail":"low"},"n":1.0}]}]}}',
      after: [
        '{"body":{"input":[{"content":[{"type":"input_image","image_url":"https://x.org/}","detail":"low","n":1.0}]}]}}',
      ],
    },
    {
      code: OF_MODERATIONS,
      path: ['body', 'input', 0, 'image_url'],
      before:
        '{"body": {"input": [{"type": "image_url", "image_url": "data:image/png;base64,AA=="}]}}',
      after: [
        '{"body": {"input": [{"type": "image_url", "image_url": {"url": "data:image/png;base64,AA=="}}]}}',
      ],
    },
    {
      code: OF_EDITS,
      path: ['body', 'images', 1],
      before: '{"body":{"images":[{"file_id":"file-1"},"file-2"],"prompt":"問"}}',
      after: ['{"body":{"images":[{"file_id":"file-1"},{"file_id":"file-2"}],"prompt":"問"}}'],
    },
    {
      code: OF_EDITS,
      path: ['body', 'images', 0],
      before: '{"body":{"images":["https:\\/\\/x.org"],"seed":9007199254740993}}',
      after: ['{"body":{"images":[{"image_url":"https:\\/\\/x.org"}],"seed":9007199254740993}}'],
    },
  ],
})

function isText(json: string): boolean {
  return typeof parseJson(json) === 'string'
}

/** Undefined of a text that is neither a link nor an id: a path on someone's disk is of no use in a batch. */
function asObject(code: string, json: string, writer: Writer): string | undefined {
  const value = String(parseJson(json))
  const isLink = /^(?:https?:|data:)/.test(value)
  if (code === OF_MODERATIONS) return isLink ? writer.object([['url', json]]) : undefined
  if (isLink) return writer.object([['image_url', json]])
  return value.startsWith('file-') ? writer.object([['file_id', json]]) : undefined
}

/** `{"url": …, "detail": …}` as members of the part itself. */
function flattened(text: string, path: JsonPath, json: string): string | undefined {
  const holder = path.slice(0, -1)
  const part = jsonAt(text, holder)
  if (!json.startsWith('{') || part === undefined) return undefined
  const inner = membersOf(json)
  const url = inner.find(([key]) => key === 'url')?.[1]
  const own = membersOf(part)
  const others = inner.filter(([key]) => key !== 'url')
  if (url === undefined || !isText(url)) return undefined
  if (others.some(([key]) => own.some(([name]) => name === key))) return undefined
  const members = own.flatMap((member) =>
    member[0] === 'image_url' ? [['image_url', url] as const, ...others] : [member],
  )
  return setValue(text, holder, writerFor(text).object(members))
}
