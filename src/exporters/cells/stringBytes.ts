// What a JSON string says, as UTF-8, out of the bytes that it is written with.
import type { ByteWriter } from './byteWriter.ts'

const BACKSLASH = 92
const U = 117
/** Bytes from which a range is rather looked through and copied as one. */
const LONG = 32

/** [byte behind a backslash]: the character that both stand for. */
const ESCAPES = new Uint8Array(256)
for (const [sign, character] of ['""', '\\\\', '//', 'b\b', 'f\f', 'n\n', 'r\r', 't\t']) {
  ESCAPES[(sign as string).charCodeAt(0)] = (character as string).charCodeAt(0)
}

/**
 * Writes the string whose text is [from, to) of `bytes`, without its quotes. One half of a surrogate pair has no
 * UTF-8, so its escape stays.
 */
export function writeString(out: ByteWriter, bytes: Uint8Array, from: number, to: number): void {
  // No escape is shorter than what it stands for.
  out.reserve(to - from)
  const written = out.bytes
  const text = bytes.subarray(from, to)
  let at = out.length
  let i = from
  while (i < to) {
    const byte = bytes[i] as number
    if (byte !== BACKSLASH) {
      written[at++] = byte
      i++
      // Texts go on for a while without another escape.
      if (to - i < LONG) continue
      const next = text.indexOf(BACKSLASH, i - from)
      const end = next < 0 ? to : from + next
      if (end - i > LONG) {
        written.set(bytes.subarray(i, end), at)
        at += end - i
      } else for (let copied = i; copied < end; copied++) written[at++] = bytes[copied] as number
      i = end
      continue
    }
    const sign = bytes[i + 1] as number
    if (sign !== U) {
      written[at++] = ESCAPES[sign] as number
      i += 2
      continue
    }
    let code = hexAt(bytes, i + 2)
    i += 6
    if (code >= 0xd800 && code < 0xe000) {
      const low =
        code < 0xdc00 && bytes[i] === BACKSLASH && bytes[i + 1] === U ? hexAt(bytes, i + 2) : 0
      if (low >= 0xdc00 && low < 0xe000) {
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00)
        i += 6
      } else {
        for (const sign of `\\u${code.toString(16)}`) written[at++] = sign.charCodeAt(0)
        continue
      }
    }
    if (code < 0x80) written[at++] = code
    else if (code < 0x800) {
      written[at++] = 0xc0 | (code >> 6)
      written[at++] = 0x80 | (code & 0x3f)
    } else if (code < 0x10000) {
      written[at++] = 0xe0 | (code >> 12)
      written[at++] = 0x80 | ((code >> 6) & 0x3f)
      written[at++] = 0x80 | (code & 0x3f)
    } else {
      written[at++] = 0xf0 | (code >> 18)
      written[at++] = 0x80 | ((code >> 12) & 0x3f)
      written[at++] = 0x80 | ((code >> 6) & 0x3f)
      written[at++] = 0x80 | (code & 0x3f)
    }
  }
  out.length = at
}

function hexAt(bytes: Uint8Array, at: number): number {
  let value = 0
  for (let i = at; i < at + 4; i++) {
    const c = bytes[i] as number
    value = (value << 4) | (c < 58 ? c - 48 : (c | 32) - 87)
  }
  return value
}
