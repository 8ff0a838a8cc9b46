// Places in a line as people say them.
import type { TextOffset } from '../../base/units.ts'

/** Below this many code units counting in a loop is faster than handing the text to the browser. */
const LOOP_LIMIT = 4096

/** Bytes of the text in UTF-8; a lone surrogate counts as the three bytes of U+FFFD. */
export function utf8Length(text: string): number {
  if (text.length > LOOP_LIMIT) return new Blob([text]).size
  let bytes = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) bytes += 1
    else if (unit < 0x800) bytes += 2
    else if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(at + 1))) {
      bytes += 4
      at++
    } else bytes += 3
  }
  return bytes
}

/** 1-based column of an offset, counted in UTF-16 code units as code editors do. */
export function columnOf(offset: TextOffset): number {
  return offset + 1
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
