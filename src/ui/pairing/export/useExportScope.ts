// Which pairs are written, by the filter of the table and what was chosen in the dialog.
import type { PairExporterInfo, PairingFacts } from '../../../contracts/pairingApi.ts'
import { isFiltered } from '../../../state/pairing/exportChoices.ts'
import type { ExportScope } from '../../../state/pairing/exportMessages.ts'
import { useExportPairs } from '../../../state/pairing/exportPairs.ts'
import { usePairing } from '../../../state/pairing/pairingStore.ts'
import { isGrouped } from '../isGrouped.ts'

export function useExportScope(exporter: PairExporterInfo | undefined): ExportScope {
  const view = usePairing((state) => state.view)
  const shown = usePairing((state) => state.shown)
  const facts = usePairing((state) => state.facts)
  const onlyShown = useExportPairs(({ choices }) => choices.onlyShown)
  if (!facts || !exporter || !isFiltered(view)) return { kind: 'unfiltered' }
  if (!exporter.takesView) return { kind: 'always' }
  return {
    kind: onlyShown ? 'shown' : 'all',
    shown: shown?.view === view && !isGrouped(shown) ? shown.count : undefined,
    total: pairCount(facts),
  }
}

/** Rows of a table without a filter. */
function pairCount({ succeeded, failed, missing, unexpected, duplicate }: PairingFacts): number {
  return succeeded + failed + missing + unexpected + duplicate
}
