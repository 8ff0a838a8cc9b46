// Hashes of files and of lines that are compared with files, in pieces.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** SHA-256 of a file's bytes, in hex. */
export async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path, { highWaterMark: 4 * 1024 * 1024 })) {
    hash.update(piece as Buffer)
  }
  return hash.digest('hex')
}

/** SHA-256 of the file that these lines make, each with LF. */
export function linesHash(lines: Iterable<string>): string {
  const hash = createHash('sha256')
  for (const line of lines) hash.update(`${line}\n`)
  return hash.digest('hex')
}
