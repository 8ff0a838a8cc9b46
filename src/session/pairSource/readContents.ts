// Contents of lines for a pairing: one buffer that can be handed to another thread.
import { type LineId, type LineNumber, lineId, lineNumberOf } from '../../base/units.ts'
import type { LineContent } from '../../document/contentReader.ts'
import type { LineContents } from '../../worker/pairSourceApi.ts'
import type { OpenDocument } from '../openDocument.ts'

/**
 * Lines read at once. Each may stand in another block of the file, which is read whole: these are
 * up to 16 MB.
 */
const LINES_AT_ONCE = 128
/** Groups of lines that are read at a time: one is on its way while another is copied. */
const GROUPS_AHEAD = 2

const NOTHING = new Uint8Array(0)

/** Lines that are deleted, or never were, are empty. */
export async function readLineContents(
  doc: OpenDocument,
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
  doc: OpenDocument,
  ids: Float64Array,
  numbers: readonly (LineNumber | 0)[],
  limitBytes: number | undefined,
): Promise<(Copied | undefined)[]> {
  const contents: (Copied | undefined)[] = Array.from(ids, () => undefined)
  const ascending = Uint32Array.from(ids, (_, i) => i)
    .filter((i) => numbers[i] !== 0)
    .sort((a, b) => (ids[a] as number) - (ids[b] as number))
  const options = limitBytes === undefined ? {} : { limitBytes }
  const readGroup = async (group: Uint32Array): Promise<void> => {
    const lines = Array.from(group, (i): LineId => lineId(ids[i] as number))
    const read = await doc.lines.readContents(lines, options)
    read.forEach(({ bytes, byteLength }, k) => {
      contents[group[k] as number] = { bytes: bytes.slice(), byteLength }
    })
  }
  // A line that changes while its group waits is read as it is then; of the change the pairing is told.
  const pending: Promise<void>[] = []
  for (let from = 0; from < ascending.length; from += LINES_AT_ONCE) {
    const group = readGroup(ascending.subarray(from, from + LINES_AT_ONCE))
    group.catch(() => {})
    pending.push(group)
    if (pending.length === GROUPS_AHEAD) await pending.shift()
  }
  await Promise.all(pending)
  return contents
}
