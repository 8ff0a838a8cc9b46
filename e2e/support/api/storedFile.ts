// A file that the stand-in keeps: its lines in short, its hash, and its bytes unless it is large.
import { createHash } from 'node:crypto'
import { StringDecoder } from 'node:string_decoder'
import { parseRequestLine, type RequestLine } from './requestLines.ts'

export interface StoredFile {
  readonly id: string
  readonly name: string
  readonly purpose: string
  readonly bytes: number
  readonly sha256: string
  /** Seconds since 1970. */
  readonly createdAt: number
  readonly expiresAt: number | undefined
  /** Undefined for a file above `KEPT_BYTES`. */
  readonly content: Buffer | undefined
  /** Of an uploaded file; blank lines are left out. */
  readonly lines: readonly RequestLine[]
}

/** Larger ones are hashed and forgotten. */
const KEPT_BYTES = 64_000_000

/** What of a file is known once all of it was written to the collector. */
export type Collected = Pick<StoredFile, 'bytes' | 'sha256' | 'content' | 'lines'>

export interface FileCollector {
  write(bytes: Buffer): void
  end(): Collected
}

export function collectFile(): FileCollector {
  const hash = createHash('sha256')
  const decoder = new StringDecoder('utf8')
  const lines: RequestLine[] = []
  let chunks: Buffer[] = []
  let bytes = 0
  let number = 0
  let text = ''

  function addLine(line: string): void {
    number += 1
    if (line.trim() !== '') lines.push(parseRequestLine(line, number))
  }

  return {
    write(piece) {
      // What the parser hands over is a view of a buffer that it goes on with.
      const own = Buffer.from(piece)
      hash.update(own)
      bytes += own.length
      if (bytes <= KEPT_BYTES) chunks.push(own)
      else chunks = []
      const parts = (text + decoder.write(own)).split('\n')
      text = parts.pop() ?? ''
      for (const part of parts) addLine(part)
    },
    end() {
      if (text !== '') addLine(text)
      return {
        bytes,
        sha256: hash.digest('hex'),
        content: bytes <= KEPT_BYTES ? Buffer.concat(chunks) : undefined,
        lines,
      }
    },
  }
}

/** The API's object of a file. */
export function fileObject(file: StoredFile): Record<string, unknown> {
  return {
    id: file.id,
    object: 'file',
    bytes: file.bytes,
    created_at: file.createdAt,
    expires_at: file.expiresAt ?? null,
    filename: file.name,
    purpose: file.purpose,
    status: 'processed',
    status_details: null,
  }
}
