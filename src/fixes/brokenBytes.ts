// The bytes of a line that are not UTF-8, and the text with them decoded in another way.

/** Windows-1252 from 0x80 to 0x9F; the five bytes that it leaves open are U+FFFD here. */
const WINDOWS_1252 = Array.from('€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ')

/** One byte as Windows-1252: what Western programs wrote before UTF-8. */
export function decodeWindows1252(byte: number): string {
  if (byte >= 0x80 && byte <= 0x9f) return WINDOWS_1252[byte - 0x80] as string
  return String.fromCharCode(byte)
}

/**
 * The text of a line whose broken bytes `decode` turns into text, run by run of neighbours; undefined
 * when it refuses one of them or there are none.
 */
export function decodeBroken(
  bytes: Uint8Array,
  decode: (run: Uint8Array) => string | undefined,
): string | undefined {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
  const pieces: string[] = []
  let wholeFrom = 0
  let hasBroken = false
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at)
    if (length > 0) {
      at += length
      continue
    }
    let to = at + 1
    while (to < bytes.length && sequenceLength(bytes, to) === 0) to++
    const text = decode(bytes.subarray(at, to))
    if (text === undefined) return undefined
    pieces.push(utf8.decode(bytes.subarray(wholeFrom, at)), text)
    hasBroken = true
    wholeFrom = to
    at = to
  }
  if (!hasBroken) return undefined
  pieces.push(utf8.decode(bytes.subarray(wholeFrom)))
  return pieces.join('')
}

/**
 * Bytes of the well-formed UTF-8 sequence at `at`, 1 to 4; 0 where there is none.
 * Source: The Unicode Standard, table 3-7.
 */
export function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0x80
  if (lead < 0x80) return 1
  if (lead < 0xc2 || lead > 0xf4) return 0
  const isTail = (offset: number, from = 0x80, to = 0xbf) => {
    const byte = bytes[at + offset] ?? 0
    return byte >= from && byte <= to
  }
  if (lead < 0xe0) return isTail(1) ? 2 : 0
  if (lead < 0xf0) {
    const isSecond = isTail(1, lead === 0xe0 ? 0xa0 : 0x80, lead === 0xed ? 0x9f : 0xbf)
    return isSecond && isTail(2) ? 3 : 0
  }
  const isSecond = isTail(1, lead === 0xf0 ? 0x90 : 0x80, lead === 0xf4 ? 0x8f : 0xbf)
  return isSecond && isTail(2) && isTail(3) ? 4 : 0
}
