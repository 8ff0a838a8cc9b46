// Parameters that the format of an image excludes. Warnings: they stand in the descriptions of OpenAI's SDK for
// TypeScript (7.59.0, 2026-11-17), and what the API answers to them was not found.
import type { LineRule, PartialRead } from '../../../formats/defineFormat.ts'
import { IMAGE_EDITS, IMAGE_GENERATIONS } from '../endpoints/urls.ts'
import { msg } from '../../../i18n/message.ts'

const IMAGE_URLS: readonly unknown[] = [IMAGE_EDITS, IMAGE_GENERATIONS]

/** What a format does not support; png is also what comes without `output_format`, and is not told. */
const EXCLUDED: Readonly<Record<string, readonly string[]>> = {
  gif: ['output_compression', 'mask', 'partial_images'],
  svg: ['output_compression', 'partial_images'],
}

/** Each is a number or an object when it is used. */
const NAMES = ['output_compression', 'mask', 'partial_images'] as const

/** Where the names begin among what is read. */
const FIRST_NAME = 3

export const imageFormatRules: readonly LineRule[] = [
  {
    code: 'image-format-parameter',
    severity: 'warning',
    title: msg('Image format and another parameter do not go together'),
    reads: [
      ['url'],
      ['body', 'output_format'],
      { path: ['body', 'n'], observes: { bounds: [1] } },
      { path: ['body', 'output_compression'], observes: 'type' },
      { path: ['body', 'mask', '{}'], observes: { keys: [] } },
      { path: ['body', 'partial_images'], observes: { bounds: [0] } },
    ] satisfies readonly (PartialRead | readonly string[])[],
    check([url, format, n, compression, mask, partial]) {
      if (!IMAGE_URLS.includes(url) || typeof format !== 'string') return undefined
      if (format === 'svg' && typeof n === 'number' && n > 1) {
        return {
          message: msg(
            '"body.n" must be 1 when "output_format" is "svg". Ask for one image in a request.',
          ),
          at: 2,
        }
      }
      const used = [
        typeof compression === 'number',
        Array.isArray(mask),
        typeof partial === 'number' && partial > 0,
      ]
      const excluded = Object.hasOwn(EXCLUDED, format) ? EXCLUDED[format] : undefined
      const odd = NAMES.findIndex((name, i) => used[i] === true && excluded?.includes(name))
      if (odd < 0) return undefined
      return {
        message: msg(
          '"{name}" is not supported when "output_format" is "{format}". Remove it, or choose another format.',
          { name: `body.${NAMES[odd]}`, format },
        ),
        at: FIRST_NAME + odd,
      }
    },
  },
]
