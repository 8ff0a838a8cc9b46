// Pictures that stand in a text as data URLs, and what is wrong with them: assembly/imageData.ts of the scanner
// decides the same.
import { imageTypeOf } from './textMarks.ts'

/**
 * `type`: of no kind of picture that is known to be taken. `form`: not written as `data:image/…;base64,`.
 * `empty`: no data. `base64`: a character that base64 does not have, or a wrong end. `spaces`: base64 but for
 * white space in it. `differs`: the data does not begin as that kind does.
 */
export type ImageFaultName = 'type' | 'form' | 'empty' | 'base64' | 'spaces' | 'differs'

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
  return imageTypeOf(text.slice(start, start + TYPE_SPACE)) === meant
    ? undefined
    : { name: 'differs', at: start }
}

/** Whatever stands from `start` on is read as base64; white space is told only where nothing else is wrong. */
function base64FaultOf(text: string, start: number): ImageFault | undefined {
  const data = text.slice(start)
  const space = data.search(/[ \t\n\r]/)
  const end = data.search(/[^A-Za-z0-9+/ \t\n\r]/)
  const padding = end < 0 ? '' : data.slice(end)
  const odd = padding.search(/[^= \t\n\r]/)
  if (odd >= 0) return { name: 'base64', at: start + end + odd }
  const count = (part: string): number => part.replace(/[ \t\n\r]+/g, '').length
  const characters = count(end < 0 ? data : data.slice(0, end))
  const pads = count(padding)
  if (characters + pads === 0) return { name: 'empty', at: start }
  if (characters === 0 || pads > 2 || (characters + pads) % 4 !== 0) {
    return { name: 'base64', at: text.length }
  }
  return space < 0 ? undefined : { name: 'spaces', at: start + space }
}
