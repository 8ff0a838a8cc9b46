// What is known of the connection with the access of now.
import { apiKey } from './apiKey.ts'
import { batchStore } from './batchStore.ts'
import { mayAsk } from './batchWorker.ts'

/** Whether every call went well. */
export function isConnectionFine(): boolean {
  const { checks, isChecking } = batchStore.getState()
  return !isChecking && checks.length > 0 && checks.every(({ problem }) => problem === undefined)
}

/**
 * Whether anything may be asked without a press of a button: with a key, or where it is known that the server
 * wants none. After a reload a question without the key would only be told that the key is wrong.
 */
export function mayAskUnbidden(): boolean {
  return mayAsk() && (apiKey() !== undefined || isConnectionFine() || tookNoKey())
}

/** It has a file or a batch of ours that was sent without a key. */
function tookNoKey(): boolean {
  const { runs, access } = batchStore.getState()
  return runs.some(
    ({ baseUrl, isKeyless, parts }) =>
      baseUrl === access.baseUrl &&
      isKeyless &&
      parts.some(({ file, batch }) => file !== undefined || batch !== undefined),
  )
}
