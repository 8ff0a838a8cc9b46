// The door to duplicates: the code is loaded with the first use, or ahead of it.
import { msg } from '../../i18n/message.ts'
import { withActions } from '../withActions.ts'

async function load() {
  const { openDuplicates } = await import('./duplicates.ts')
  return { openDuplicates }
}

/** Says so when the code cannot be loaded. */
export async function withDuplicates(
  run: (duplicates: Awaited<ReturnType<typeof load>>) => unknown,
): Promise<void> {
  const failure = msg('A part of the page could not be loaded. Check the connection.')
  await withActions(load, failure, run)
}
