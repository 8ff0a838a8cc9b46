// What an exporter would make of some lines.
import { concatBytes } from '../../base/concatBytes.ts'
import { memorySource } from '../../document/byteSource.ts'
import type { Segment } from '../../document/exportSegments.ts'
import type { ExporterDefinition } from './defineExporter.ts'
import type { ExportOptionValues } from './exportOptions.ts'
import { writeSegments } from './writeSegments.ts'

const LF = Uint8Array.of(10)

/** `lines` without their line ends; of those that the exporter takes. The line ends are LF. */
export async function previewLines(
  { output }: ExporterDefinition,
  values: ExportOptionValues,
  lines: readonly Uint8Array[],
  wasm: WebAssembly.Module,
): Promise<Uint8Array<ArrayBuffer>> {
  const whole = concatBytes(lines.flatMap((line) => [line, LF]))
  async function* open(): AsyncGenerator<Segment, void, undefined> {
    if (whole.length > 0) yield { kind: 'bytes', bytes: whole }
  }
  const notes = { read: 0, passes: 1, tooLong: 0, written: () => [] }
  const parts: Uint8Array[] = []
  for await (const part of writeSegments(memorySource(whole), open, output, values, notes, wasm)) {
    if (part.kind === 'bytes') parts.push(part.bytes)
  }
  return concatBytes(parts)
}
