// The door to what is shown before many lines are changed: its code is loaded with the first use, or ahead of it.
import { msg } from '../../i18n/message.ts'
import { withActions } from '../withActions.ts'

async function load() {
  const [{ askFixAll }, { openRenumber }] = await Promise.all([
    import('./askFixAll.ts'),
    import('./renumber.ts'),
  ])
  return { askFixAll, openRenumber }
}

/** Says so when the code cannot be loaded. */
export async function withForesight(
  run: (foresight: Awaited<ReturnType<typeof load>>) => unknown,
): Promise<void> {
  const failure = msg('A part of the page could not be loaded. Check the connection.')
  await withActions(load, failure, run)
}
