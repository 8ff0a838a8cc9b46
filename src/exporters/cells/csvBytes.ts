// Cells of CSV out of bytes, the same as csv.ts makes of texts. What is plain, as most is, is copied; what a
// spreadsheet might act upon is left to csv.ts.
import type { ByteWriter } from './byteWriter.ts'
import { csvCell, plainCsvCell } from './csv.ts'

/** Of bytes: the cell needs quotes; this one is doubled in them; some readers end a cell there. */
const QUOTED = 1
const DOUBLED = 2
const SPLITS = 4
const MARKS = new Uint8Array(256)
MARKS[44] = QUOTED
MARKS[34] = QUOTED | DOUBLED
for (const sign of ';\t\r\n') MARKS[sign.charCodeAt(0)] = QUOTED | SPLITS

const QUOTE = 34
const APOSTROPHE = 39
const SPACE = 32

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Writes UTF-8 [from, to) of `bytes` as the cell of a text, or of JSON that is no number and no string. */
export function writeCsvCell(
  out: ByteWriter,
  kind: 'text' | 'json',
  bytes: Uint8Array,
  from: number,
  to: number,
  isFormulaSafe: boolean,
): void {
  if (from === to) return
  let marks = 0
  let isOdd = kind === 'text' && (mayBeginFormula(bytes, from) || endsInSpace(bytes, from, to))
  for (let i = from; i < to; i++) {
    const mark = MARKS[bytes[i] as number] as number
    if (mark === 0) continue
    marks |= mark
    if ((mark & SPLITS) !== 0 && isFormulaSafe && mayGoOn(bytes, i, to)) isOdd = true
  }
  if (isOdd) {
    const text = decoder.decode(bytes.subarray(from, to))
    const value = kind === 'text' ? { kind, text } : { kind, source: text }
    out.text(isFormulaSafe ? csvCell(value) : plainCsvCell(value))
    return
  }
  if (marks === 0) {
    out.copy(bytes, from, to)
    return
  }
  out.byte(QUOTE)
  if ((marks & DOUBLED) === 0) out.copy(bytes, from, to)
  else writeDoubled(out, bytes, from, to)
  out.byte(QUOTE)
}

function writeDoubled(out: ByteWriter, bytes: Uint8Array, from: number, to: number): void {
  out.reserve(2 * (to - from))
  const written = out.bytes
  let at = out.length
  for (let i = from; i < to; i++) {
    const byte = bytes[i] as number
    written[at++] = byte
    if (byte === QUOTE) written[at++] = QUOTE
  }
  out.length = at
}

/** Whether a sign of a formula or white space is at `at`. */
function mayBeginFormula(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at] as number
  if (byte < 0x80) return byte <= SPACE || isFormulaSign(byte)
  return isWideSpace(bytes, at) || (byte === 0xef && bytes[at + 1] === 0xbc)
}

function endsInSpace(bytes: Uint8Array, from: number, to: number): boolean {
  const byte = bytes[to - 1] as number
  if (byte < 0x80) return byte <= SPACE
  return (
    (to - from >= 2 && bytes[to - 2] === 0xc2 && byte === 0xa0) ||
    (to - from >= 3 && isWideSpace(bytes, to - 3))
  )
}

/** Whether behind the sign at `at`, which splits cells, a formula may begin; spaces and quotes may stand between. */
function mayGoOn(bytes: Uint8Array, at: number, to: number): boolean {
  for (let next = at + 1; next < to; next++) {
    const byte = bytes[next] as number
    if (byte <= SPACE) {
      // The other sign is looked at by itself.
      if (((MARKS[byte] as number) & SPLITS) !== 0) return false
    } else if (byte !== QUOTE && byte !== APOSTROPHE) return mayBeginFormula(bytes, next)
  }
  return false
}

/** = + - @ */
function isFormulaSign(byte: number): boolean {
  return byte === 61 || byte === 43 || byte === 45 || byte === 64
}

/** White space beyond ASCII, as regular expressions have it. */
function isWideSpace(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at] as number
  const second = bytes[at + 1] as number
  const third = bytes[at + 2] as number
  if (first === 0xc2) return second === 0xa0
  if (first === 0xe2) {
    return second === 0x80
      ? third <= 0x8a || third === 0xa8 || third === 0xa9 || third === 0xaf
      : second === 0x81 && third === 0x9f
  }
  if (first === 0xe3) return second === 0x80 && third === 0x80
  if (first === 0xe1) return second === 0x9a && third === 0x80
  return first === 0xef && second === 0xbb && third === 0xbf
}
