// Where a key's near form is among its bytes: what `String.prototype.trim` leaves of the text, found
// without making the text.

/** Of the bytes [from, to): the first that is not a space, or `to`. */
export function trimStart(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  for (;;) {
    const length = spaceAt(bytes, at, to)
    if (length === 0) return at
    at += length
  }
}

/** The end of the bytes [from, to) without the spaces at their end; `from` when there is nothing else. */
export function trimEnd(bytes: Uint8Array, from: number, to: number): number {
  let end = to
  for (let size = 1; size <= 3; size++) {
    if (end - size < from || spaceAt(bytes, end - size, end) !== size) continue
    end -= size
    size = 0
  }
  return end
}

/** Bytes of the whitespace or line end that begins here; 0 when none does. */
function spaceAt(bytes: Uint8Array, at: number, to: number): number {
  if (at >= to) return 0
  const first = bytes[at] as number
  if (first === 0x20 || (first >= 0x09 && first <= 0x0d)) return 1
  if (first < 0xc2) return 0
  const second = bytes[at + 1] as number
  if (first === 0xc2) return at + 1 < to && second === 0xa0 ? 2 : 0
  if (at + 2 >= to) return 0
  return isLongSpace((first << 16) | (second << 8) | (bytes[at + 2] as number)) ? 3 : 0
}

/** UTF-8 of the characters that the language counts as whitespace or line ends, beyond U+00A0. */
function isLongSpace(code: number): boolean {
  return (
    (code >= 0xe28080 && code <= 0xe2808a) ||
    code === 0xe19a80 ||
    code === 0xe280a8 ||
    code === 0xe280a9 ||
    code === 0xe280af ||
    code === 0xe2819f ||
    code === 0xe38080 ||
    code === 0xefbbbf
  )
}
