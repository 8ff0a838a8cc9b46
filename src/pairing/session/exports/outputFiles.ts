// The files that an export makes: one, or several where lines go apart or a file is full.
import { concatBytes } from '../../../base/concatBytes.ts'
import type { FileLimits, WrittenLine } from '../../../exporters/pairs/definePairExporter.ts'

/** Where the bytes of a file go. */
export interface Sink {
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>
}

/** Bytes that are collected, over all files, before they are written. */
const BUFFERED_BYTES = 4 * 1024 * 1024

const NO_LIMITS: FileLimits = {}

const LINE_ENDS = { '\n': Uint8Array.of(10), '\r\n': Uint8Array.of(13, 10) } as const

interface OpenFile {
  readonly sink: Sink
  readonly pieces: Uint8Array[]
  lines: number
  bytes: number
  items: number
}

export class OutputFiles {
  readonly #files: OpenFile[] = []
  readonly #lastOfPart = new Map<string, OpenFile>()
  readonly #openSink: (place: number) => Sink
  readonly #head: Uint8Array
  readonly #utf8 = new TextEncoder()
  #bufferedBytes = 0

  /** `openSink`: of the file at a place, 0-based; may throw to refuse another file. */
  constructor(openSink: (place: number) => Sink, head: string) {
    this.#openSink = openSink
    this.#head = this.#utf8.encode(head)
  }

  get count(): number {
    return this.#files.length
  }

  /** Adds a whole line, line end included, in the last file of its part or in a new one. */
  addLine(
    { content, part = '', items = 0, limits = NO_LIMITS }: WrittenLine,
    lineEnd: keyof typeof LINE_ENDS,
  ): void {
    const bytes = typeof content === 'string' ? this.#utf8.encode(content) : content
    const length = bytes.length + lineEnd.length
    let file = this.#lastOfPart.get(part)
    if (!file || !hasRoom(file, length, items, limits)) {
      file = this.#open()
      this.#lastOfPart.set(part, file)
    }
    this.#append(file, bytes)
    this.#append(file, LINE_ENDS[lineEnd])
    file.lines++
    file.items += items
  }

  /** Adds a piece of a line to the one file that there is. */
  addText(text: string): void {
    this.#append(this.#files[0] ?? this.#open(), this.#utf8.encode(text))
  }

  /** To be asked between lines. */
  get isFull(): boolean {
    return this.#bufferedBytes >= BUFFERED_BYTES
  }

  async flush(): Promise<void> {
    for (const { pieces, sink } of this.#files) {
      if (pieces.length === 0) continue
      const bytes = concatBytes(pieces)
      pieces.length = 0
      await sink.write(bytes)
    }
    this.#bufferedBytes = 0
  }

  /** There is a file, though it may have no lines. */
  async end(): Promise<void> {
    if (this.#files.length === 0) this.#open()
    await this.flush()
  }

  #open(): OpenFile {
    const file = {
      sink: this.#openSink(this.#files.length),
      pieces: [],
      lines: 0,
      bytes: 0,
      items: 0,
    }
    this.#files.push(file)
    this.#append(file, this.#head)
    return file
  }

  #append(file: OpenFile, bytes: Uint8Array): void {
    if (bytes.length === 0) return
    file.pieces.push(bytes)
    file.bytes += bytes.length
    this.#bufferedBytes += bytes.length
  }
}

/** A line that is larger than any file may be stands alone. */
function hasRoom(
  { lines, bytes, items }: OpenFile,
  moreBytes: number,
  moreItems: number,
  limits: FileLimits,
): boolean {
  return (
    lines === 0 ||
    (lines < (limits.lines ?? Infinity) &&
      bytes + moreBytes <= (limits.bytes ?? Infinity) &&
      items + moreItems <= (limits.items ?? Infinity))
  )
}

/** name.jsonl for one file; name-1.jsonl, name-2.jsonl for several. */
export function fileNames(baseName: string, extension: string, count: number): string[] {
  if (count === 1) return [baseName + extension]
  return Array.from({ length: count }, (_, place) => `${baseName}-${place + 1}${extension}`)
}
