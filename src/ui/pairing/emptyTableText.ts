// What to say where there are no pairs to see.
import type { PairingPhase, ShownRows } from '../../state/pairing/pairingStore.ts'

/** Undefined where there are rows, or another notice says why there are none. */
export function emptyTableText(
  phase: PairingPhase,
  shown: ShownRows | undefined,
): string | undefined {
  if (phase === 'reading' && !shown) return 'Reading requests and answers…'
  if (phase !== 'ready' || !shown || shown.count > 0) return undefined
  if (shown.view.filter.matches) return 'Nothing that was searched for is in these pairs.'
  const isFiltered = Object.keys(shown.view.filter).length > 0
  return isFiltered ? 'No pairs are like that.' : 'These files have no requests and no answers.'
}
