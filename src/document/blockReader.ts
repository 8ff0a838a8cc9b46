// Blocks of lines, read from the source and cut into lines, with a small cache. A line of the file is
// found here and nowhere else.
import { assert } from '../base/assert.ts'
import type { ByteOffset } from '../base/units.ts'
import type { ByteSource } from './byteSource.ts'
import { ReadFailure } from './byteSource.ts'
import type { LineIndex } from './lineIndex.ts'
import { BLOCK_BYTES } from './lineIndex.ts'

const LF = 10
const CR = 13

/** Bytes that the cache keeps. Blocks that were read together share a buffer, so it may hold more. */
const CACHE_BYTES = 16 * 1024 * 1024
/** The most that is read at once, unless one block is larger. */
const READ_BYTES = 4 * 1024 * 1024
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

export class BlockReader {
  readonly #source: ByteSource
  readonly #index: LineIndex
  readonly #cache = new Map<number, LoadedBlock>()
  #cachedBytes = 0

  constructor(source: ByteSource, index: LineIndex) {
    this.#source = source
    this.#index = index
  }

  /**
   * The blocks of an ascending list, neighbours read together. Their bytes are the cache's: not to be
   * written to. Rejects with ReadFailure, also when the file no longer has the lines it had.
   */
  async load(blocks: readonly number[]): Promise<Map<number, LoadedBlock>> {
    const loaded = new Map<number, LoadedBlock>()
    const missing: number[] = []
    for (const block of blocks) {
      const cached = this.peek(block)
      if (cached) loaded.set(block, cached)
      else missing.push(block)
    }
    for (let i = 0; i < missing.length; ) {
      const from = missing[i++] as number
      let to = from + 1
      while (
        missing[i] === to &&
        this.#index.offset(to + 1) - this.#index.offset(from) <= READ_BYTES
      ) {
        to++
        i++
      }
      for (const [block, bytes] of await this.#read(from, to)) loaded.set(block, bytes)
    }
    return loaded
  }

  async loadOne(block: number): Promise<LoadedBlock> {
    const cached = this.peek(block)
    if (cached) return cached
    const [entry] = await this.#read(block, block + 1)
    assert(entry, 'block was read')
    return entry[1]
  }

  /** Part of a block's bytes, for lines that are too long to be read whole. */
  readPart(block: number, from: number, to: number): Promise<Uint8Array> {
    const offset = this.#index.offset(block)
    return this.#source.read(offset + from, offset + to)
  }

  async #read(from: number, to: number): Promise<[number, LoadedBlock][]> {
    const index = this.#index
    const base = index.offset(from)
    // The last block may grow while this waits: its shape is taken before.
    const shapes: { block: number; firstLine: number; lines: number; from: number; to: number }[] =
      []
    for (let block = from; block < to; block++) {
      const firstLine = index.firstLine(block)
      shapes.push({
        block,
        firstLine,
        lines: index.firstLine(block + 1) - firstLine,
        from: index.offset(block) - base,
        to: index.offset(block + 1) - base,
      })
    }
    const bytes = await this.#source.read(base, index.offset(to))
    return shapes.map((shape) => {
      const part = bytes.subarray(shape.from, shape.to)
      const starts = findLineStarts(part, shape.lines)
      const loaded = { firstLine: shape.firstLine, offset: base + shape.from, bytes: part, starts }
      this.#keep(shape.block, loaded)
      return [shape.block, loaded]
    })
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
  return new ReadFailure({
    kind: 'file-changed',
    message: 'The file changed on disk while it was open. Open it again.',
  })
}
