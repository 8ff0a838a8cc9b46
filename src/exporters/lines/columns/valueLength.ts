// How long values are, by their bytes.
import { countCodePoints } from '../../../base/codePoints.ts'

const QUOTE = 34
const BACKSLASH = 92
const COMMA = 44

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Code points of a string, elements of an array, members of an object; undefined for what has no length. */
export function lengthOfValue(
  bytes: Uint8Array,
  from: number,
  to: number,
  isEscaped: boolean,
): number | undefined {
  const first = bytes[from]
  if (first === QUOTE) {
    return isEscaped
      ? countCodePoints(parsed(bytes, from, to) as string)
      : codePointsIn(bytes, from + 1, to - 1)
  }
  if (first === 91) return countElements(bytes, from, to)
  // A key may stand twice.
  if (first === 123) return Object.keys(parsed(bytes, from, to) as object).length
  return undefined
}

function parsed(bytes: Uint8Array, from: number, to: number): unknown {
  return JSON.parse(decoder.decode(bytes.subarray(from, to)))
}

function codePointsIn(bytes: Uint8Array, from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i++) if (((bytes[i] as number) & 0xc0) !== 0x80) count++
  return count
}

/** Elements of the array [from, to). */
export function countElements(bytes: Uint8Array, from: number, to: number): number {
  let depth = 0
  let commas = 0
  let isEmpty = true
  for (let i = from + 1; i < to - 1; i++) {
    const byte = bytes[i] as number
    if (byte <= 32) continue
    isEmpty = false
    if (byte === QUOTE) i = behindString(bytes, i) - 1
    else if (byte === COMMA && depth === 0) commas++
    // `[` and `{` differ in one bit, and so do `]` and `}`.
    else if ((byte | 32) === 123) depth++
    else if ((byte | 32) === 125) depth--
  }
  return isEmpty ? 0 : commas + 1
}

function behindString(bytes: Uint8Array, at: number): number {
  let i = at + 1
  while (bytes[i] !== QUOTE) i += bytes[i] === BACKSLASH ? 2 : 1
  return i + 1
}
