// The lines of a case as bytes, in pieces: for a file or for a Blob, without the whole ever being one
// string.
import { concatBytes } from '../base/concatBytes.ts'
import type { BenchCase } from './benchCases.ts'

/** UTF-16 code units that are gathered before they are encoded. */
const PIECE_LENGTH = 1024 * 1024

const utf8 = new TextEncoder()

/** Lines of a case that make about so many bytes; at least one. */
export function lineCountOf(entry: BenchCase, targetBytes: number): number {
  return Math.max(1, Math.round(targetBytes / entry.lineBytes))
}

/**
 * The file of a case: `lineCountOf` lines, each with a line feed, in pieces of whole lines of about
 * 1 MiB (up to 3 MiB where text is not ASCII). Each piece is an array of its own.
 */
export function* bytesOf(
  entry: BenchCase,
  targetBytes: number,
): Generator<Uint8Array<ArrayBuffer>> {
  const lines = lineCountOf(entry, targetBytes)
  let piece = ''
  for (let index = 0; index < lines; index++) {
    piece += `${entry.line(index)}\n`
    if (piece.length >= PIECE_LENGTH || index === lines - 1) {
      yield encode(piece)
      piece = ''
    }
  }
}

/** UTF-8, and the byte XX for each lone surrogate U+DCXX, after the convention of Python. */
function encode(text: string): Uint8Array<ArrayBuffer> {
  if (text.isWellFormed()) return utf8.encode(text)
  // With the flag u, halves of pairs do not match.
  const parts = text.split(/([\uDC80-\uDCFF])/u)
  return concatBytes(
    parts.map((part, i) =>
      i % 2 === 0 ? utf8.encode(part) : Uint8Array.of(part.charCodeAt(0) & 0xff),
    ),
  )
}
