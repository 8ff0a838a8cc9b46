// The door to the actions of the Fields panel, which are loaded with their first use.
import { msg } from '../../i18n/message.ts'
import { withActions } from '../withActions.ts'

/** Says so, and resolves with false, when they cannot be loaded. */
export function withFields(
  run: (fields: typeof import('./fields.ts')) => unknown,
): Promise<boolean> {
  return withActions(
    () => import('./fields.ts'),
    msg(
      'The part of the app that counts fields could not be loaded. Check the connection and try again.',
    ),
    run,
  )
}
