// What OpenAI's guide to vision fine-tuning asks of the images of an example: at most 10, of at most 10 MB each,
// as JPEG, PNG or WebP (developers.openai.com, read on 2026-11-28; Azure's guide of the same day allows 64). What is
// made of others is not recorded, so all of it is a warning.
import { countCodePoints } from '../../../base/codePoints.ts'
import { imageFaultOf, MAX_EXAMPLE_IMAGES } from '../../../base/imageData.ts'
import type { JsonPath } from '../../../diagnostics/diagnostic.ts'
import type { LineRule } from '../../../formats/defineFormat.ts'
import { bytes, msg } from '../../../i18n/message.ts'
import { textsIn } from './placedTexts.ts'

/** Of an image, as megabytes are taken most generously. */
const MAX_BYTES = 10 * 1024 * 1024

const LONGEST_HEAD = 'data:image/jpeg;base64,'.length

/** Least characters of a data URL of more than that, however its head is written. */
const TOO_LONG = LONGEST_HEAD + Math.ceil(MAX_BYTES / 3) * 4 + 1

/** `path`: of the urls, with a `[]` for the messages and one for the parts of each. */
export function exampleImages(path: JsonPath): readonly LineRule[] {
  return [
    {
      code: 'example-images-many',
      severity: 'warning',
      title: msg('More than 10 images in an example'),
      reads: [{ path, observes: 'manyImages' }],
      anyOrder: true,
      check([urls]) {
        const images = textsIn(urls)
        const beyond = images[MAX_EXAMPLE_IMAGES]
        return (
          beyond && {
            message: msg(
              'The example has {count, number} images, and OpenAI takes {limit, number} in one; Azure takes 64. Leave some out, or make several examples of it.',
              { count: images.length, limit: MAX_EXAMPLE_IMAGES },
            ),
            at: 0,
            inside: beyond.inside,
          }
        )
      },
    },
    {
      code: 'example-image-large',
      severity: 'warning',
      title: msg('Image of more than 10 MB in an example'),
      reads: [{ path, observes: { lengths: [TOO_LONG] } }],
      anyOrder: true,
      apart: 'reads',
      check([urls]) {
        const found = textsIn(urls).find(({ text }) => countCodePoints(text) >= TOO_LONG)
        if (!found) return undefined
        return {
          message: msg(
            'Message {message, number}, part {part, number}: the image has {size}, and fine-tuning takes images of at most 10 MB. Make it smaller.',
            {
              ...placeIn(found.inside),
              size: bytes(Math.floor(((found.text.length - LONGEST_HEAD) / 4) * 3)),
            },
          ),
          at: 0,
          inside: found.inside,
        }
      },
    },
    {
      code: 'example-image-gif',
      severity: 'warning',
      title: msg('GIF in an example'),
      reads: [{ path, observes: 'imageData' }],
      anyOrder: true,
      apart: 'reads',
      check([urls]) {
        const found = textsIn(urls).find(({ text }) => imageFaultOf(text)?.name === 'gif')
        if (!found) return undefined
        return {
          message: msg(
            'Message {message, number}, part {part, number}: the image is a GIF, and fine-tuning takes JPEG, PNG and WebP. Convert it.',
            placeIn(found.inside),
          ),
          at: 0,
          inside: found.inside,
        }
      },
    },
  ]
}

function placeIn([message = 0, part = 0]: readonly number[]): { message: number; part: number } {
  return { message: message + 1, part: part + 1 }
}
