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

/** UTF-16 code units that are gathered before they are written. */
const PIECE_LENGTH = 1024 * 1024

/** Writes what `lines` yields, each with LF. */
export async function writeLines(path: string, lines: Iterable<string>): Promise<WrittenFile> {
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
      count += 1
      piece += `${line}\n`
      if (piece.length >= PIECE_LENGTH) await flush()
    }
    await flush()
  } finally {
    await file.close()
  }
  return { path, lines: count, bytes, sha256: hash.digest('hex') }
}
