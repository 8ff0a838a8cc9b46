// The door to converting and unpacking: its code is loaded with the first use.
import { msg } from '../../i18n/message.ts'
import { showMessage } from '../actions/messages.ts'
import type * as actions from './convert.ts'

type ConversionActions = typeof actions

/** Loads the actions and runs `run` with them; says so when they cannot be loaded. */
export async function withConversion(
  run: (conversion: ConversionActions) => unknown,
): Promise<void> {
  let conversion: ConversionActions
  try {
    conversion = await import('./convert.ts')
  } catch {
    showMessage(
      'alert',
      msg('Converting files could not be loaded. Check the connection and try again.'),
    )
    return
  }
  await run(conversion)
}
