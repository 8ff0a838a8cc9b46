// Pictures that stand in a text as data URLs, and what is wrong with them: assembly/imageData.ts of the scanner
// decides the same.
import { imageTypeOf } from './textMarks.ts'

/**
 * `type`: of no kind of picture that is known to be taken. `form`: not written as `data:image/…;base64,`.
 * `empty`: no data. `base64`: a character that base64 does not have, or cut off. `spaces`: base64 but for
 * white space in it. `differs`: the data does not begin as that kind does. `alphabet`: base64 as urls have it.
 * `padding`: too few or too many `=`. `gif`: a GIF without any other fault, which is one where GIFs are not taken.
 */
export type ImageFaultName =
  | 'type'
  | 'form'
  | 'empty'
  | 'base64'
  | 'spaces'
  | 'differs'
  | 'alphabet'
  | 'padding'
  | 'gif'

/** What OpenAI's guide to vision fine-tuning allows in an example: developers.openai.com, read on 2026-11-28. */
export const MAX_EXAMPLE_IMAGES = 10

export interface ImageFault {
  readonly name: ImageFaultName
  /** Index into the text, in UTF-16 code units: of what is wrong, or the text's length when it ends too early. */
  readonly at: number
}

const SCHEME = 'data:'
const ENCODING = ';base64,'
/** Longer than any kind of picture is written. */
const TYPE_SPACE = 16

/** The first fault of a text that begins with `data:`; undefined for other texts, and where nothing is wrong. */
export function imageFaultOf(text: string): ImageFault | undefined {
  if (!text.startsWith(SCHEME)) return undefined
  const [type] =
    /^image\/(?:png|jpeg|jpg|gif|webp)(?=[;,]|$)/i.exec(
      text.slice(SCHEME.length, SCHEME.length + TYPE_SPACE),
    ) ?? []
  if (type === undefined) return { name: 'type', at: SCHEME.length }
  const encodingAt = SCHEME.length + type.length
  if (!text.startsWith(ENCODING, encodingAt)) return { name: 'form', at: encodingAt }
  const start = encodingAt + ENCODING.length
  const fault = base64FaultOf(text, start)
  if (fault) return fault
  const meant = type.toLowerCase().replace('jpg', 'jpeg')
  if (imageTypeOf(text.slice(start, start + TYPE_SPACE)) !== meant) {
    return { name: 'differs', at: start }
  }
  return meant === 'image/gif' ? { name: 'gif', at: SCHEME.length } : undefined
}

/** Whatever stands from `start` on is read as base64; of several faults the one that weighs most is told. */
function base64FaultOf(text: string, start: number): ImageFault | undefined {
  const data = text.slice(start)
  const end = data.search(/[^A-Za-z0-9+/\-_ \t\n\r]/)
  const padding = end < 0 ? '' : data.slice(end)
  const odd = padding.search(/[^= \t\n\r]/)
  if (odd >= 0) return { name: 'base64', at: start + end + odd }
  const count = (part: string): number => part.replace(/[ \t\n\r]+/g, '').length
  const characters = count(end < 0 ? data : data.slice(0, end))
  const pads = count(padding)
  if (characters + pads === 0) return { name: 'empty', at: start }
  if (characters === 0 || pads > 2 || characters % 4 === 1) {
    return { name: 'base64', at: text.length }
  }
  const forUrls = data.search(/[-_]/)
  if (forUrls >= 0) return { name: 'alphabet', at: start + forUrls }
  if ((characters + pads) % 4 !== 0) return { name: 'padding', at: text.length }
  const space = data.search(/[ \t\n\r]/)
  return space < 0 ? undefined : { name: 'spaces', at: start + space }
}
