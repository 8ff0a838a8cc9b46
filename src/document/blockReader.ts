// Blocks of lines, read from the source and cut into lines, with a small cache. A line of the file is
// found here and nowhere else.
import { failureOf } from '../base/failures.ts'
import { assert } from '../base/assert.ts'
import type { ByteOffset } from '../base/units.ts'
import { msg } from '../i18n/message.ts'
import type { ByteSource } from './byteSource.ts'
import { ReadFailure } from './byteSource.ts'
import type { LineOffsets } from './lineIndex.ts'
import { BLOCK_BYTES } from './lineIndex.ts'
import { readAhead } from './readAhead.ts'

const LF = 10
const CR = 13

/** Bytes that the cache keeps. Blocks that were read together share a buffer, so it may hold more. */
const CACHE_BYTES = 16 * 1024 * 1024
/** The most that is read at once, unless one block is larger. */
const READ_BYTES = 4 * 1024 * 1024
/**
 * Bytes between two wanted blocks that are read along with them. Each read goes through the browser's
 * own process and costs some 2 ms, in which twice as many bytes are read.
 */
const GAP_BYTES = 1024 * 1024
/** Reads under way at a time. */
const READS_AHEAD = 2
/** Larger blocks are single huge lines: not kept. */
const KEPT_BLOCK_BYTES = 2 * BLOCK_BYTES

export interface LoadedBlock {
  readonly firstLine: number
  /** Where `bytes` begins in the file. */
  readonly offset: ByteOffset
  readonly bytes: Uint8Array
  /** Line i of the block is [starts[i], starts[i + 1]) of `bytes`, its line end included. */
  readonly starts: Uint32Array
}

/** Where a block is in the file, and what it holds. */
interface BlockShape {
  readonly block: number
  readonly firstLine: number
  readonly lines: number
  readonly from: ByteOffset
  readonly to: ByteOffset
}

export class BlockReader {
  readonly #source: ByteSource
  readonly #index: LineOffsets
  readonly #cache = new Map<number, LoadedBlock>()
  #cachedBytes = 0

  constructor(source: ByteSource, index: LineOffsets) {
    this.#source = source
    this.#index = index
  }

  /**
   * The blocks of an ascending list; those that are not far from one another are read together. Their
   * bytes are the cache's: not to be written to. Rejects with ReadFailure, also when the file no
   * longer has the lines it had.
   */
  async load(blocks: readonly number[]): Promise<Map<number, LoadedBlock>> {
    const loaded = new Map<number, LoadedBlock>()
    const missing: number[] = []
    for (const block of blocks) {
      const cached = this.peek(block)
      if (cached) loaded.set(block, cached)
      else missing.push(block)
    }
    const spans = this.#spansOf(missing)
    const pending: Promise<[number, LoadedBlock][]>[] = []
    for (let next = 0; next < spans.length || pending.length > 0; ) {
      while (next < spans.length && pending.length < READS_AHEAD) {
        const read = this.#read(spans[next++] as number[])
        // One that fails while an earlier one is awaited is reported in its turn.
        read.catch(() => {})
        pending.push(read)
      }
      for (const [block, bytes] of (await pending.shift()) ?? []) loaded.set(block, bytes)
    }
    return loaded
  }

  /** Ascending blocks in groups that are read at once. */
  #spansOf(blocks: readonly number[]): number[][] {
    const index = this.#index
    const spans: number[][] = []
    let from = 0
    let to = 0
    for (const block of blocks) {
      const span = spans.at(-1)
      const end = index.offset(block + 1)
      const isNear = index.offset(block) - to <= GAP_BYTES && end - from <= READ_BYTES
      if (span && isNear) span.push(block)
      else {
        spans.push([block])
        from = index.offset(block)
      }
      to = end
    }
    return spans
  }

  /**
   * The blocks of an ascending list one after the other, past the cache: all of the file between the
   * first and the last is read front to back, which is twice as fast as single reads of its parts. A
   * block is there until the next is asked for. Rejects like `load`.
   */
  async *stream(blocks: readonly number[]): AsyncGenerator<readonly [number, LoadedBlock]> {
    // The last block may grow while this waits: its shape is taken before.
    const shapes = blocks.map((block) => this.#shapeOf(block))
    const last = shapes.at(-1)
    if (!shapes[0] || !last) return
    let at = shapes[0].from
    let next = 0
    /** The beginning of a block whose end is in a later chunk. */
    let started = new Uint8Array(0)
    let filled = 0
    for await (const chunk of readAhead(this.#source, at, last.to)) {
      const end = at + chunk.length
      for (let shape = shapes[next]; shape && shape.from < end; shape = shapes[next]) {
        const size = shape.to - shape.from
        let bytes = chunk.subarray(Math.max(0, shape.from - at), shape.to - at)
        if (bytes.length < size) {
          if (started.length < size) started = new Uint8Array(size)
          started.set(bytes, filled)
          filled += bytes.length
          if (filled < size) break
          bytes = started.subarray(0, size)
          filled = 0
        }
        yield [shape.block, loadedBlock(shape, bytes)]
        next++
      }
      at = end
    }
  }

  async loadOne(block: number): Promise<LoadedBlock> {
    const cached = this.peek(block)
    if (cached) return cached
    const [entry] = await this.#read([block])
    assert(entry, 'block was read')
    return entry[1]
  }

  /** Part of a block's bytes, for lines that are too long to be read whole. */
  readPart(block: number, from: number, to: number): Promise<Uint8Array> {
    const offset = this.#index.offset(block)
    return this.#source.read(offset + from, offset + to)
  }

  /** Blocks of an ascending list, and what lies between them, in one read. */
  async #read(blocks: readonly number[]): Promise<[number, LoadedBlock][]> {
    const base = this.#index.offset(blocks[0] as number)
    // The last block may grow while this waits: its shape is taken before.
    const shapes = blocks.map((block) => this.#shapeOf(block))
    const end = shapes.at(-1)?.to ?? base
    const bytes = await this.#source.read(base, end)
    const wanted = shapes.reduce((sum, { from, to }) => sum + to - from, 0)
    return shapes.map((shape) => {
      const [from, to] = [shape.from - base, shape.to - base]
      // The cache must not hold much of what lies between. Copies cost more than reading the blocks.
      const part = 2 * wanted >= end - base ? bytes.subarray(from, to) : bytes.slice(from, to)
      const loaded = loadedBlock(shape, part)
      this.#keep(shape.block, loaded)
      return [shape.block, loaded]
    })
  }

  #shapeOf(block: number): BlockShape {
    const index = this.#index
    const firstLine = index.firstLine(block)
    return {
      block,
      firstLine,
      lines: index.firstLine(block + 1) - firstLine,
      from: index.offset(block),
      to: index.offset(block + 1),
    }
  }

  /** A block if it is in the cache. */
  peek(block: number): LoadedBlock | undefined {
    const found = this.#cache.get(block)
    if (!found) return undefined
    this.#cache.delete(block)
    if (found.bytes.length !== this.#index.offset(block + 1) - this.#index.offset(block)) {
      this.#cachedBytes -= found.bytes.length
      return undefined
    }
    this.#cache.set(block, found)
    return found
  }

  #keep(block: number, loaded: LoadedBlock): void {
    if (loaded.bytes.length > KEPT_BLOCK_BYTES) return
    const before = this.#cache.get(block)
    if (before) this.#cachedBytes -= before.bytes.length
    this.#cache.delete(block)
    this.#cache.set(block, loaded)
    this.#cachedBytes += loaded.bytes.length
    for (const [oldest, { bytes }] of this.#cache) {
      if (this.#cachedBytes <= CACHE_BYTES) break
      this.#cache.delete(oldest)
      this.#cachedBytes -= bytes.length
    }
  }
}

/** Where the content of a line ends that is [from, to) of `bytes` with its line end, if it has one. */
export function contentEndOf(bytes: Uint8Array, from: number, to: number): number {
  if (to === from || bytes[to - 1] !== LF) return to
  return to - 1 > from && bytes[to - 2] === CR ? to - 2 : to - 1
}

function loadedBlock({ firstLine, lines, from }: BlockShape, bytes: Uint8Array): LoadedBlock {
  return { firstLine, offset: from, bytes, starts: findLineStarts(bytes, lines) }
}

function findLineStarts(bytes: Uint8Array, lines: number): Uint32Array {
  const starts = new Uint32Array(lines + 1)
  let at = 0
  for (let i = 1; i < lines; i++) {
    at = bytes.indexOf(LF, at) + 1
    if (at === 0 || at === bytes.length) throw linesDiffer()
    starts[i] = at
  }
  starts[lines] = bytes.length
  const next = bytes.indexOf(LF, at)
  if (next >= 0 && next !== bytes.length - 1) throw linesDiffer()
  return starts
}

/** The bytes are not the lines that the index says. */
export function linesDiffer(): ReadFailure {
  return new ReadFailure(
    failureOf('file-changed', msg('The file changed on disk while it was open. Open it again.')),
  )
}
