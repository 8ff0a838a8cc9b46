// Rules about requests for images that their schemas cannot say.
import type { JsonPath } from '../../../diagnostics/diagnostic.ts'
import type { LineRule } from '../../../formats/defineFormat.ts'
import { IMAGE_EDITS, IMAGE_GENERATIONS } from '../endpoints/urls.ts'
import { msg } from '../../../i18n/message.ts'

const IMAGE_URLS: readonly unknown[] = [IMAGE_EDITS, IMAGE_GENERATIONS]

/** Where an image may be named. */
const SOURCES = ['image_url', 'file_id'] as const

const HOLDERS: readonly JsonPath[] = [
  ['body', 'images', '[]'],
  ['body', 'mask'],
  ['body', 'markup'],
]

/** Pixels: both sides are multiples of the first, and none is longer than the second. */
const STEP = 16
const LONGEST = 3840
/** Of the longer side to the shorter. */
const WIDEST = 3

export const imageBodyRules: readonly LineRule[] = [
  {
    code: 'image-source',
    severity: 'error',
    title: msg('Image has no source, or two'),
    reads: [
      ['url'],
      ...HOLDERS.map((path) => ({ path: [...path, '{}'], observes: { keys: SOURCES } })),
    ],
    anyOrder: true,
    apart: 'reads',
    check([url, ...holders]) {
      if (url !== IMAGE_EDITS) return undefined
      for (const [i, read] of holders.entries()) {
        if (!Array.isArray(read)) continue
        const images: readonly unknown[] = i === 0 ? read : [read]
        const odd = images.findIndex((keys) => Array.isArray(keys) && countSources(keys) !== 1)
        if (odd < 0) continue
        const hasTwo = countSources(images[odd] as readonly unknown[]) > 1
        return {
          message: hasTwo
            ? msg(
                'Image {position, number} has both "image_url" and "file_id". Keep one of them.',
                {
                  position: odd + 1,
                },
              )
            : msg(
                'Image {position, number} has neither "image_url" nor "file_id". Add one of them.',
                {
                  position: odd + 1,
                },
              ),
          at: i + 1,
        }
      }
      return undefined
    },
  },
  {
    code: 'misnamed:body.image',
    severity: 'error',
    title: msg('{key} instead of {meant}', { key: 'body.image', meant: 'body.images' }),
    reads: [['url'], { path: ['body', '{}'], observes: { keys: ['image', 'images'] } }],
    replaces: ['missing:body.images', 'unknown-key:body.image'],
    check([url, keys]) {
      if (url !== IMAGE_EDITS || !Array.isArray(keys) || !keys.includes('image')) return undefined
      return {
        message: msg(
          'In JSON the images to change stand in "images", each as \'{\'"image_url": …\'}\' or \'{\'"file_id": …\'}\'; this line has "image", as uploads of a form have it.',
        ),
        at: 1,
      }
    },
  },
  {
    // Of generations the description allows any text, so there it is the warning below.
    code: 'image-size-form',
    severity: 'error',
    title: msg('Size is not WIDTHxHEIGHT'),
    reads: [['url'], ['body', 'size']],
    check([url, size]) {
      if (url !== IMAGE_EDITS || typeof size !== 'string' || hasForm(size)) return undefined
      return {
        message: msg(
          '"body.size" is {size}; it must be "auto" or WIDTHxHEIGHT in pixels, such as "1024x1536".',
          { size: JSON.stringify(size) },
        ),
        at: 1,
      }
    },
  },
  {
    code: 'image-size',
    severity: 'warning',
    title: msg('Size that no model takes'),
    reads: [['url'], ['body', 'size']],
    check([url, size]) {
      if (!IMAGE_URLS.includes(url) || typeof size !== 'string' || isSize(size)) return undefined
      if (url === IMAGE_EDITS && !hasForm(size)) return undefined
      return {
        message: msg(
          '"body.size" is {size}. It is "auto", or WIDTHxHEIGHT in pixels: both multiples of {step, number}, at most {longest, number}, and neither more than {widest, number} times the other.',
          { size: JSON.stringify(size), step: STEP, longest: LONGEST, widest: WIDEST },
        ),
        at: 1,
      }
    },
  },
]

function countSources(keys: readonly unknown[]): number {
  return SOURCES.filter((key) => keys.includes(key)).length
}

function hasForm(size: string): boolean {
  return size === 'auto' || /^\d+x\d+$/.test(size)
}

function isSize(size: string): boolean {
  if (size === 'auto') return true
  const [, width, height] = /^(\d{1,5})x(\d{1,5})$/.exec(size) ?? []
  const sides = [Number(width), Number(height)]
  if (sides.some((side) => !(side > 0) || side % STEP !== 0 || side > LONGEST)) return false
  return Math.max(...sides) <= WIDEST * Math.min(...sides)
}
