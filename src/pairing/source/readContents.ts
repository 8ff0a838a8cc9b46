// Contents of lines for a pairing: one buffer that can be handed to another thread.
import {
  isAddedLine,
  type LineId,
  type LineNumber,
  lineId,
  lineNumberOf,
} from '../../base/units.ts'
import { type LineContent, visitContents } from '../../document/contentReader.ts'
import type { LineContents } from '../../contracts/pairSourceApi.ts'
import type { ValidatedDocument } from '../../validation/validatedDocument.ts'
import { readRecord } from '../../validation/overLines/readRecord.ts'
import { recordMembers } from '../../validation/overLines/records.ts'

/**
 * Bytes of blocks of the file that are read at once. Blocks are read whole, so lines that stand near one
 * another are read together: a group of lines far apart has a hundred, one of neighbours thousands.
 */
const BYTES_AT_ONCE = 8 * 1024 * 1024
/** Lines of a group, for lines that are in no block because they were changed or added. */
const LINES_AT_ONCE = 8192
/** Groups of lines that are read at a time: one is on its way while another is copied. */
const GROUPS_AHEAD = 2

/** From so many bytes of blocks on the file is read front to back, not block by block… */
const STREAM_BYTES = 16 * 1024 * 1024
/** … unless what lies between the blocks is more than so many times as much. */
const STREAM_GAPS = 3

const NOTHING = new Uint8Array(0)

/** Lines that are deleted, or never were, are empty. */
export async function readLineContents(
  doc: ValidatedDocument,
  ids: Float64Array,
  limitBytes?: number,
): Promise<LineContents> {
  const numbers = Array.from(ids, (id): LineNumber | 0 => {
    const index = doc.lines.indexOf(lineId(id))
    return index === undefined ? 0 : lineNumberOf(index)
  })
  const contents = await readAll(doc, ids, numbers, limitBytes)
  const ends = new Uint32Array(ids.length)
  const isCut = new Uint8Array(ids.length)
  let at = 0
  contents.forEach((content, i) => {
    at += content?.bytes.length ?? 0
    ends[i] = at
    isCut[i] = content && content.byteLength > content.bytes.length ? 1 : 0
  })
  const bytes = new Uint8Array(at)
  contents.forEach((content, i) => {
    bytes.set(content?.bytes ?? NOTHING, i === 0 ? 0 : ends[i - 1])
  })
  return { bytes, ends, isCut, numbers }
}

type Copied = Pick<LineContent, 'bytes' | 'byteLength'>

/** The contents of the lines that have a number, in copies that hold no block of the file. */
async function readAll(
  doc: ValidatedDocument,
  ids: Float64Array,
  numbers: readonly (LineNumber | 0)[],
  limitBytes: number | undefined,
): Promise<(Copied | undefined)[]> {
  const contents: (Copied | undefined)[] = Array.from(ids, () => undefined)
  const sorted = Uint32Array.from(ids, (_, i) => i)
    .filter((i) => numbers[i] !== 0)
    .sort((a, b) => (ids[a] as number) - (ids[b] as number))
  const options = limitBytes === undefined ? {} : { limitBytes }
  const isOfRecord = recordMembers(doc)
  const records: number[] = []
  const ascending = sorted.filter((i) => {
    const isPart = isOfRecord[doc.lines.findingSetOf(lineId(ids[i] as number))] === 1
    if (isPart) records.push(i)
    return !isPart
  })
  for (const i of records) {
    const bytes = (await readRecord(doc, lineId(ids[i] as number)))?.bytes ?? NOTHING
    contents[i] = { bytes: bytes.slice(0, limitBytes), byteLength: bytes.length }
  }
  if (isForStream(doc, ids, ascending)) {
    const lines = Array.from(ascending, (i): LineId => lineId(ids[i] as number))
    await visitContents(doc.lines.tables, lines, options, ({ bytes, byteLength }, k) => {
      contents[ascending[k] as number] = { bytes: bytes.slice(), byteLength }
    })
    return contents
  }
  const readGroup = async (group: Uint32Array): Promise<void> => {
    const lines = Array.from(group, (i): LineId => lineId(ids[i] as number))
    const read = await doc.lines.readContents(lines, options)
    read.forEach(({ bytes, byteLength }, k) => {
      contents[group[k] as number] = { bytes: bytes.slice(), byteLength }
    })
  }
  // A line that changes while its group waits is read as it is then; of the change the pairing is told.
  const pending: Promise<void>[] = []
  for (const places of groupsOf(doc, ids, ascending)) {
    const group = readGroup(places)
    group.catch(() => {})
    pending.push(group)
    if (pending.length === GROUPS_AHEAD) await pending.shift()
  }
  await Promise.all(pending)
  return contents
}

/** `ascending`: places in `ids`. */
function isForStream(doc: ValidatedDocument, ids: Float64Array, ascending: Uint32Array): boolean {
  const { index } = doc.lines.tables
  let wanted = 0
  let first = -1
  let last = -1
  for (const place of ascending) {
    const id = lineId(ids[place] as number)
    const block = isAddedLine(id) ? -1 : index.blockOfLine(id)
    if (block < 0 || block === last) continue
    if (first < 0) first = block
    last = block
    wanted += index.offset(block + 1) - index.offset(block)
  }
  if (wanted < STREAM_BYTES) return false
  return index.offset(last + 1) - index.offset(first) <= (1 + STREAM_GAPS) * wanted
}

/** `ascending`: places in `ids`. */
function* groupsOf(
  doc: ValidatedDocument,
  ids: Float64Array,
  ascending: Uint32Array,
): Generator<Uint32Array> {
  const { index } = doc.lines.tables
  let from = 0
  let bytes = 0
  let lastBlock = -1
  for (let i = 0; i < ascending.length; i++) {
    const id = lineId(ids[ascending[i] as number] as number)
    const block = isAddedLine(id) ? -1 : index.blockOfLine(id)
    const isOther = block >= 0 && block !== lastBlock
    const more = isOther ? index.offset(block + 1) - index.offset(block) : 0
    if (i > from && (bytes + more > BYTES_AT_ONCE || i - from >= LINES_AT_ONCE)) {
      yield ascending.subarray(from, i)
      from = i
      bytes = block < 0 ? 0 : index.offset(block + 1) - index.offset(block)
    } else bytes += more
    lastBlock = block
  }
  if (from < ascending.length) yield ascending.subarray(from)
}
