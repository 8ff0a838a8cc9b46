// Lines as an output has them: out of segments, segments.
import { present } from '../../base/assert.ts'
import type { ByteSource } from '../../document/byteSource.ts'
import type { Segment } from '../../document/exportSegments.ts'
import type { MakeRows } from '../../document/sequenceSegments.ts'
import { segmentBytes } from '../../document/segmentBytes.ts'
import type { Message } from '../../i18n/message.ts'
import { ByteWriter } from '../cells/byteWriter.ts'
import { LineCells } from './columns/lineCells.ts'
import { compress } from './compress.ts'
import type {
  ExportOutput,
  JoinedOutput,
  PerLineOutput,
  RowWriter,
  VerbatimOutput,
} from './defineExporter.ts'
import type { ExportOptionValues } from './exportOptions.ts'
import { FieldReader } from './fields/fieldReader.ts'
import { findFields } from './fields/findFields.ts'
import { indentLines } from './indentLines.ts'
import { joinExportedLines } from './joinLines.ts'
import { wholeLines } from './wholeLines.ts'
import { moreNotes, readColumns } from './table/readColumns.ts'
import { rowsOfLines, writeRows } from './writeRows.ts'

/** What is known of a run on its way. */
export interface WritingNotes {
  /** Bytes of the lines that were read so far, of each pass. */
  read: number
  /** How often the lines are read. */
  passes: number
  /** Lines that were left out for their length. */
  tooLong: number
  /** What the writer has to tell. */
  written: () => readonly Message[]
}

/** Whether what is written is about as long as what is read, so that it can be counted instead. */
export function writesAsRead(output: ExportOutput): output is VerbatimOutput | JoinedOutput {
  return output.kind === 'joined' || (output.kind === 'verbatim' && !output.compression)
}

export interface OpenLines {
  /** `isFinding`: only what is in the lines counts, and not their order. */
  (isFinding?: boolean): AsyncGenerator<Segment, void, undefined>
  /** Where they are not in the order of the document: their rows in that order, for which lines may be read again. */
  readonly inOrder?: (rows: MakeRows) => AsyncGenerator<Segment, void, undefined>
}

/**
 * `open`: the lines, each with its line feed where the output is not verbatim; opened again for each pass.
 * `notes` is kept up to date on the way. `wasm` is the scanner's module, for outputs that read fields. `check` is called for every chunk that is read; what it throws ends the
 * work.
 */
export function writeSegments(
  source: ByteSource,
  open: OpenLines,
  output: ExportOutput,
  values: ExportOptionValues,
  notes: WritingNotes,
  wasm: WebAssembly.Module | undefined,
  check: () => void = () => {},
): AsyncGenerator<Segment, void, undefined> {
  async function* read(isFinding = false): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const chunk of segmentBytes(source, open(isFinding))) {
      check()
      notes.read += chunk.length
      yield chunk
    }
  }
  switch (output.kind) {
    case 'verbatim':
      return output.compression ? compress(read()) : open()
    case 'joined':
      return joinExportedLines(source, open(), output)
    case 'indented':
      return indentLines(read())
    case 'perLine':
      return writePerLine(open, read, output, values, notes, present(wasm, 'the scanner'))
  }
}

async function* writePerLine(
  open: OpenLines,
  read: (isFinding?: boolean) => AsyncGenerator<Uint8Array, void, undefined>,
  output: PerLineOutput,
  values: ExportOptionValues,
  notes: WritingNotes,
  wasm: WebAssembly.Module,
): AsyncGenerator<Segment, void, undefined> {
  if (output.finds?.(values)) notes.passes = 2
  const found = await findFieldsFor(output, values, wasm, () => read(true))
  const { columns: chosen, ...options } = output.reads(values)
  const table = readColumns(chosen, found)
  const more = found && found.linesWithMore > 0 ? found : undefined
  const writer = output.open(values, table)
  const cells = new LineCells(wasm, table.columns, options, { more, form: writer.form })
  notes.written = () => [...moreNotes(table, found), ...(writer.notes?.() ?? [])]
  // Others tell something of the lines, each of which they must come to once.
  if (open.inOrder && writer.form) {
    yield* writeInOrder(open.inOrder, cells, writer, notes)
    return
  }
  const lines = wholeLines(read(), () => notes.tooLong++)
  yield* writeRows(lines, cells, writer)
}

async function* writeInOrder(
  inOrder: NonNullable<OpenLines['inOrder']>,
  cells: LineCells,
  writer: RowWriter,
  notes: WritingNotes,
): AsyncGenerator<Segment, void, undefined> {
  const out = new ByteWriter()
  out.text(writer.head)
  yield { kind: 'bytes', bytes: out.take() }
  /** Their places: one may be read several times. */
  const tooLong = new Set<number>()
  yield* inOrder(async (lines, take) => {
    const leaveOut = (): void => {
      const place = take(out.bytes, 0, 0)
      if (place >= 0) notes.tooLong = tooLong.add(place).size
    }
    for await (const chunk of wholeLines(lines, leaveOut)) {
      notes.read += chunk.length
      rowsOfLines(chunk, cells, writer, out, take)
    }
  })
  out.length = 0
  out.text(writer.foot)
  yield { kind: 'bytes', bytes: out.take() }
}

/** Undefined where the output looks for none. */
export async function findFieldsFor(
  output: PerLineOutput,
  values: ExportOptionValues,
  wasm: WebAssembly.Module,
  read: () => AsyncGenerator<Uint8Array, void, undefined>,
): Promise<FieldReader | undefined> {
  const finds = output.finds?.(values)
  if (!finds) return undefined
  const found = FieldReader.finding(finds === 'flatFields')
  await findFields(
    wholeLines(read(), () => {}),
    found,
    wasm,
  )
  return found
}
