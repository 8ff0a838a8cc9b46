// All exporters. The files in definitions/ are found by the bundler, so adding one needs no change
// here; the conformance test lists and checks what was found.
import type { ExporterDefinition } from './defineExporter.ts'

const modules = import.meta.glob<ExporterDefinition>('./definitions/*.ts', {
  eager: true,
  import: 'exporter',
})

/** The exporter that changes nothing. */
export const VERBATIM_EXPORTER_ID = 'jsonl'

/** As the dialog shows them; the one that changes nothing is the first. */
export const exporters: readonly ExporterDefinition[] = Object.values(modules).toSorted(
  (a, b) => a.place - b.place,
)

const exportersById = new Map(exporters.map((exporter) => [exporter.id, exporter]))

export function findExporter(id: string): ExporterDefinition | undefined {
  return exportersById.get(id)
}

/** The files that the definitions came from: './definitions/jsonl.ts'. @internal For tests. */
export const definitionFiles: readonly string[] = Object.keys(modules)
