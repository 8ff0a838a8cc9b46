// All exporters. The files in definitions/ are found by the bundler, so adding one needs no change
// here; the conformance test lists and checks what was found.
import type { ExporterDefinition } from './defineExporter.ts'

const modules = import.meta.glob<ExporterDefinition>('./definitions/*.ts', {
  eager: true,
  import: 'exporter',
})

/** The exporter that changes nothing; first in every list, before the others by id. */
export const VERBATIM_EXPORTER_ID = 'jsonl'

export const exporters: readonly ExporterDefinition[] = Object.values(modules).toSorted((a, b) =>
  a.id === VERBATIM_EXPORTER_ID ? -1 : b.id === VERBATIM_EXPORTER_ID ? 1 : a.id < b.id ? -1 : 1,
)

const exportersById = new Map(exporters.map((exporter) => [exporter.id, exporter]))

export function findExporter(id: string): ExporterDefinition | undefined {
  return exportersById.get(id)
}

/** The files that the definitions came from: './definitions/jsonl.ts'. @internal For tests. */
export const definitionFiles: readonly string[] = Object.keys(modules)
