// What kind of file this is, from its first bytes: things that are better said once for the file
// than at each of its lines.

import { hexText } from '../base/hexText.ts'
import { skipSpaceBytes } from './jsonExtent.ts'
import { isOfficeZip } from './officeZip.ts'
import { countElements, type JsonLayout, sniffLayout, wrappedArray } from './sniffLayout.ts'
import { type TextKind, textKindOf } from './textKind.ts'

/** `utf-8` is also what everything is called that is none of the others. */
export type Encoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'utf-32le'
  | 'utf-32be'
  | 'gzip'
  | 'zstd'
  | 'zip'
  | 'bzip2'
  | 'xz'
  | 'parquet'
  | 'sqlite'
  | 'pdf'
  /** A workbook, a text or slides of Excel, LibreOffice and the like. */
  | 'office'
  /** Nothing but NUL bytes. */
  | 'nul'
  | 'binary'

/** `lone-cr`: values with CR between them, and no LF. */
export type Layout = JsonLayout | TextKind | 'lone-cr'

/** The array that a file is, or that it holds in an object. */
export interface SniffedArray {
  /** Of the object around it. */
  readonly key?: string
  /** Those that the first `bytes` of the file hold. */
  readonly elements: number
  readonly bytes: number
  /** There are no more. */
  readonly isAll: boolean
}

/** `cr`: no LF at all, but CR between texts. `none`: no line ends seen. */
export type LineEnd = 'lf' | 'crlf' | 'mixed' | 'cr' | 'none'

export interface SniffedContent {
  readonly encoding: Encoding
  /** A byte order mark of UTF-8, UTF-16 or UTF-32 begins the file. */
  readonly bom: boolean
  readonly layout: Layout
  /** Where `layout` is `json-array` or `wrapped-array`. */
  readonly array?: SniffedArray
  /** Actions and documents for the bulk API of Elasticsearch or OpenSearch. */
  readonly isBulk: boolean
  readonly lineEnd: LineEnd
}

/** Bytes of the head that are worth giving to `sniffContent`. */
export const SNIFF_LENGTH = 256 * 1024

/** First bytes that formats reserve for themselves, in hexadecimal. */
const MAGIC: readonly (readonly [Encoding, RegExp])[] = [
  // RFC 1952, section 2.3.1
  ['gzip', /^1f8b/],
  // RFC 8878, sections 3.1.1 and 3.1.2 (frame, skippable frame)
  ['zstd', /^28b52ffd|^5[0-9a-f]2a4d18/],
  // APPNOTE.TXT 4.3.7, 4.3.16 (file, empty archive)
  ['zip', /^504b0304|^504b0506/],
  // "BZh", level, then the block magic (pi) or the end magic
  ['bzip2', /^425a683[1-9](314159265359|177245385090)/],
  ['xz', /^fd377a585a00/],
  ['parquet', /^50415231/],
  ['sqlite', /^53514c69746520666f726d6174203300/],
  ['pdf', /^255044462d/],
  // [MS-CFB] 2.2: .xls, .doc and .ppt of before 2007
  ['office', /^d0cf11e0a1b11ae1/],
]

const LF = 0x0a
const CR = 0x0d
const OPEN_BRACE = 0x7b

const utf8 = new TextDecoder()

/** `head`: the first bytes of the file; `isWhole`: they are all of it. */
export function sniffContent(head: Uint8Array, isWhole: boolean): SniffedContent {
  const { encoding, bomLength } = sniffEncoding(head, isWhole)
  const bytes = textOf(head.subarray(bomLength), encoding)
  if (!bytes)
    return { encoding, bom: bomLength > 0, layout: 'lines', isBulk: false, lineEnd: 'none' }
  const lineEnd = sniffLineEnd(bytes)
  const layout = layoutOf(bytes, isWhole, lineEnd)
  const array = arrayOf(bytes, layout, bomLength)
  return {
    encoding,
    bom: bomLength > 0,
    layout,
    ...(array && { array }),
    isBulk: isBulk(bytes),
    lineEnd,
  }
}

function layoutOf(bytes: Uint8Array, isWhole: boolean, lineEnd: LineEnd): Layout {
  const layout = sniffLayout(bytes, isWhole)
  if (layout !== 'lines') return layout
  if (lineEnd === 'cr') return 'lone-cr'
  // Files that begin with an object are nearly all there are, and need no second look.
  if (bytes[skipSpaceBytes(bytes, 0)] === OPEN_BRACE) return 'lines'
  return textKindOf(utf8.decode(bytes), isWhole) ?? 'lines'
}

function arrayOf(bytes: Uint8Array, layout: Layout, before: number): SniffedArray | undefined {
  const first = skipSpaceBytes(bytes, 0)
  const wrapped = layout === 'wrapped-array' ? wrappedArray(bytes, first) : undefined
  if (!wrapped && layout !== 'json-array') return undefined
  const { elements, to, isAll } = countElements(bytes, wrapped?.at ?? first)
  return { ...(wrapped && { key: wrapped.key }), elements, bytes: before + to, isAll }
}

/** An action on the first line, and another one not far below. */
function isBulk(bytes: Uint8Array): boolean {
  if (bytes[skipSpaceBytes(bytes, 0)] !== OPEN_BRACE) return false
  const lines = utf8.decode(bytes.subarray(0, BULK_BYTES)).split('\n').slice(0, 4)
  return (
    BULK_ACTION.test(lines[0] as string) && lines.slice(1).some((line) => BULK_ACTION.test(line))
  )
}

/** Bytes in which the first actions are looked for. */
const BULK_BYTES = 64 * 1024
const BULK_ACTION =
  /^\s*\{\s*"(?:index|create|update|delete)"\s*:\s*\{(?:\s*"(?:_\w+|routing|version|version_type|pipeline|require_alias|if_seq_no|if_primary_term|retry_on_conflict)"\s*:\s*(?:"[^"]*"|[\w.-]+)\s*,?)*\s*\}\s*\}\s*$/

function sniffEncoding(
  head: Uint8Array,
  isWhole: boolean,
): { encoding: Encoding; bomLength: number } {
  const hex = hexText(head.subarray(0, 16))
  for (const [encoding, magic] of MAGIC) {
    if (!magic.test(hex)) continue
    return { encoding: encoding === 'zip' && isOfficeZip(head) ? 'office' : encoding, bomLength: 0 }
  }
  if (hex.startsWith('efbbbf')) return { encoding: 'utf-8', bomLength: 3 }
  if (hex.startsWith('fffe0000')) return { encoding: 'utf-32le', bomLength: 4 }
  if (hex.startsWith('0000feff')) return { encoding: 'utf-32be', bomLength: 4 }
  if (hex.startsWith('fffe')) return { encoding: 'utf-16le', bomLength: 2 }
  if (hex.startsWith('feff')) return { encoding: 'utf-16be', bomLength: 2 }
  return { encoding: sniffBareEncoding(head, isWhole), bomLength: 0 }
}

/** Bytes in which zeros and controls are counted. */
const COUNTED_BYTES = 8192

/**
 * JSON's own signs are ASCII, so in UTF-16 many pairs have a zero byte, and always on one side; in
 * UTF-32 all of four have two or three. Text that is broken UTF-8 stays `utf-8`: its lines are validated
 * one by one. So do runs of NUL bytes among lines, as a computer that lost its power leaves in a log.
 */
function sniffBareEncoding(head: Uint8Array, isWhole: boolean): Encoding {
  const sample = head.subarray(0, COUNTED_BYTES)
  const zeros = [0, 0, 0, 0]
  let controls = 0
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i] as number
    if (byte === 0) zeros[i % 4] = (zeros[i % 4] as number) + 1
    if (byte < 0x20 && !isTextControl(byte)) controls++
  }
  const [z0, z1, z2, z3] = zeros as [number, number, number, number]
  const pairs = sample.length >> 1
  const isMost = (some: number, others: number): boolean =>
    pairs > 1 && some > pairs / 8 && others * 16 < some
  const isAll = (...some: number[]): boolean => some.every((count) => count >= pairs / 2 - 1)
  if (pairs > 3 && isAll(z2, z3) && z0 * 16 < z3) return 'utf-32le'
  if (pairs > 3 && isAll(z0, z1) && z3 * 16 < z0) return 'utf-32be'
  if (isMost(z1 + z3, z0 + z2) && sample[1] === 0) return 'utf-16le'
  if (isMost(z0 + z2, z1 + z3) && sample[0] === 0) return 'utf-16be'
  const isDamaged = controls * 50 > sample.length && brokenShare(sample) > 0.05
  if (controls * 10 <= sample.length && !isDamaged) return 'utf-8'
  if (head.every((byte) => byte === 0)) return isWhole ? 'nul' : 'utf-8'
  return isJsonAmongNuls(head) ? 'utf-8' : 'binary'
}

/** The share of characters that are not UTF-8. */
function brokenShare(bytes: Uint8Array): number {
  const text = utf8.decode(bytes)
  return (text.split('\ufffd').length - 1) / Math.max(1, text.length)
}

/** Whether it is text but for the NUL bytes in it, and begins as JSON does or holds a line of it. */
function isJsonAmongNuls(head: Uint8Array): boolean {
  const text = utf8.decode(head).replaceAll('\0', '')
  if (text.length < head.length / 2 && /^\s*[{[]["{[\s}\]]/.test(text)) return true
  return text.split('\n').some((line) => {
    if (!/^\s*[{[].*".*[}\]]\s*$/.test(line)) return false
    try {
      JSON.parse(line)
      return true
    } catch {
      return false
    }
  })
}

/** Controls that text files hold: whitespace, ESC of terminal logs, RFC 7464's separator. */
function isTextControl(byte: number): boolean {
  return (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b || byte === 0x1e
}

/** The head as UTF-8; undefined when it is not text. */
function textOf(bytes: Uint8Array, encoding: Encoding): Uint8Array | undefined {
  if (encoding === 'utf-8') return bytes
  if (encoding !== 'utf-16le' && encoding !== 'utf-16be') return undefined
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes, { stream: true })
  return new TextEncoder().encode(text)
}

function sniffLineEnd(text: Uint8Array): LineEnd {
  let crlf = 0
  let bareLf = 0
  for (let at = text.indexOf(LF); at >= 0; at = text.indexOf(LF, at + 1)) {
    if (text[at - 1] === CR) crlf++
    else bareLf++
  }
  if (crlf && bareLf) return 'mixed'
  if (crlf) return 'crlf'
  if (bareLf) return 'lf'
  // A CR as the very last byte of the head may be half of a CR LF.
  const cr = text.indexOf(CR)
  return cr >= 0 && cr < text.length - 1 ? 'cr' : 'none'
}
