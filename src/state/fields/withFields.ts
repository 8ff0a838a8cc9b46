// The door to the actions of the Fields panel, which are loaded with their first use.
import { msg } from '../../i18n/message.ts'
import { withActions } from '../withActions.ts'

async function load() {
  const { toggleFields } = await import('./fields.ts')
  return { toggleFields }
}

/** Says so when the code cannot be loaded. */
export async function withFields(
  run: (fields: Awaited<ReturnType<typeof load>>) => unknown,
): Promise<void> {
  const failure = msg('A part of the page could not be loaded. Check the connection.')
  await withActions(load, failure, run)
}
