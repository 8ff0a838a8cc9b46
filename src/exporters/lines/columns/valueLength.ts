// How long values are, by their bytes.
import { countCodePoints } from '../../../base/codePoints.ts'
import type { FieldSpans } from '../../../scanner/fieldSpans.ts'

const QUOTE = 34

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Code points of a string, elements of an array, members of an object; undefined for what has no length. */
export function lengthOfValue(
  spans: FieldSpans,
  from: number,
  to: number,
  isEscaped: boolean,
): number | undefined {
  const { bytes } = spans
  const first = bytes[from]
  if (first === QUOTE) {
    return isEscaped
      ? countCodePoints(parsed(bytes, from, to) as string)
      : codePointsIn(bytes, from + 1, to - 1)
  }
  if (first === 91) return spans.countIn(from)
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
