// Pictures in requests. The API answers 400 for a url that is neither http(s) nor data:, and what
// people send is base64 without the words before it.
import { imageTypeOf } from '../../../base/textMarks.ts'
import type { LineRule } from '../../../formats/defineFormat.ts'
import type { JsonPath } from '../../../json/jsonPath.ts'
import { msg } from '../../../i18n/message.ts'

export const imageRules: readonly LineRule[] = [
  bareImageRule([
    ['body', 'messages', '[]', 'content', '[]', 'image_url', 'url'],
    ['body', 'input', '[]', 'content', '[]', 'image_url'],
  ]),
]

/** `paths`: of the urls, with one step for the messages and one for the parts of each. */
export function bareImageRule(paths: readonly JsonPath[]): LineRule {
  return {
    code: 'bare-base64-image',
    severity: 'error',
    title: msg('Image without "data:" before it'),
    reads: paths.map((path) => ({ path, observes: 'image' })),
    anyOrder: true,
    apart: 'reads',
    check(reads) {
      for (const [at, messages] of reads.entries()) {
        if (!Array.isArray(messages)) continue
        const index = messages.findIndex((urls) => Array.isArray(urls) && urls.some(isBareImage))
        if (index < 0) continue
        const urls = (messages as readonly (readonly unknown[])[])[index]
        const type = imageTypeOf(urls?.find(isBareImage) as string)
        return {
          message: msg(
            'Message {position, number} has an image as base64 alone, and the API takes a link or a data URL. Put "data:{type};base64," before it.',
            { position: index + 1, type: String(type) },
          ),
          at,
        }
      }
      return undefined
    },
  }
}

function isBareImage(url: unknown): boolean {
  return typeof url === 'string' && imageTypeOf(url) !== undefined
}
