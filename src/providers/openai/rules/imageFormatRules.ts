// Parameters that the format of an image excludes, and one that has no use in a batch.
import type { LineRule } from '../../../formats/defineFormat.ts'
import { IMAGE_EDITS, IMAGE_GENERATIONS } from '../endpoints/urls.ts'
import { msg } from '../../../i18n/message.ts'

const IMAGE_URLS: readonly unknown[] = [IMAGE_EDITS, IMAGE_GENERATIONS]

const FORMAT = ['body', 'output_format']
const COMPRESSION = {
  path: ['body', 'output_compression'],
  observes: { bounds: [100] },
} as const

export const imageFormatRules: readonly LineRule[] = [
  {
    // Recorded, with the code invalid_png_output_compression: "Compression less than 100 is not supported for PNG
    // output format". png is also what comes without a format.
    code: 'image-png-compression',
    severity: 'error',
    title: msg('PNG cannot be compressed with loss'),
    reads: [['url'], FORMAT, COMPRESSION],
    check([url, format, compression]) {
      if (!IMAGE_URLS.includes(url) || typeof compression !== 'number') return undefined
      if ((format ?? 'png') !== 'png' || compression >= 100 || compression < 0) return undefined
      return {
        message:
          format === 'png'
            ? msg(
                '"body.output_compression" is {value}, and PNG takes only 100. Remove it, or choose the format "webp" or "jpeg".',
                { value: String(compression) },
              )
            : msg(
                '"body.output_compression" is {value}, and PNG, which comes without "output_format", takes only 100. Remove it, or choose the format "webp" or "jpeg".',
                { value: String(compression) },
              ),
        at: 2,
        quotes: { value: 2 },
      }
    },
  },
  {
    // Said of GIF and SVG in OpenAI's SDK for TypeScript (7.59.0, 2026-11-17); what the API answers was not found.
    code: 'image-format-parameter',
    severity: 'warning',
    title: msg('Image format and another parameter do not go together'),
    reads: [
      ['url'],
      FORMAT,
      { path: ['body', 'n'], observes: { bounds: [1] } },
      COMPRESSION,
      { path: ['body', 'mask', '{}'], observes: { keys: [] } },
    ],
    check([url, format, n, compression, mask]) {
      if (!IMAGE_URLS.includes(url)) return undefined
      if (format !== 'gif' && format !== 'svg') return undefined
      if (format === 'svg' && typeof n === 'number' && n > 1) {
        return {
          message: msg(
            '"body.n" must be 1 when "output_format" is "svg". Ask for one image in a request.',
          ),
          at: 2,
        }
      }
      const isMasked = format === 'gif' && Array.isArray(mask)
      if (typeof compression !== 'number' && !isMasked) return undefined
      return {
        message: msg(
          '"{name}" is not supported when "output_format" is "{format}". Remove it, or choose another format.',
          { name: isMasked ? 'body.mask' : 'body.output_compression', format },
        ),
        at: isMasked ? 4 : 3,
      }
    },
  },
  {
    code: 'partial-images-in-batch',
    severity: 'hint',
    title: msg('partial_images has no use in a batch'),
    reads: [['url'], { path: ['body', 'partial_images'], observes: { bounds: [0] } }],
    check([url, count]) {
      if (!IMAGE_URLS.includes(url) || typeof count !== 'number' || count <= 0) return undefined
      return {
        message: msg(
          'Partial images are sent while a request streams, and a batch cannot. Remove "body.partial_images".',
        ),
        at: 1,
      }
    },
  },
]
