// What the API client needs of the thread that it runs in, so that tests can be that thread.
import type { DownloadStore } from './downloadStore.ts'
import type { SendForm } from './sendForm.ts'

export interface Environment {
  readonly fetch: typeof fetch
  readonly sendForm: SendForm
  /** What the browser says: false is certain, true is not. */
  readonly isOnline: () => boolean
  /** Undefined where the browser keeps no private files. */
  readonly store: DownloadStore | undefined
  /** Resolves after `ms` or as soon as the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
  /** From 0 to 1, 1 excluded. */
  readonly random: () => number
  /** Milliseconds since 1970, as this machine has it. */
  readonly now: () => number
  readonly patience: Patience
}

/** Milliseconds that are waited. */
export interface Patience {
  /** For a whole answer of a few kilobytes. */
  readonly answer: number
  /** For each call of 'Check the connection'. */
  readonly check: number
  /** For a model's answer: long reasoning takes minutes. */
  readonly model: number
  /** For the next bytes of a transfer, either way. */
  readonly stall: number
  /** For the answer to an upload after its last byte: 200 MB are stored and looked at first. */
  readonly afterUpload: number
}

export const PATIENCE: Patience = {
  answer: 60_000,
  check: 20_000,
  model: 600_000,
  stall: 60_000,
  afterUpload: 180_000,
}

export function waitInTime(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end)
  })
}
