// What the user chose to export from a pairing, and the request that it makes.
import { ok, type Result } from '../../base/result.ts'
import type { PairExporterInfo, PairExportRequest, PairView } from '../../contracts/pairingApi.ts'
import { type OptionChoices, readOptions } from './exportOptions.ts'

export interface PairExportChoices {
  /** The first export that is offered, when there is none of this id. */
  readonly exporterId?: string | undefined
  /** Only rows that the filter of the table lets through, where it has one; what people have in mind. */
  readonly onlyShown: boolean
  /** Of all exports: what is chosen in one holds for others that have the same option. */
  readonly options: OptionChoices
}

export const usualChoices: PairExportChoices = { onlyShown: true, options: {} }

export function chosenExporter(
  exporters: readonly PairExporterInfo[],
  { exporterId }: PairExportChoices,
): PairExporterInfo | undefined {
  return exporters.find(({ id }) => id === exporterId) ?? exporters[0]
}

/** Whether the table shows less than all pairs. */
export function isFiltered({ filter }: PairView): boolean {
  return Object.values(filter).some((condition) => condition !== undefined)
}

/** The export that is chosen, or what is missing from the choice. `view`: what the table shows. */
export function exportOf(
  exporter: PairExporterInfo,
  choices: PairExportChoices,
  view: PairView,
): Result<Omit<PairExportRequest, 'jobId'>> {
  const options = readOptions(exporter.options, choices.options)
  if (!options.ok) return options
  return ok({
    exporterId: exporter.id,
    view: choices.onlyShown ? view : { ...view, filter: {} },
    options: options.value,
  })
}
