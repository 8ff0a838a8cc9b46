// Runs an exporter over the lines of a view. What comes out are parts in order, for a Blob or for
// writes to a file: ranges of the opened file where its bytes can be taken over, and bytes.
import { concatBytes } from '../base/concatBytes.ts'
import type { ByteSource } from '../document/byteSource.ts'
import { contentBatches } from '../document/contentBatches.ts'
import { exportSegments } from '../document/exportSegments.ts'
import type { Segment } from '../document/exportSegments.ts'
import type { JsonlDocument } from '../document/jsonlDocument.ts'
import type { LineView } from '../document/lineView.ts'
import { packSegments } from '../document/packSegments.ts'
import type { PackOptions } from '../document/packSegments.ts'
import type { ExporterDefinition, PerLineWay } from './defineExporter.ts'

export interface ExportOptions extends PackOptions {
  /** [outcome]: 1 when lines that have it are valid JSON. */
  readonly jsonOutcomes: Uint8Array
}

/**
 * The lines of `view` (of `doc`) as the exporter writes them. Rejects with ReadFailure when the file
 * cannot be read or the document changes meanwhile, and with what `options.check` throws.
 */
export function exportParts(
  doc: JsonlDocument,
  view: LineView,
  exporter: ExporterDefinition,
  options: ExportOptions,
): AsyncGenerator<Segment, void, undefined> {
  const { way } = exporter
  const segments =
    way.kind === 'verbatim'
      ? exportSegments(doc.tables, view, way)
      : perLineSegments(doc, view, way, options.jsonOutcomes)
  return packSegments(doc.tables.source, segments, options)
}

/** A part for `new Blob(parts)` or `writable.write(part)`; a reference where the source allows it. */
export async function blobPartOf(
  source: ByteSource,
  segment: Segment,
): Promise<Blob | Uint8Array<ArrayBuffer>> {
  if (segment.kind === 'bytes') return segment.bytes
  if (source.blob) return source.blob.slice(segment.from, segment.to)
  return new Uint8Array(await source.read(segment.from, segment.to))
}

async function* perLineSegments(
  doc: JsonlDocument,
  view: LineView,
  way: PerLineWay,
  jsonOutcomes: Uint8Array,
): AsyncGenerator<Segment, void, undefined> {
  const utf8 = new TextEncoder()
  const header = utf8.encode(way.header)
  const separator = utf8.encode(way.separator)
  let isEmpty = true
  for await (const batch of contentBatches(doc.tables, view)) {
    const parts: Uint8Array[] = []
    for (const { id, bytes } of batch) {
      if (way.onlyJson && jsonOutcomes[doc.outcomeOf(id)] !== 1) continue
      const line = way.line(bytes)
      if (line === undefined) continue
      parts.push(isEmpty ? header : separator, line)
      isEmpty = false
    }
    yield { kind: 'bytes', bytes: concatBytes(parts) }
  }
  yield { kind: 'bytes', bytes: utf8.encode(isEmpty ? way.whenEmpty : way.footer) }
}
