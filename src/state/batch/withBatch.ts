// The door to running batches: its code is loaded with the first use.
import { msg } from '../../i18n/message.ts'
import { withActions } from '../withActions.ts'
import type * as actions from './panel.ts'

type BatchActions = typeof actions

/** Loads the panel's actions and runs `run` with them; says so when they cannot be loaded. */
export async function withBatch(run: (batch: BatchActions) => unknown): Promise<void> {
  const failure = msg('Running batches could not be loaded. Check the connection and try again.')
  await withActions(() => import('./panel.ts'), failure, run)
}
