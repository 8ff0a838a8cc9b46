// For tests: lines through an exporter, in chunks of any size.
import { valueOf } from '../../../base/testing/valueOf.ts'
import { memorySource } from '../../../document/byteSource.ts'
import type { Segment } from '../../../document/exportSegments.ts'
import { english } from '../../../i18n/loadTranslator.ts'
import { type ExportOptionValue, readExportOptions } from '../exportOptions.ts'
import { loadScannerModule } from '../../../scanner/testing/loadScanner.ts'
import { findExporter } from '../registry.ts'
import { writeSegments, type WritingNotes } from '../writeSegments.ts'

export interface ExportedText {
  readonly text: string
  readonly notes: readonly string[]
}

/** `lines` are valid JSON, without line feeds. */
export async function exportText(
  id: string,
  lines: readonly string[],
  given: Readonly<Record<string, ExportOptionValue>> = {},
  chunkBytes = 1024 * 1024,
): Promise<ExportedText> {
  const exporter = findExporter(id)
  if (!exporter) throw new Error(`no exporter ${id}`)
  const values = valueOf(readExportOptions(exporter.options, given))
  const file = new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''))
  async function* open(): AsyncGenerator<Segment> {
    for (let at = 0; at < file.length; at += chunkBytes) {
      yield { kind: 'bytes', bytes: file.slice(at, at + chunkBytes) }
    }
  }
  const notes: WritingNotes = { read: 0, passes: 1, tooLong: 0, written: () => [] }
  const parts: Uint8Array<ArrayBuffer>[] = []
  for await (const part of writeSegments(
    memorySource(file),
    open,
    exporter.output,
    values,
    notes,
    await loadScannerModule(),
  )) {
    if (part.kind === 'bytes') parts.push(part.bytes)
  }
  const bytes = await new Blob(parts).arrayBuffer()
  return {
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    notes: notes.written().map((note) => english.t(note)),
  }
}
