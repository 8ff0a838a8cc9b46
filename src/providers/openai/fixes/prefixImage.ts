// Pictures in base64 where a url belongs.
import { imageTypeOf } from '../../../base/textMarks.ts'
import { isObject, type JsonPath, valueAt } from '../../../json/jsonPath.ts'
import { setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject } from '../../../fixes/lineValue.ts'
import { jsonAt } from '../../../fixes/writeMembers.ts'
import { msg } from '../../../i18n/message.ts'

/** Where messages are, and in a part of theirs the url. */
const PLACES: readonly (readonly [messages: JsonPath, url: JsonPath])[] = [
  [
    ['body', 'messages'],
    ['image_url', 'url'],
  ],
  [['body', 'input'], ['image_url']],
  // Of examples for fine-tuning.
  [['messages'], ['image_url', 'url']],
  [
    ['input', 'messages'],
    ['image_url', 'url'],
  ],
]

export const fix = defineFix({
  id: 'prefixImage',
  title: msg('Put "data:image/…;base64," before the image'),
  order: 65,
  codes: ['bare-base64-image'],
  safeForAll: true,
  propose({ text }) {
    const line = parseObject(text)
    if (!line) return undefined
    let next: string | undefined = text
    for (const [path, type] of bareImages(line)) {
      const json: string | undefined = next === undefined ? undefined : jsonAt(next, path)
      if (next === undefined || json === undefined) return undefined
      next = setValue(next, path, `"data:${type};base64,${json.slice(1)}`)
    }
    return next === undefined || next === text ? undefined : { kind: 'replace', text: next }
  },
  examples: [
    {
      code: 'bare-base64-image',
      before:
        '{"messages": [{"content": [{"image_url": {"url": "/9j/4AAQSkZJRg"}}]}], "seed": 9007199254740993}',
      after: [
        '{"messages": [{"content": [{"image_url": {"url": "data:image/jpeg;base64,/9j/4AAQSkZJRg"}}]}], "seed": 9007199254740993}',
      ],
    },
    {
      code: 'bare-base64-image',
      before: '{"input":{"messages":[{"content":[{"image_url":{"url":"/9j/4AAQSkZJRg"}}]}]}}',
      after: [
        '{"input":{"messages":[{"content":[{"image_url":{"url":"data:image/jpeg;base64,/9j/4AAQSkZJRg"}}]}]}}',
      ],
    },
    {
      code: 'bare-base64-image',
      before:
        '{"body":{"messages":[{"content":[{"type":"image_url","image_url":{"url":"iVBORw0KGgoAAAANSUhEUg=="}}]}]}}',
      after: [
        '{"body":{"messages":[{"content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,iVBORw0KGgoAAAANSUhEUg=="}}]}]}}',
      ],
    },
    {
      code: 'bare-base64-image',
      before:
        '{"body": {"messages": [{"content": "}"}, {"content": [{"image_url": {"detail": "low", "url": "\\/9j\\/4AAQSkZJRg"}, "問": 1.0}]}]}}',
      after: [
        '{"body": {"messages": [{"content": "}"}, {"content": [{"image_url": {"detail": "low", "url": "data:image/jpeg;base64,\\/9j\\/4AAQSkZJRg"}, "問": 1.0}]}]}}',
      ],
    },
    {
      code: 'bare-base64-image',
      before:
        '{"body":{"input":[{"content":[{"image_url":"UklGRhoA"},{"image_url":"R0lGODlh"},{"n":9007199254740993}]}]}}',
      after: [
        '{"body":{"input":[{"content":[{"image_url":"data:image/webp;base64,UklGRhoA"},{"image_url":"data:image/gif;base64,R0lGODlh"},{"n":9007199254740993}]}]}}',
      ],
    },
  ],
})

function* bareImages(line: unknown): Generator<readonly [JsonPath, string]> {
  for (const [messagesAt, urlAt] of PLACES) {
    for (const [i, message] of listAt(line, messagesAt).entries()) {
      for (const [k, part] of listAt(message, ['content']).entries()) {
        const url = isObject(part) ? valueAt(part, urlAt) : undefined
        const type = typeof url === 'string' ? typeOfBase64(url) : undefined
        if (type !== undefined) yield [[...messagesAt, i, 'content', k, ...urlAt], type]
      }
    }
  }
}

function listAt(value: unknown, path: JsonPath): readonly unknown[] {
  const list = valueAt(value, path)
  return Array.isArray(list) ? list : []
}

/** Undefined for what is not base64 to its end. */
function typeOfBase64(url: string): string | undefined {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(url) ? imageTypeOf(url) : undefined
}
