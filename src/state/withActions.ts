// What the doors to parts that are loaded with their first use have in common.
import type { Message } from '../i18n/message.ts'
import { showMessage } from './actions/messages.ts'

/**
 * Loads actions and runs `run` with them. Says `failure`, and resolves with false, when they cannot be loaded;
 * what goes wrong while they run is not caught.
 */
export async function withActions<Actions>(
  load: () => Promise<Actions>,
  failure: Message,
  run: (actions: Actions) => unknown,
): Promise<boolean> {
  let actions: Actions
  try {
    actions = await load()
  } catch {
    showMessage('alert', failure)
    return false
  }
  await run(actions)
  return true
}
