// Data URLs of images that are almost right: base64 for urls or with white space or a wrong padding, and a type that
// the data contradicts.
import { imageFaultOf, type ImageFault } from '../../../base/imageData.ts'
import { imageTypeOf } from '../../../base/textMarks.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject } from '../../../fixes/lineValue.ts'
import { jsonAt } from '../../../fixes/writeMembers.ts'
import { msg } from '../../../i18n/message.ts'
import { isObject, type JsonPath } from '../../../json/jsonPath.ts'
import { setValue } from '../../../json/spliceText.ts'

const MENDED: readonly ImageFault['name'][] = ['spaces', 'padding', 'alphabet', 'differs']

export const fix = defineFix({
  id: 'mendImage',
  title: msg('Write the data URL as it should be'),
  order: 66,
  codes: ['image-data-spaces', 'image-data-padding', 'image-data-alphabet', 'image-data-differs'],
  safeForAll: true,
  propose({ text, diagnostic: { path } }) {
    const line = parseObject(text)
    if (!line) return undefined
    let next: string | undefined = text
    for (const [at, url] of imagesIn(line, [])) {
      const mended = mend(url)
      if (mended === undefined || next === undefined) continue
      const json: string | undefined = jsonAt(next, at)
      if (json === undefined) return undefined
      next = setValue(next, at, writtenLike(json, mended))
    }
    return next === undefined || next === text || !path
      ? undefined
      : { kind: 'replace', text: next }
  },
  examples: [
    {
      code: 'image-data-padding',
      path: ['body', 'messages', 0, 'content', 0, 'image_url', 'url'],
      before:
        '{"body": {"messages": [{"content": [{"image_url": {"url": "data:image/png;base64,iVBORw0KGgoAAA"}}]}], "seed": 9007199254740993}}',
      after: [
        '{"body": {"messages": [{"content": [{"image_url": {"url": "data:image/png;base64,iVBORw0KGgoAAA=="}}]}], "seed": 9007199254740993}}',
      ],
    },
    {
      code: 'image-data-padding',
      path: ['body', 'input', 0, 'content', 0, 'image_url'],
      before:
        '{"body":{"input":[{"content":[{"image_url":"data:image/jpeg;base64,\\/9j\\/="}]}],"n":1.0}}',
      after: [
        '{"body":{"input":[{"content":[{"image_url":"data:image/jpeg;base64,\\/9j\\/"}]}],"n":1.0}}',
      ],
    },
    {
      code: 'image-data-alphabet',
      path: ['body', 'images', 0, 'image_url'],
      before:
        '{"body":{"images":[{"image_url":"data:image/jpeg;base64,_9j_4AA-"},{"file_id":"問"}]}}',
      after: [
        '{"body":{"images":[{"image_url":"data:image/jpeg;base64,/9j/4AA+"},{"file_id":"問"}]}}',
      ],
    },
    {
      code: 'image-data-alphabet',
      path: ['messages', 0, 'content', 0, 'image_url', 'url'],
      before:
        '{"messages":[{"content":[{"image_url":{"url":"data:image/png;base64,iVBORw0KGgoA_w"}}]}]}',
      after: [
        '{"messages":[{"content":[{"image_url":{"url":"data:image/png;base64,iVBORw0KGgoA/w=="}}]}]}',
      ],
    },
    {
      code: 'image-data-spaces',
      path: ['body', 'mask', 'image_url'],
      before: '{"body":{"mask":{"image_url":"data:image/png;base64,iVBORw0K\\nGgoA"}, "n": 1e2}}',
      after: ['{"body":{"mask":{"image_url":"data:image/png;base64,iVBORw0KGgoA"}, "n": 1e2}}'],
    },
    {
      code: 'image-data-differs',
      path: ['body', 'messages', 0, 'content', 0, 'image_url', 'url'],
      before:
        '{"body":{"messages":[{"content":[{"image_url":{"url":"data:image/png;base64,/9j/4AAQ"}},{"image_url":{"url":"data:image/webp;base64,R0lGODlh"}}]}]}}',
      after: [
        '{"body":{"messages":[{"content":[{"image_url":{"url":"data:image/jpeg;base64,/9j/4AAQ"}},{"image_url":{"url":"data:image/gif;base64,R0lGODlh"}}]}]}}',
      ],
    },
  ],
})

/** Undefined for what has no fault of these, and where there is no telling what it should be. */
function mend(url: string): string | undefined {
  const fault = imageFaultOf(url)
  if (!fault || !MENDED.includes(fault.name)) return undefined
  const start = url.indexOf(',') + 1
  const data = url
    .slice(start)
    .replace(/[= \t\n\r]+/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/')
  const padded = data + '='.repeat((4 - (data.length % 4)) % 4)
  const mended = url.slice(0, start) + padded
  if (imageFaultOf(mended)?.name !== 'differs') return mended
  const type = imageTypeOf(padded)
  return type === undefined ? undefined : `data:${type};base64,${padded}`
}

/** With its slashes escaped, before the data and in it, where the text has them so. */
function writtenLike(json: string, url: string): string {
  const parts = json.split(',', 2)
  const written = url.split(',').map((part, i) => {
    return parts[i]?.includes('\\/') ? part.replaceAll('/', '\\/') : part
  })
  return `"${written.join(',')}"`
}

/** Every text at `image_url`, or at `url` inside it, with its path. */
function* imagesIn(value: unknown, path: JsonPath): Generator<readonly [JsonPath, string]> {
  if (Array.isArray(value)) {
    for (const [i, each] of (value as readonly unknown[]).entries()) {
      yield* imagesIn(each, [...path, i])
    }
  } else if (isObject(value)) {
    for (const [key, each] of Object.entries(value)) {
      const at = [...path, key]
      if (key !== 'image_url') yield* imagesIn(each, at)
      else if (typeof each === 'string') yield [at, each]
      else if (isObject(each) && typeof each['url'] === 'string')
        yield [[...at, 'url'], each['url']]
    }
  }
}
