// All exports of pairs. The files in definitions/ are found by the bundler, so adding one needs no
// change here; the conformance test lists and checks what was found.
import type { PairExporter } from './definePairExporter.ts'

const modules = import.meta.glob<PairExporter>('./definitions/*.ts', {
  eager: true,
  import: 'exporter',
})

export const pairExporters: readonly PairExporter[] = Object.values(modules).toSorted(
  (a, b) => a.place - b.place,
)

const exportersById = new Map(pairExporters.map((exporter) => [exporter.id, exporter]))

export function findPairExporter(id: string): PairExporter | undefined {
  return exportersById.get(id)
}

/** The files that the definitions came from: './definitions/retry.ts'. @internal For tests. */
export const definitionFiles: readonly string[] = Object.keys(modules)
