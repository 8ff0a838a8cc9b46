// Pictures in base64 where a url belongs.
import { imageTypeOf, LEAST_IMAGE } from '../../base/textMarks.ts'
import { isObject, type JsonPath, valueAt } from '../../json/jsonPath.ts'
import { setValue } from '../../json/spliceText.ts'
import { defineFix } from '../defineFix.ts'
import { parseObject } from '../requestLine.ts'
import { jsonAt } from '../writeMembers.ts'

/** Where messages are, and in a part of theirs the url. */
const PLACES: readonly (readonly [messages: JsonPath, url: JsonPath])[] = [
  [
    ['body', 'messages'],
    ['image_url', 'url'],
  ],
  [['body', 'input'], ['image_url']],
]

export const fix = defineFix({
  id: 'prefixImage',
  title: 'Put "data:image/…;base64," before the image',
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
      before: request('{"url":"iVBORw0KGgo@"}'),
      after: [request('{"url":"data:image/png;base64,iVBORw0KGgo@"}')],
    },
    {
      code: 'bare-base64-image',
      before: request('{"detail": "low", "url": "\\/9j\\/@=="}, "問": 1.0'),
      after: [request('{"detail": "low", "url": "data:image/jpeg;base64,\\/9j\\/@=="}, "問": 1.0')],
    },
    {
      code: 'bare-base64-image',
      before:
        '{"body":{"input":[{"content":"}"},{"content":[{"type":"input_image","image_url":"UklGR@"},{"n":9007199254740993}]}]}}'.replace(
          '@',
          'A'.repeat(60),
        ),
      after: [
        '{"body":{"input":[{"content":"}"},{"content":[{"type":"input_image","image_url":"data:image/webp;base64,UklGR@"},{"n":9007199254740993}]}]}}'.replace(
          '@',
          'A'.repeat(60),
        ),
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
  if (url.length < LEAST_IMAGE || !/^[A-Za-z0-9+/]+={0,2}$/.test(url)) return undefined
  return imageTypeOf(url)
}

/** An example; @ stands for the rest of the picture. */
function request(image: string): string {
  const line = `{"body":{"messages":[{"content":[{"type":"image_url","image_url":${image}}]}]}}`
  return line.replace('@', 'A'.repeat(60))
}
