// The exports that there are, as the page offers them.
import { pairExporters } from '../../../exporters/pairs/registry.ts'
import type { PairExporterInfo } from '../../../contracts/pairingApi.ts'

export function exporterCatalogue(): readonly PairExporterInfo[] {
  return pairExporters.map(({ id, title, summary, noun, options, output, needsRequests }) => ({
    id,
    title,
    summary,
    noun,
    options,
    isOfRows: output.kind === 'rows',
    takesView: output.kind === 'rows' && output.rows !== 'allAnswers',
    needsRequests: needsRequests !== undefined,
  }))
}
