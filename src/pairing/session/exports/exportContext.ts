// What an export needs of the pairing's session.
import type { PairingFacts, PairView } from '../../../contracts/pairingApi.ts'
import type { OpenPairing } from '../openPairing.ts'
import type { ViewRows } from '../views.ts'

export interface ExportContext {
  /** As of one revision; an export goes on with it, whatever is edited meanwhile. */
  readonly pairing: OpenPairing
  /** Throws `PairingFailure` when the view's rule of groups cannot be used. */
  readonly rowsOf: (view: PairView) => ViewRows
  readonly facts: PairingFacts
}
