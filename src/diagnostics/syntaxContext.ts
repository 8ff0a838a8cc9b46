// What a message about a syntax error may say about the place of the error.
import type { TextOffset } from '../base/units.ts'

export interface SyntaxContext {
  /** The line without its line end; U+FFFD stands where its bytes are not UTF-8. */
  readonly text: string
  readonly bytes: Uint8Array
  /** Bytes from the start of the line. */
  readonly byteOffset: number
  /** The same place in `text`. */
  readonly offset: TextOffset
}

/** The character at the place of the error, as shown in a message: `"x"`, or its code point. */
export function shownCharacter({ text, offset }: SyntaxContext): string {
  const point = text.codePointAt(offset)
  if (point === undefined) return 'the end of the line'
  if (point > 32 && point < 127) return `"${String.fromCodePoint(point)}"`
  const name = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`
  const isVisible = point > 160 && !/[\p{C}\p{Z}]/u.test(String.fromCodePoint(point))
  return isVisible ? `"${String.fromCodePoint(point)}" (${name})` : name
}

/** `byte 0xE9`, or a word for what lies beyond the line's end. */
export function shownByte({ bytes, byteOffset }: SyntaxContext): string {
  const byte = bytes[byteOffset]
  return byte === undefined
    ? 'the end of the line'
    : `byte 0x${byte.toString(16).toUpperCase().padStart(2, '0')}`
}

/** The word or number at the place of the error, cut. */
export function shownWord({ text, offset }: SyntaxContext): string {
  const word = /^[^\s,:{}[\]"']+/.exec(text.slice(offset, offset + 40))?.[0]
  return word === undefined
    ? shownCharacter({ text, offset, bytes: NO_BYTES, byteOffset: 0 })
    : word
}

const NO_BYTES = new Uint8Array()
