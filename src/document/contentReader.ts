// The contents of lines as they are now: from the file, from the arena, or a splice of both.
import { concatBytes } from '../base/concatBytes.ts'
import { assert } from '../base/assert.ts'
import type { LineId } from '../base/units.ts'
import { contentEndOf } from './blockReader.ts'
import type { LoadedBlock } from './blockReader.ts'
import type { DocumentTables } from './documentTables.ts'
import { BLOCK_BYTES } from './lineIndex.ts'
import { ADDED_SLOT, slotOf } from './lineSlot.ts'

/** A line as it was when it was read, without its line end. */
export interface LineContent {
  readonly id: LineId
  /** Not to be written to; cut after `limitBytes`. */
  readonly bytes: Uint8Array
  /** Of the whole content. */
  readonly byteLength: number
  /** Which state of the line this is: changes take it as proof that no one changed the line since. */
  readonly contentRef: number
}

export interface ContentOptions {
  /** Bytes of a line to read at most. */
  readonly limitBytes?: number
}

/** What is known of a line before anything was awaited: what happens meanwhile does not show. */
interface Wanted {
  readonly id: LineId
  readonly contentRef: number
  readonly line: number
  readonly block: number
  readonly prefix: number
  readonly suffix: number
  readonly inserted: Uint8Array | undefined
}

const NOTHING = new Uint8Array(0)
/** A line end is at most CR LF. */
const LINE_END_LIMIT = 2

/**
 * The contents of lines, in the order asked for, as they are at the time of the call. Lines that are
 * deleted can still be read. Holds all of them in memory at once: ask for few, or set a limit.
 */
export async function readContents(
  tables: DocumentTables,
  ids: readonly LineId[],
  options: ContentOptions = {},
): Promise<LineContent[]> {
  return read(
    tables,
    ids.map((id) => wantedOf(tables, id, true)),
    options,
  )
}

/** Bytes of a line whose content is not that of the file; 0 of one that is as it is there. */
export function changedBytesOf(tables: DocumentTables, id: LineId): number {
  const contentRef = tables.contentRef(slotOf(id))
  return contentRef === 0 ? 0 : tables.arena.read(contentRef).byteLength
}

/** Lines of the file as they are in the file. */
export async function readOriginals(
  tables: DocumentTables,
  ids: readonly LineId[],
  options: ContentOptions = {},
): Promise<LineContent[]> {
  return read(
    tables,
    ids.map((id) => wantedOf(tables, id, false)),
    options,
  )
}

async function read(
  tables: DocumentTables,
  wanted: readonly Wanted[],
  { limitBytes: limit = Number.POSITIVE_INFINITY }: ContentOptions,
): Promise<LineContent[]> {
  const blocks = new Set<number>()
  for (const line of wanted) {
    if (line.block >= 0 && !isReadInParts(tables, line, limit)) blocks.add(line.block)
  }
  const ascending = [...blocks].toSorted((a, b) => a - b)
  const loaded = ascending.length > 0 ? await tables.reader.load(ascending) : NO_BLOCKS
  const contents: LineContent[] = []
  for (const line of wanted) {
    const block = loaded.get(line.block)
    contents.push(block ? fromBlock(line, block, limit) : await fromParts(tables, line, limit))
  }
  return contents
}

/**
 * Calls `visit` with the content of each line and its place in `ids`, which ascend; in no order. For
 * many lines: the file is read front to back where they are in it, however far apart. The bytes are
 * there until `visit` returns. Lines are as they are at the time of the call.
 */
export async function visitContents(
  tables: DocumentTables,
  ids: readonly LineId[],
  options: ContentOptions,
  visit: (content: LineContent, place: number) => void,
): Promise<void> {
  const limit = options.limitBytes ?? Number.POSITIVE_INFINITY
  const inBlocks: { readonly line: Wanted; readonly place: number }[] = []
  const inParts: typeof inBlocks = []
  ids.forEach((id, place) => {
    const line = wantedOf(tables, id, true)
    const isInBlock = line.block >= 0 && !isReadInParts(tables, line, limit)
    ;(isInBlock ? inBlocks : inParts).push({ line, place })
  })
  const blocks = inBlocks.map(({ line }) => line.block)
  const distinct = blocks.filter((block, i) => block !== blocks[i - 1])
  let next = 0
  for await (const [number, block] of tables.reader.stream(distinct)) {
    for (let wanted = inBlocks[next]; wanted?.line.block === number; wanted = inBlocks[next]) {
      visit(fromBlock(wanted.line, block, limit), wanted.place)
      next++
    }
  }
  for (const { line, place } of inParts) visit(await fromParts(tables, line, limit), place)
}

const NO_BLOCKS: ReadonlyMap<number, LoadedBlock> = new Map()

function wantedOf(tables: DocumentTables, id: LineId, current: boolean): Wanted {
  const slot = slotOf(id)
  assert(tables.states.has(slot), `line ${id} does not exist`)
  const contentRef = current ? tables.contentRef(slot) : 0
  assert(contentRef !== 0 || slot < ADDED_SLOT, `added line ${id} is not in the file`)
  let [prefix, suffix] = [0, 0]
  let inserted: Uint8Array | undefined
  if (contentRef !== 0) {
    const stored = tables.arena.read(contentRef)
    ;({ prefix, suffix } = stored)
    // A copy: anyone who gets it may transfer its buffer to another thread.
    inserted = stored.inserted.slice()
  }
  const isWhole = inserted !== undefined && prefix + suffix === 0
  const block = isWhole ? -1 : tables.index.blockOfLine(slot)
  return { id, contentRef, line: slot, block, prefix, suffix, inserted }
}

/** A line with a block of its own, of which only a part is wanted. */
function isReadInParts({ index }: DocumentTables, line: Wanted, limit: number): boolean {
  const size = index.offset(line.block + 1) - index.offset(line.block)
  const lines = index.firstLine(line.block + 1) - index.firstLine(line.block)
  return lines === 1 && size >= BLOCK_BYTES && limit < size
}

function fromBlock(line: Wanted, block: LoadedBlock, limit: number): LineContent {
  const at = line.line - block.firstLine
  const from = block.starts[at] as number
  const to = contentEndOf(block.bytes, from, block.starts[at + 1] as number)
  const original = block.bytes.subarray(from, to)
  if (line.inserted === undefined) return contentOf(line, original, original.length, limit)
  const whole = concatBytes([
    original.subarray(0, line.prefix),
    line.inserted,
    original.subarray(original.length - line.suffix),
  ])
  return contentOf(line, whole, whole.length, limit)
}

/** Of a huge line, or of one that is wholly in the arena, the parts that make up [0, limit). */
async function fromParts(
  tables: DocumentTables,
  line: Wanted,
  limit: number,
): Promise<LineContent> {
  const { reader, index } = tables
  const { block, prefix, suffix, inserted } = line
  if (block < 0) {
    const whole = inserted ?? NOTHING
    return contentOf(line, whole, whole.length, limit)
  }
  const size = index.offset(block + 1) - index.offset(block)
  const tailFrom = Math.max(0, size - LINE_END_LIMIT)
  const tail = await reader.readPart(block, tailFrom, size)
  const end = tailFrom + contentEndOf(tail, 0, tail.length)
  if (inserted === undefined) {
    return contentOf(line, await reader.readPart(block, 0, Math.min(limit, end)), end, limit)
  }
  const head = await reader.readPart(block, 0, Math.min(limit, prefix))
  const left = limit - prefix - inserted.length
  const rest =
    left > 0
      ? await reader.readPart(block, end - suffix, end - suffix + Math.min(left, suffix))
      : NOTHING
  const total = prefix + inserted.length + suffix
  return contentOf(line, concatBytes([head, inserted, rest]), total, limit)
}

function contentOf(
  { id, contentRef }: Wanted,
  bytes: Uint8Array,
  byteLength: number,
  limit: number,
): LineContent {
  return {
    id,
    bytes: bytes.length > limit ? bytes.subarray(0, limit) : bytes,
    byteLength,
    contentRef,
  }
}
