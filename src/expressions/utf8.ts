// One character of UTF-8, as TextDecoder reads it: what is not a character is U+FFFD, for as many bytes
// as could have begun one.

const REPLACEMENT = 0xfffd

/** The code point that begins at `at`, a byte of 0x80 or more; bytes from `to` on are not looked at. */
export function codePointAt(bytes: Uint8Array, at: number, to: number): number {
  const lead = bytes[at] as number
  const length = lengthAt(bytes, at, to)
  if (length !== wantedLength(lead)) return REPLACEMENT
  let codePoint = length === 2 ? lead & 0x1f : length === 3 ? lead & 0x0f : lead & 0x07
  for (let i = 1; i < length; i++) codePoint = (codePoint << 6) | ((bytes[at + i] as number) & 0x3f)
  return codePoint
}

/** How many bytes the character at `at` takes, or what stands in its place. */
export function lengthAt(bytes: Uint8Array, at: number, to: number): number {
  const lead = bytes[at] as number
  const wanted = wantedLength(lead)
  let lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  let highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  for (let i = 1; i < wanted; i++) {
    const byte = at + i < to ? (bytes[at + i] as number) : 0
    if (byte < lowest || byte > highest) return i
    lowest = 0x80
    highest = 0xbf
  }
  return Math.max(wanted, 1)
}

/** 0 for a byte that begins no character. */
function wantedLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return 3
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
}
