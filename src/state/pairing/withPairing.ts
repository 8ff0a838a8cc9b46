// The door to the pairing: its code is loaded with the first use.
import { msg } from '../../i18n/message.ts'
import { withActions } from '../withActions.ts'
import type * as actions from './startPairing.ts'

type PairingActions = typeof actions

/** Loads the pairing and runs `run` with its actions; says so when it cannot be loaded. */
export async function withPairing(run: (pairing: PairingActions) => unknown): Promise<void> {
  const failure = msg('Pairing could not be loaded. Check the connection and try again.')
  await withActions(() => import('./startPairing.ts'), failure, run)
}
