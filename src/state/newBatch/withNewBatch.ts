// The door to what a new batch can be made from: its code is loaded with the first use.
import { msg } from '../../i18n/message.ts'
import { withActions } from '../withActions.ts'

async function load() {
  const [{ takeActiveDocument, takeActiveFile }, { takeDrop }] = await Promise.all([
    import('./documentRows.ts'),
    import('./newFile.ts'),
  ])
  return { takeActiveDocument, takeActiveFile, takeDrop }
}

/** Says so when the code cannot be loaded. */
export async function withNewBatch(
  run: (newBatch: Awaited<ReturnType<typeof load>>) => unknown,
): Promise<void> {
  const failure = msg('New batch could not be loaded. Check the connection and try again.')
  await withActions(load, failure, run)
}
