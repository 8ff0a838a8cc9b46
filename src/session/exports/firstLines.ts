// The first of the lines that an export would write.
import type { LineId } from '../../base/units.ts'
import { idOfSlot } from '../../document/lineSlot.ts'
import type { ExporterDefinition } from '../../exporters/lines/defineExporter.ts'
import { writtenMembers } from '../../exporters/lines/exportParts.ts'
import type { OpenDocument } from '../openDocument.ts'
import { jsonMembers } from '../views.ts'
import type { SelectedLines } from './exportSelection.ts'

/** Bytes of a line that are read; a longer one ends the sample. */
const LINE_BYTES = 256 * 1024
/** Bytes of all lines. */
const SAMPLE_BYTES = 1024 * 1024

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]

export interface FirstLines {
  /** Without their line ends and a byte order mark. */
  readonly lines: readonly Uint8Array[]
  /** There are no others. */
  readonly isAll: boolean
}

/** Up to `most` lines, fewer where they are long. */
export async function firstLines(
  doc: OpenDocument,
  selected: SelectedLines,
  exporter: ExporterDefinition,
  most: number,
): Promise<FirstLines> {
  const ids = firstIds(doc, selected, exporter, most + 1)
  const contents = await doc.lines.readContents(ids.slice(0, most), { limitBytes: LINE_BYTES })
  const lines: Uint8Array[] = []
  let read = 0
  for (const { bytes, byteLength } of contents) {
    read += byteLength
    if (byteLength > LINE_BYTES || (read > SAMPLE_BYTES && lines.length > 0)) break
    // A later reading may use the bytes again.
    lines.push(withoutMark(bytes).slice())
  }
  return { lines, isAll: lines.length === ids.length }
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return BYTE_ORDER_MARK.every((byte, i) => bytes[i] === byte) ? bytes.subarray(3) : bytes
}

function firstIds(
  doc: OpenDocument,
  { view, only, sequence }: SelectedLines,
  { output }: ExporterDefinition,
  most: number,
): readonly LineId[] {
  const { order, states } = doc.lines.tables
  const members = writtenMembers(view, output, jsonMembers(doc))
  const ids: LineId[] = []
  /** Returns whether there are enough. */
  const take = (slot: number): boolean => {
    if (members[states.word(slot)] !== 1 || only?.hasSlot(slot) === false) return false
    return ids.push(idOfSlot(slot)) === most
  }
  if (sequence) {
    const places = sequence.length(states.addedCount)
    for (let place = 0; place < places; place++) if (take(sequence.slotAt(place))) break
    return ids
  }
  for (let piece = 0; piece < order.pieceCount; piece++) {
    const from = order.slot(piece)
    const to = from + order.start(piece + 1) - order.start(piece)
    for (let slot = from; slot < to; slot++) if (take(slot)) return ids
  }
  return ids
}
