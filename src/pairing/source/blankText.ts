// Whether a text has nothing in it but whitespace, told from its JSON as it stands in a line: nearly
// always by its first byte.

const BACKSLASH = 0x5c
const SPACE = 0x20
/** First bytes of characters beyond ASCII among which there are spaces: U+00A0, U+2003, U+3000 … */
const MAYBE_SPACE: ReadonlySet<number> = new Set([0xc2, 0xe1, 0xe2, 0xe3, 0xef])
/** Letters of escapes: \n, \r, \t, \f. */
const SPACE_ESCAPES: ReadonlySet<number> = new Set([0x6e, 0x72, 0x74, 0x66])
const UNICODE_ESCAPE = 0x75

// A byte order mark inside of a line is a character.
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** [from, to) is a JSON text with its quotes, in UTF-8. As `!/\S/.test` of the text says. */
export function isBlankText(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from + 1; at < to - 1; at++) {
    const byte = bytes[at] as number
    if (byte === SPACE) continue
    if (byte === BACKSLASH) {
      const letter = bytes[++at] as number
      if (SPACE_ESCAPES.has(letter)) continue
      if (letter !== UNICODE_ESCAPE) return false
    } else if (!MAYBE_SPACE.has(byte)) return false
    return !/\S/.test(JSON.parse(utf8.decode(bytes.subarray(from, to))) as string)
  }
  return true
}
