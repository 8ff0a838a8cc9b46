// Lines as rows: what of each is read, and what becomes of it, in pieces.
import type { Segment } from '../../document/exportSegments.ts'
import type { TakeRows } from '../../document/sequenceSegments.ts'
import { ByteWriter } from '../cells/byteWriter.ts'
import type { LineCells } from './columns/lineCells.ts'
import type { RowWriter } from './defineExporter.ts'

/** Bytes that are handed on at a time. */
const PIECE = 1024 * 1024

/** `chunks` are whole lines, each with its line feed. */
export async function* writeRows(
  chunks: AsyncIterable<Uint8Array>,
  cells: LineCells,
  writer: RowWriter,
): AsyncGenerator<Segment, void, undefined> {
  const out = new ByteWriter()
  out.text(writer.head)
  for await (const chunk of chunks) {
    cells.push(chunk)
    for (let next = cells.next(); next !== 'end'; next = cells.next()) {
      if (next === 'written') {
        const { bytes, rowsFrom, rowEnds } = cells.written
        out.copy(bytes, rowsFrom, rowEnds.at(-1) ?? rowsFrom)
      }
      const rows = next === 'line' ? cells.rows : 0
      for (let row = 0; row < rows; row++) {
        writer.write(cells, row, out)
        if (out.length >= PIECE) yield { kind: 'bytes', bytes: out.take() }
      }
      if (out.length >= PIECE) yield { kind: 'bytes', bytes: out.take() }
    }
  }
  out.text(writer.foot)
  yield { kind: 'bytes', bytes: out.take() }
}

/** `chunk` is whole lines. `take` is called for each of them, in their order, with its rows. */
export function rowsOfLines(
  chunk: Uint8Array,
  cells: LineCells,
  writer: RowWriter,
  out: ByteWriter,
  take: TakeRows,
): void {
  cells.push(chunk)
  for (let next = cells.next(); next !== 'end'; next = cells.next()) {
    if (next === 'written') {
      const { bytes, rowsFrom, rowEnds } = cells.written
      let from = rowsFrom
      for (const to of rowEnds) {
        take(bytes, from, to)
        from = to
      }
      continue
    }
    out.length = 0
    for (let row = 0; row < cells.rows; row++) writer.write(cells, row, out)
    take(out.bytes, 0, out.length)
  }
}
