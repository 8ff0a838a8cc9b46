// An export as it was asked for, with what its definition makes of that.
import { present } from '../../../base/assert.ts'
import { withEnding } from '../../../base/fileName.ts'
import type { PairExportRequest, PairingFacts, PairView } from '../../../contracts/pairingApi.ts'
import { completeOptions } from '../../../exporters/pairs/completeOptions.ts'
import type { PairExporter } from '../../../exporters/pairs/definePairExporter.ts'
import { findPairExporter } from '../../../exporters/pairs/registry.ts'
import type { OptionValues } from '../../exportOptions.ts'

export interface ExportSetup {
  readonly exporter: PairExporter
  readonly options: OptionValues
  /** The view whose rows it takes; undefined when it takes rows that no view has. */
  readonly view: PairView | undefined
}

export function exportSetup({ exporterId, view, options }: PairExportRequest): ExportSetup {
  const exporter = present(findPairExporter(exporterId), `exporter ${exporterId}`)
  return {
    exporter,
    options: completeOptions(exporter.options, options),
    view: viewFor(exporter, view),
  }
}

function viewFor({ output }: PairExporter, view: PairView): PairView | undefined {
  if (output.kind !== 'rows' || output.rows === 'allAnswers') return undefined
  const ungrouped = output.openGroups ? view : withoutGroups(view)
  return output.rows === 'viewByRequest' ? { ...ungrouped, order: 'requests' } : ungrouped
}

/** Rows are pairs, not groups; the condition on a group still needs the rule. */
function withoutGroups(view: PairView): PairView {
  return view.filter.group === undefined ? { filter: view.filter, order: view.order } : view
}

/** Bytes: a number where there are several, and the extension. */
const ROOM_FOR_ENDING = 16

/** What the new files are called, without their ending: after the first file of the side. */
export function baseNameOf(
  { nameEnding, isNamedAfterAnswers }: PairExporter,
  sources: PairingFacts['sources'],
): string {
  const role = isNamedAfterAnswers ? 'answers' : 'requests'
  const name = (sources.find((source) => source.role === role) ?? sources[0])?.name ?? 'pairs'
  return withEnding(name, `-${nameEnding}`, ROOM_FOR_ENDING)
}
