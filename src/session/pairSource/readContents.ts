// Contents of lines for a pairing: one buffer that can be handed to another thread.
import { type LineNumber, lineId, lineNumberOf } from '../../base/units.ts'
import type { LineContents } from '../../worker/pairSourceApi.ts'
import type { OpenDocument } from '../openDocument.ts'

const NOTHING = new Uint8Array(0)

/** As they are at the time of the call; lines that are deleted, or never were, are empty. */
export async function readLineContents(
  doc: OpenDocument,
  ids: Float64Array,
  limitBytes?: number,
): Promise<LineContents> {
  const wanted = Array.from(ids, lineId)
  const numbers = wanted.map((id): LineNumber | 0 => {
    const index = doc.lines.indexOf(id)
    return index === undefined ? 0 : lineNumberOf(index)
  })
  const present = wanted.filter((_, i) => numbers[i] !== 0)
  const read = await doc.lines.readContents(present, limitBytes === undefined ? {} : { limitBytes })
  const ends = new Uint32Array(wanted.length)
  const isCut = new Uint8Array(wanted.length)
  const bytes = new Uint8Array(read.reduce((sum, content) => sum + content.bytes.length, 0))
  let at = 0
  let next = 0
  wanted.forEach((_, i) => {
    const content = numbers[i] === 0 ? undefined : read[next++]
    const part = content?.bytes ?? NOTHING
    bytes.set(part, at)
    at += part.length
    ends[i] = at
    isCut[i] = content && content.byteLength > part.length ? 1 : 0
  })
  return { bytes, ends, isCut, numbers }
}
