// Runs an exporter over the lines of a view. What comes out are parts in order, for a Blob or for
// writes to a file: ranges of the opened file where its bytes can be taken over, and bytes.
import type { ByteSource } from '../../document/byteSource.ts'
import { exportSegments } from '../../document/exportSegments.ts'
import type { Segment } from '../../document/exportSegments.ts'
import type { JsonlDocument } from '../../document/jsonlDocument.ts'
import { FINDING_SET_MASK } from '../../document/lineStates.ts'
import type { LineSet } from '../../document/lineSet.ts'
import { countMembers, type LineView } from '../../document/lineView.ts'
import { packSegments } from '../../document/packSegments.ts'
import type { PackOptions } from '../../document/packSegments.ts'
import type { ExporterDefinition, JoinedOutput, VerbatimOutput } from './defineExporter.ts'
import { ExportSize } from './exportSize.ts'
import { joinExportedLines } from './joinLines.ts'

export interface ExportPartsOptions extends PackOptions {
  /** [finding set]: 1 when lines that have it are valid JSON. */
  readonly jsonFindingSets: Uint8Array
  /** Of the lines of the view only these; all of them when absent. */
  readonly only?: LineSet | undefined
}

export interface ExportedParts {
  readonly parts: AsyncGenerator<Segment, void, undefined>
  /** Of all parts together: an estimate at first, exact when the last part is there. */
  readonly size: ExportSize
}

/**
 * The lines of `view` (of `doc`) as the exporter writes them. `parts` rejects with ReadFailure when
 * the file cannot be read or the document changes meanwhile, and with what `options.check` throws.
 */
export function exportParts(
  { tables }: JsonlDocument,
  view: LineView,
  { output }: ExporterDefinition,
  options: ExportPartsOptions,
): ExportedParts {
  const belongs = membersOf(view, output, options.jsonFindingSets)
  const { only } = options
  const members = countMembers(tables, belongs)
  const size = new ExportSize(Math.min(members, only?.size ?? members), output)
  const lines = exportSegments(
    tables,
    { belongs },
    {
      lineEnds: output.kind === 'verbatim' ? output.lineEnds : 'lf',
      dropByteOrderMark: output.kind === 'joined' || output.dropByteOrderMark,
      only,
      onLines: (count, bytes) => size.count(count, bytes),
    },
  )
  const segments =
    output.kind === 'verbatim' ? lines : joinExportedLines(tables.source, lines, output)
  return { parts: packSegments(tables.source, segments, options), size }
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

/** [word]: 1 for a line of the view that is exported. */
function membersOf(
  { belongs }: LineView,
  output: VerbatimOutput | JoinedOutput,
  jsonFindingSets: Uint8Array,
): Uint8Array {
  if (output.kind === 'verbatim' || !output.onlyJson) return belongs
  return belongs.map((is, word) => (jsonFindingSets[word & FINDING_SET_MASK] === 1 ? is : 0))
}
