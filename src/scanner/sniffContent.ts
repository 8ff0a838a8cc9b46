// What kind of file this is, from its first bytes: things that are better said once for the file
// than at each of its lines.

import { sniffLayout } from './sniffLayout.ts'
import type { Layout } from './sniffLayout.ts'

/** `utf-8` is also what everything is called that is none of the others. */
export type Encoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'gzip'
  | 'zstd'
  | 'zip'
  | 'bzip2'
  | 'xz'
  | 'parquet'
  | 'sqlite'
  | 'pdf'
  | 'binary'

/** `cr`: no LF at all, but CR between texts. `none`: no line ends seen. */
export type LineEnd = 'lf' | 'crlf' | 'mixed' | 'cr' | 'none'

export interface SniffedContent {
  readonly encoding: Encoding
  /** A byte order mark of UTF-8 or UTF-16 begins the file. */
  readonly bom: boolean
  readonly layout: Layout
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
]

const LF = 0x0a
const CR = 0x0d

/** `head`: the first bytes of the file; `isWhole`: they are all of it. */
export function sniffContent(head: Uint8Array, isWhole: boolean): SniffedContent {
  const { encoding, bomLength } = sniffEncoding(head)
  const text = textOf(head.subarray(bomLength), encoding)
  return {
    encoding,
    bom: bomLength > 0,
    layout: text ? sniffLayout(text, isWhole) : 'lines',
    lineEnd: text ? sniffLineEnd(text) : 'none',
  }
}

function sniffEncoding(head: Uint8Array): { encoding: Encoding; bomLength: number } {
  const hex = Array.from(head.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
  for (const [encoding, magic] of MAGIC) if (magic.test(hex)) return { encoding, bomLength: 0 }
  if (hex.startsWith('efbbbf')) return { encoding: 'utf-8', bomLength: 3 }
  if (hex.startsWith('fffe')) return { encoding: 'utf-16le', bomLength: 2 }
  if (hex.startsWith('feff')) return { encoding: 'utf-16be', bomLength: 2 }
  return { encoding: sniffBareEncoding(head.subarray(0, 8192)), bomLength: 0 }
}

/**
 * JSON's own signs are ASCII, so in UTF-16 many pairs have a zero byte, and always on one side.
 * Text that is broken UTF-8 stays `utf-8`: its lines are judged one by one.
 */
function sniffBareEncoding(sample: Uint8Array): Encoding {
  let evenZeros = 0
  let oddZeros = 0
  let controls = 0
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i] as number
    if (byte === 0) {
      if (i % 2 === 0) evenZeros++
      else oddZeros++
    }
    if (byte < 0x20 && !isTextControl(byte)) controls++
  }
  const pairs = sample.length >> 1
  const isMost = (zeros: number, others: number) => zeros > pairs / 8 && others * 16 < zeros
  if (isMost(oddZeros, evenZeros) && sample[1] === 0) return 'utf-16le'
  if (isMost(evenZeros, oddZeros) && sample[0] === 0) return 'utf-16be'
  return controls * 10 > sample.length ? 'binary' : 'utf-8'
}

/** Controls that text files hold: white space, ESC of terminal logs, RFC 7464's separator. */
function isTextControl(byte: number): boolean {
  return (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b || byte === 0x1e
}

/** The head as UTF-8; undefined when it is no text. */
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
