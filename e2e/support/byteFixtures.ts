// Files whose bytes an editor or git would not keep: made at run time.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const THREE_LINES = '{"id": 1, "text": "café"}\n{"id": 2}\n{"id": 3}\n'
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf])

const CONTENTS = {
  empty: Buffer.alloc(0),
  oneDigit: Buffer.from('1'),
  oneBrace: Buffer.from('{'),
  oneLineFeed: Buffer.from('\n'),
  gzip: gzipSync(THREE_LINES.repeat(100)),
  /** The magic number of zstd, then noise: enough to be named, nothing to be read. */
  zstd: Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x24, 0x1f, 0xf9, 0x00, 0x00, 0x7b, 0x22, 0xff, 0x0a]),
  /** How Excel begins a workbook: enough to be named, nothing to be unpacked. */
  workbook: Buffer.concat([
    Buffer.from('504b0304', 'hex'),
    Buffer.alloc(26),
    Buffer.from('[Content_Types].xml'),
  ]),
  utf16LittleEndian: Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from(THREE_LINES, 'utf16le'),
  ]),
  utf16BigEndian: Buffer.concat([
    Buffer.from([0xfe, 0xff]),
    Buffer.from(THREE_LINES, 'utf16le').swap16(),
  ]),
  byteOrderMark: Buffer.concat([BYTE_ORDER_MARK, Buffer.from(THREE_LINES)]),
  carriageReturns: Buffer.from(THREE_LINES.replaceAll('\n', '\r\n')),
  /** One line for everybody who ends lines at LF. */
  loneCarriageReturns: Buffer.from(THREE_LINES.replaceAll('\n', '\r')),
  nulInLine2: Buffer.from('{"id": 1}\n{"id": "\0"}\n{"id": 3}\n'),
  /** 0xE9 is é in Latin-1 and no UTF-8 before a quote. */
  brokenUtf8InLine2: Buffer.concat([
    Buffer.from('{"id": 1}\n{"text": "caf'),
    Buffer.from([0xe9]),
    Buffer.from('"}\n{"id": 3}\n'),
  ]),
  deepInLine2: Buffer.from(`{"id": 1}\n${'['.repeat(5000)}${']'.repeat(5000)}\n{"id": 3}\n`),
} as const satisfies Record<string, Buffer>

export type ByteFixture = keyof typeof CONTENTS

/** Writes the file into `folder`; its path. */
export async function writeByteFixture(folder: string, fixture: ByteFixture): Promise<string> {
  const path = join(folder, `${fixture}.jsonl`)
  await writeFile(path, CONTENTS[fixture])
  return path
}

/** Writes a batch input that begins with a byte order mark; its path. */
export async function writeBatchInputWithMark(folder: string, lines: string): Promise<string> {
  const path = join(folder, 'marked-batch-input.jsonl')
  await writeFile(path, Buffer.concat([BYTE_ORDER_MARK, Buffer.from(lines)]))
  return path
}
