// When a call is made again, and after how long. Only calls that change nothing by being made twice come
// here: reading, deleting, cancelling.
import { parseApiError } from '../batch/parseBatch.ts'
import type { Connection } from './connection.ts'
import type { Environment } from './environment.ts'
import { type Ask, exchange, type Reply } from './exchange.ts'
import { jsonOf } from './jsonOf.ts'

/** Calls in all. */
const ATTEMPTS = 4

/** Milliseconds within which the first repeat comes; each later one may take twice as long as the one before. */
const FIRST_WAIT = 500

const LONGEST_WAIT = 8_000

/** Milliseconds that a server may ask for and get; who asks for more is told to the user. */
const LONGEST_RETRY_AFTER = 60_000

/** Milliseconds after which no further attempt begins. */
const BOUND = 90_000

/** `attempt`: of those that failed, from 0. Undefined: not worth waiting for. */
export function repeatDelay(
  attempt: number,
  retryAfter: number | undefined,
  random: () => number,
): number | undefined {
  // Anything up to the longest, so that many who failed at once do not come back at once
  // (Amazon's architecture blog: 'Exponential Backoff and Jitter', full jitter).
  const jitter = random() * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt)
  if (retryAfter === undefined) return jitter
  return retryAfter > LONGEST_RETRY_AFTER ? undefined : retryAfter + jitter
}

/** Whether the same may go well in a moment. */
export function mayPass(reply: Reply): boolean {
  if (reply.kind === 'silence') return true
  if (reply.kind !== 'answer') return false
  const { status, text } = reply
  if (status === 429) return !isOutOfMoney(text)
  return status === 408 || (status >= 500 && status !== 501 && status !== 505)
}

/** Milliseconds that a transfer waits for a device that went offline, and between looks. */
const OFFLINE_BOUND = 300_000
const OFFLINE_LOOK = 1_000

/** At once when the device is online. */
export async function waitForNetwork(
  { isOnline, wait }: Environment,
  signal: AbortSignal,
): Promise<void> {
  for (let waited = 0; waited < OFFLINE_BOUND; waited += OFFLINE_LOOK) {
    if (isOnline() || signal.aborted) return
    await wait(OFFLINE_LOOK, signal)
  }
}

/** Waiting brings no credit. */
export function isOutOfMoney(text: string): boolean {
  const code = parseApiError(jsonOf(text))?.code ?? ''
  return /insufficient_quota|billing_(hard_limit|not_active)/.test(code)
}

export interface Asked {
  readonly reply: Reply
  /** Made more than once: an earlier one may have had its effect. */
  readonly wasRepeated: boolean
}

export async function askPatiently(
  environment: Environment,
  connection: Connection,
  ask: Ask,
  attempts = ATTEMPTS,
): Promise<Asked> {
  const startedAt = environment.now()
  for (let attempt = 0; ; attempt++) {
    const reply = await exchange(environment, connection, ask)
    const asked = { reply, wasRepeated: attempt > 0 }
    const isLast = attempt + 1 >= attempts || environment.now() - startedAt > BOUND
    if (isLast || !mayPass(reply) || !environment.isOnline()) return asked
    const retryAfter = reply.kind === 'answer' ? reply.retryAfter : undefined
    const delay = repeatDelay(attempt, retryAfter, environment.random)
    if (delay === undefined) return asked
    await environment.wait(delay, ask.signal)
    if (ask.signal.aborted) return { ...asked, reply: { kind: 'cancelled' } }
  }
}
