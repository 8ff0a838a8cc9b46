// Values of a line that the plan asked for, as columns over the lines of a batch.

import type { ScannerMemory } from './scannerMemory.ts'

/** What a captured value is; the place in the list is the number in `CaptureColumn.kind`. */
export const CAPTURE_KINDS = [
  'absent',
  'string',
  /** A string with escapes: equal strings can have other bytes, so decode before comparing. */
  'escaped-string',
  'number',
  'true',
  'false',
  'null',
  'object',
  'array',
  /** A string without escapes, not empty, as the plan's `plainText` describes it. */
  'plain-string',
  /** Not a value: a line that is an object as it stands, without its end and a byte order mark before it. */
  'whole-line',
] as const

/** `from` of a line without the value. @internal For tests. */
export const CAPTURE_ABSENT = 0xffffffff

/**
 * One capture over the lines of a batch; views like the batch's own arrays. Of keys that occur
 * twice the last counts, as for JSON.parse; of array elements the last.
 */
export interface CaptureColumn {
  /** [i]: where the value begins in line i, in bytes; CAPTURE_ABSENT when it is not there. */
  readonly from: Uint32Array
  /** [i]: where it ends, excluded; quotes of a string are inside. */
  readonly to: Uint32Array
  /** [2 i] and [2 i + 1]: low and high half of the hash of its bytes, see Scanner.hashOf. */
  readonly hash: Uint32Array
  /** [i]: place in CAPTURE_KINDS. */
  readonly kind: Uint8Array
  /** [i]: elements, where the plan has an `array` node and the value is an array; otherwise 0. */
  readonly count: Uint32Array
}

/** Columns 0 to `captureCount` of a batch of `lines` lines. */
export function captureColumns(
  { exports, buffer }: ScannerMemory,
  captureCount: number,
  lines: number,
  maxLines: number,
): CaptureColumn[] {
  return Array.from({ length: captureCount }, (_, k) => {
    const words = (address: number) => new Uint32Array(buffer, address + k * maxLines * 4, lines)
    return {
      from: words(exports.captureFromAddress()),
      to: words(exports.captureToAddress()),
      hash: new Uint32Array(buffer, exports.captureHashAddress() + k * maxLines * 8, lines * 2),
      kind: new Uint8Array(buffer, exports.captureKindAddress() + k * maxLines, lines),
      count: words(exports.captureCountAddress()),
    }
  })
}
