// An edit of images with the `image` of an upload by form: in JSON they stand in `images`, each as a link or
// the id of a file.
import { isObject } from '../../../json/jsonPath.ts'
import { renameKey, setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseJson, parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { elementsOf, jsonAt, type Writer, writerFor } from '../../../fixes/writeMembers.ts'
import { msg } from '../../../i18n/message.ts'

const IMAGE = ['body', 'image']

export const fix = defineFix({
  id: 'imageToImages',
  title: msg('Move image to images'),
  order: 58,
  codes: ['misnamed:body.image'],
  safeForAll: true,
  propose({ text }) {
    const body = parseObject(text)?.['body']
    if (!isObject(body) || Object.hasOwn(body, 'images')) return undefined
    const json = jsonAt(text, IMAGE)
    if (json === undefined) return undefined
    const writer = writerFor(text)
    const images = (json.startsWith('[') ? elementsOf(json) : [json]).map((image) =>
      asReference(image, writer),
    )
    if (images.length === 0 || images.some((image) => image === undefined)) return undefined
    const changed = setValue(text, IMAGE, writer.array(images as string[]))
    return replaceBy(changed && renameKey(changed, ['body'], 'image', 'images'))
  },
  examples: [
    {
      code: 'misnamed:body.image',
      before: '{"body":{"image":"https://x.org/}","n":1.0}}',
      after: ['{"body":{"images":[{"image_url":"https://x.org/}"}],"n":1.0}}'],
    },
    {
      code: 'misnamed:body.image',
      before:
        '{"body": {"image": ["file-1", "data:image/png;base64,AA=="], "prompt": "\\"image\\""}}',
      after: [
        '{"body": {"images": [{"file_id": "file-1"}, {"image_url": "data:image/png;base64,AA=="}], "prompt": "\\"image\\""}}',
      ],
    },
    {
      code: 'misnamed:body.image',
      before: '{"body":{"問":9007199254740993,"image":{"file_id":"file-2"}}}',
      after: ['{"body":{"問":9007199254740993,"images":[{"file_id":"file-2"}]}}'],
    },
  ],
})

/** Undefined of a text that is neither: a path on someone's disk is of no use in a batch. */
function asReference(json: string, writer: Writer): string | undefined {
  const value = parseJson(json)
  if (isObject(value)) return json
  if (typeof value !== 'string') return undefined
  if (/^(?:https?:|data:)/.test(value)) return writer.object([['image_url', json]])
  return value.startsWith('file-') ? writer.object([['file_id', json]]) : undefined
}
