// The door to splitting a document: its code is loaded with the first use.
import { msg } from '../../i18n/message.ts'
import { withActions } from '../withActions.ts'

const load = () => import('./split.ts')

/** Says so when the code cannot be loaded. */
export async function withSplitting(
  run: (splitting: Awaited<ReturnType<typeof load>>) => unknown,
): Promise<void> {
  const failure = msg('Splitting files could not be loaded. Check the connection and try again.')
  await withActions(load, failure, run)
}
