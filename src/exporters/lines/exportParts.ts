// Runs an exporter over the lines of a view. What comes out are parts in order, for a Blob or for
// writes to a file: ranges of the opened file where its bytes can be taken over, and bytes.
import type { ByteSource } from '../../document/byteSource.ts'
import { exportSegments } from '../../document/exportSegments.ts'
import type { Segment } from '../../document/exportSegments.ts'
import type { JsonlDocument } from '../../document/jsonlDocument.ts'
import { FINDING_SET_MASK } from '../../document/lineStates.ts'
import type { LineView } from '../../document/lineView.ts'
import { packSegments } from '../../document/packSegments.ts'
import type { PackOptions } from '../../document/packSegments.ts'
import type { ExporterDefinition, JoinedWay } from './defineExporter.ts'
import { joinExportedLines } from './joinLines.ts'

export interface ExportPartsOptions extends PackOptions {
  /** [finding set]: 1 when lines that have it are valid JSON. */
  readonly jsonFindingSets: Uint8Array
}

/**
 * The lines of `view` (of `doc`) as the exporter writes them. Rejects with ReadFailure when the file
 * cannot be read or the document changes meanwhile, and with what `options.check` throws.
 */
export function exportParts(
  doc: JsonlDocument,
  view: LineView,
  exporter: ExporterDefinition,
  options: ExportPartsOptions,
): AsyncGenerator<Segment, void, undefined> {
  const { way } = exporter
  const segments =
    way.kind === 'verbatim'
      ? exportSegments(doc.tables, view, way)
      : joinedSegments(doc, view, way, options.jsonFindingSets)
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

function joinedSegments(
  { tables }: JsonlDocument,
  view: LineView,
  way: JoinedWay,
  jsonFindingSets: Uint8Array,
): AsyncGenerator<Segment, void, undefined> {
  const belongs = view.belongs.map((is, word) =>
    way.onlyJson && jsonFindingSets[word & FINDING_SET_MASK] !== 1 ? 0 : is,
  )
  const lines = exportSegments(tables, { belongs }, { lineEnds: 'lf', dropByteOrderMark: true })
  return joinExportedLines(tables.source, lines, way)
}
