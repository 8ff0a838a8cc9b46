// Images in requests that are written as data URLs. Recorded answers of the API, status 400, invalid_value:
// "Expected a base64-encoded data URL with an image MIME type … but got empty base64-encoded bytes"
// (opencode#23983, 2026-04) and "… but got unsupported MIME type 'application/octet-stream'"
// (dsh-imagegen#23, 2026-09); "Invalid base64 image_url", invalid_base64 (azure-sdk-for-java#41670, 2024-08).
// That white space in the data, a missing "=", the alphabet for urls or a type that the data contradicts is refused
// was not found. How long a data URL may be, the schemas of /v1/responses and /v1/images/edits say. For the rest the
// guide names 512 MB and 1,500 images in a request (read on 2026-11-28), which no batch file reaches in bytes, and
// an image of 25 MB was taken in a chat (earendil-works/pi#120, 2025-12).
import { imageFaultOf, type ImageFault, type ImageFaultName } from '../../../base/imageData.ts'
import { imageTypeOf } from '../../../base/textMarks.ts'
import type { JsonPath, Severity } from '../../../diagnostics/diagnostic.ts'
import type { LineRule } from '../../../formats/defineFormat.ts'
import { type Message, msg } from '../../../i18n/message.ts'
import { exampleImages } from './exampleImages.ts'
import { inItem, inMessage } from './partPlaces.ts'
import { textsIn, type PlacedText } from './placedTexts.ts'

/** Where image URLs stand. */
interface ImagePlace {
  readonly path: JsonPath
  /** In words, from a place for each `[]` of the path, counted from 1. */
  where(...places: readonly number[]): Message
  /** Of which kinds of images are taken here no refusal was found. */
  readonly takesUnknownKinds?: true
}

const REQUEST_PLACES: readonly ImagePlace[] = [
  { path: ['body', 'messages', '[]', 'content', '[]', 'image_url', 'url'], where: inMessage },
  { path: ['body', 'input', '[]', 'content', '[]', 'image_url'], where: inItem },
  { path: ['body', 'input', '[]', 'output', '[]', 'image_url'], where: inItem },
  {
    path: ['body', 'input', '[]', 'output', 'image_url'],
    where: (item = 0) => msg('Item {item, number}', { item }),
  },
  {
    path: ['body', 'input', '[]', 'image_url', 'url'],
    where: (part = 0) => msg('Part {part, number}', { part }),
    takesUnknownKinds: true,
  },
  {
    path: ['body', 'images', '[]', 'image_url'],
    where: (image = 0) => msg('Image {image, number}', { image }),
    takesUnknownKinds: true,
  },
  {
    path: ['body', 'mask', 'image_url'],
    where: () => msg('The mask'),
    takesUnknownKinds: true,
  },
]

interface FaultRule {
  readonly code: string
  readonly severity: Severity
  readonly title: Message
  message(where: Message, text: string, at: number): Message
}

const FAULT_RULES: Readonly<Record<Exclude<ImageFaultName, 'gif'>, FaultRule>> = {
  type: {
    code: 'image-data-kind',
    severity: 'error',
    title: msg('Kind of image that is not taken'),
    message: (where, text) =>
      msg(
        '{where}: the data URL holds {type}, and the API takes PNG, JPEG, GIF and WebP. Convert the image to one of them.',
        { where, type: JSON.stringify(typeIn(text)) },
      ),
  },
  form: {
    code: 'image-data-form',
    severity: 'warning',
    title: msg('Data URL in another form'),
    message: (where, text) =>
      msg(
        '{where}: the data URL begins with {start}. The API asks for "data:image/…;base64," and one of png, jpeg, gif and webp there.',
        { where, start: JSON.stringify(headOf(text)) },
      ),
  },
  empty: {
    code: 'image-data-empty',
    severity: 'error',
    title: msg('Image without data'),
    message: (where) =>
      msg('{where}: nothing follows "base64,". Put the image there, or remove it.', { where }),
  },
  base64: {
    code: 'image-data-base64',
    severity: 'error',
    title: msg('Image is not valid base64'),
    message: (where, text, at) =>
      at < text.length
        ? msg(
            '{where}: {character} is out of place in base64; it is character {position, number} of the data URL. Encode the image again.',
            {
              where,
              character: JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0)),
              position: at + 1,
            },
          )
        : msg(
            '{where}: the data URL ends after {length, number} characters, inside of a group of four that base64 is made of. Something is missing at its end: encode the image again.',
            { where, length: at },
          ),
  },
  alphabet: {
    code: 'image-data-alphabet',
    severity: 'warning',
    title: msg('Image is in base64 for URLs'),
    message: (where, text, at) =>
      msg(
        '{where}: the image is written in the base64 of URLs and file names, which has "-" and "_", first {character} at character {position, number}. Write "+" and "/" instead.',
        { where, character: JSON.stringify(text.charAt(at)), position: at + 1 },
      ),
  },
  padding: {
    code: 'image-data-padding',
    severity: 'warning',
    title: msg('Padding of an image is wrong'),
    message(where, text) {
      const padding = paddingOf(text)
      return padding === ''
        ? msg(
            '{where}: the base64 of the image ends with "=" although its length is a multiple of four without. Remove it.',
            { where },
          )
        : msg(
            '{where}: the base64 of the image has to end with {padding}, so that its length is a multiple of four.',
            { where, padding: JSON.stringify(padding) },
          )
    },
  },
  spaces: {
    code: 'image-data-spaces',
    severity: 'warning',
    title: msg('White space in an image'),
    message: (where, _, at) =>
      msg(
        '{where}: the base64 of the image has white space in it, first at character {position, number} of the data URL. Remove its spaces and line breaks.',
        { where, position: at + 1 },
      ),
  },
  differs: {
    code: 'image-data-differs',
    severity: 'warning',
    title: msg('Image is of another kind'),
    message(where, text, at) {
      const type = typeIn(text)
      const actual = imageTypeOf(text.slice(at, at + SHOWN))
      return actual === undefined
        ? msg(
            '{where}: the data URL says {type}, and the data does not begin as such an image does. Check where it comes from.',
            { where, type },
          )
        : msg(
            '{where}: the data URL says {type}, and the data begins as {actual} does. Write "data:{actual};base64,".',
            { where, type, actual },
          )
    },
  },
}

/** Characters of a text that a message shows. */
const SHOWN = 40

/** Up to the data, as far as it is shown. */
function headOf(text: string): string {
  const [head = ''] = text.slice(0, SHOWN).split(',', 1)
  return head.length < Math.min(text.length, SHOWN) ? `${head},` : head
}

function typeIn(text: string): string {
  return /^data:([^;,]*)/.exec(text.slice(0, SHOWN))?.[1] ?? ''
}

/** What the base64 of a data URL, whose padding is wrong, should end with. */
function paddingOf(text: string): string {
  const characters = text.slice(text.indexOf(',') + 1).replace(/[= \t\n\r]+/g, '').length
  return '='.repeat((4 - (characters % 4)) % 4)
}

interface Found extends PlacedText {
  readonly fault: ImageFault
}

/** `severity`: of all of them, where it is not that of requests. */
function imageDataRulesAt(
  places: readonly ImagePlace[],
  severity?: 'warning',
): readonly LineRule[] {
  return Object.entries(FAULT_RULES).map(
    ([name, rule]): LineRule => ({
      code: rule.code,
      severity: severity ?? rule.severity,
      title: rule.title,
      reads: places.map(({ path }) => ({ path, observes: 'imageData' })),
      anyOrder: true,
      apart: 'reads',
      check(reads) {
        for (const [at, place] of places.entries()) {
          const found = textsIn(reads[at]).flatMap((each): Found[] => {
            const fault = imageFaultOf(each.text)
            return fault && told(fault.name, place) === name ? [{ ...each, fault }] : []
          })[0]
          if (!found) continue
          const where = place.where(...found.inside.map((index) => index + 1))
          return {
            message: rule.message(where, found.text, found.fault.at),
            at,
            inside: found.inside,
          }
        }
        return undefined
      },
    }),
  )
}

function told(fault: ImageFaultName, { takesUnknownKinds }: ImagePlace): ImageFaultName {
  return fault === 'type' && takesUnknownKinds ? 'form' : fault
}

export const imageDataRules = imageDataRulesAt(REQUEST_PLACES)

/** Of examples to learn from, whose messages are at `at`. What training makes of such images is not recorded. */
export function exampleImageRules(at: JsonPath = []): readonly LineRule[] {
  const path = [...at, 'messages', '[]', 'content', '[]', 'image_url', 'url']
  return [...imageDataRulesAt([{ path, where: inMessage }], 'warning'), ...exampleImages(path)]
}
