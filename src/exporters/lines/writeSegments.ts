// Lines as an output has them: out of segments, segments.
import type { ByteSource } from '../../document/byteSource.ts'
import type { Segment } from '../../document/exportSegments.ts'
import { compress } from './compress.ts'
import type {
  ExportOutput,
  JoinedOutput,
  LineWriter,
  PerLineOutput,
  VerbatimOutput,
} from './defineExporter.ts'
import type { ExportOptionValues } from './exportOptions.ts'
import { FieldReader } from './fields/fieldReader.ts'
import { indentLines } from './indentLines.ts'
import { joinExportedLines } from './joinLines.ts'
import { segmentBytes, wholeLines } from './segmentBytes.ts'
import { findFields, writeLines } from './writeLines.ts'

/** What is known of a run on its way. */
export interface WritingNotes {
  /** Bytes of the lines that were read so far, of each pass. */
  read: number
  /** How often the lines are read. */
  passes: number
  /** Lines that were left out for their length. */
  tooLong: number
  writer: LineWriter | undefined
}

/** Whether what is written is about as long as what is read, so that it can be counted instead. */
export function writesAsRead(output: ExportOutput): output is VerbatimOutput | JoinedOutput {
  return output.kind === 'joined' || (output.kind === 'verbatim' && !output.compression)
}

/**
 * `open`: the lines, each with its line feed where the output is not verbatim; opened again for each pass.
 * `notes` is kept up to date on the way. `check` is called for every chunk that is read; what it throws ends the
 * work.
 */
export function writeSegments(
  source: ByteSource,
  open: () => AsyncGenerator<Segment, void, undefined>,
  output: ExportOutput,
  values: ExportOptionValues,
  notes: WritingNotes,
  check: () => void = () => {},
): AsyncGenerator<Segment, void, undefined> {
  async function* read(): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const chunk of segmentBytes(source, open())) {
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
      return writePerLine(read, output, values, notes)
  }
}

async function* writePerLine(
  read: () => AsyncGenerator<Uint8Array, void, undefined>,
  output: PerLineOutput,
  values: ExportOptionValues,
  notes: WritingNotes,
): AsyncGenerator<Segment, void, undefined> {
  if (output.finds?.(values)) notes.passes = 2
  const found = await findFieldsFor(output, values, read)
  const writer = output.open(values, found)
  notes.writer = writer
  const lines = wholeLines(read(), () => notes.tooLong++)
  yield* writeLines(lines, writer)
}

/** Undefined where the output looks for none. */
export async function findFieldsFor(
  output: PerLineOutput,
  values: ExportOptionValues,
  read: () => AsyncGenerator<Uint8Array, void, undefined>,
): Promise<FieldReader | undefined> {
  const finds = output.finds?.(values)
  if (!finds) return undefined
  const found = FieldReader.finding(finds === 'flatFields')
  await findFields(
    wholeLines(read(), () => {}),
    found,
  )
  return found
}
