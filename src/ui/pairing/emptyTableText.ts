// What to say where there are no pairs to see.
import { type Message, msg } from '../../i18n/message.ts'
import type { PairingPhase, ShownRows } from '../../state/pairing/pairingStore.ts'

/** Undefined where there are rows, or another notice says why there are none. */
export function emptyTableText(
  phase: PairingPhase,
  shown: ShownRows | undefined,
): Message | undefined {
  if (phase === 'reading' && !shown) return msg('Reading requests and answers…')
  if (phase !== 'ready' || !shown || shown.count > 0) return undefined
  if (shown.view.filter.matches) return msg('Nothing that was searched for is in these pairs.')
  const isFiltered = Object.keys(shown.view.filter).length > 0
  return isFiltered
    ? msg('No pairs are like that.')
    : msg('These files have no requests and no answers.')
}
