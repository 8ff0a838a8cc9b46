// Writes the lines of a generated file in pieces, so that a file of 1 GB never stands in memory.
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'

export interface WrittenFile {
  readonly path: string
  readonly lines: number
  /** Bytes of the file. */
  readonly bytes: number
  /** Hash of its content, in hex. */
  readonly sha256: string
}

export interface LineWriterOptions {
  /** Default: LF. */
  readonly lineEnd?: '\n' | '\r\n'
  /** Default: true. */
  readonly hasFinalLineEnd?: boolean
}

/** UTF-16 code units that are gathered before they are written. */
const PIECE_LENGTH = 1024 * 1024

/** Writes what `lines` yields, each with its line end. */
export async function writeLines(
  path: string,
  lines: Iterable<string>,
  options: LineWriterOptions = {},
): Promise<WrittenFile> {
  const lineEnd = options.lineEnd ?? '\n'
  const file = await open(path, 'w')
  const hash = createHash('sha256')
  let bytes = 0
  let count = 0
  let piece = ''
  const flush = async () => {
    const buffer = Buffer.from(piece, 'utf8')
    piece = ''
    bytes += buffer.length
    hash.update(buffer)
    await file.write(buffer)
  }
  try {
    for (const line of lines) {
      if (count > 0) piece += lineEnd
      count += 1
      piece += line
      if (piece.length >= PIECE_LENGTH) await flush()
    }
    if (count > 0 && (options.hasFinalLineEnd ?? true)) piece += lineEnd
    await flush()
  } finally {
    await file.close()
  }
  return { path, lines: count, bytes, sha256: hash.digest('hex') }
}
