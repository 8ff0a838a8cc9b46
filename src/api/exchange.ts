// One request and what came of it, as a value: nothing here throws, repeats or explains.
import { concatBytes } from '../base/concatBytes.ts'
import { type Connection, headersOf } from './connection.ts'
import type { Environment } from './environment.ts'
import { parseRetryAfter } from './retryAfter.ts'

export interface Ask {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** In full. */
  readonly url: string
  /** JSON. */
  readonly body?: string | undefined
  /** The user's. */
  readonly signal: AbortSignal
  /** Milliseconds for the whole answer; absent: those of an answer. */
  readonly patience?: number
  /** Bytes that are read of the answer; the rest is left. */
  readonly limit?: number
}

export interface Answer {
  readonly kind: 'answer'
  readonly status: number
  /** Milliseconds that the server asks to wait; undefined as well where a page may not read it. */
  readonly retryAfter: number | undefined
  readonly text: string
  /** There was more than `limit`. */
  readonly isCut: boolean
}

/**
 * - `network`: the browser says no more than that. Whether the request arrived is not known.
 * - `broken`: an answer began and did not end
 */
export interface Silence {
  readonly kind: 'silence'
  readonly why: 'timeout' | 'network' | 'broken'
}

export type Reply =
  | Answer
  | Silence
  /** It names another address, which the user did not choose. */
  | { readonly kind: 'redirect' }
  | { readonly kind: 'cancelled' }

/** Far more than any answer that is no file: 10,000 files are about 3 MB. */
const ANSWER_LIMIT = 32_000_000

export async function exchange(
  { fetch, now, patience }: Environment,
  connection: Connection,
  ask: Ask,
): Promise<Reply> {
  const timed = timedSignal(ask.signal, ask.patience ?? patience.answer)
  let hasBegun = false
  try {
    const response = await fetch(ask.url, {
      method: ask.method,
      headers: headersOf(connection, ask.body === undefined ? undefined : 'json'),
      ...(ask.body !== undefined && { body: ask.body }),
      signal: timed.signal,
      redirect: 'manual',
      ...QUIET,
    })
    if (isRedirect(response)) return { kind: 'redirect' }
    hasBegun = true
    return await answerOf(response, ask.limit ?? ANSWER_LIMIT, now())
  } catch {
    if (ask.signal.aborted) return { kind: 'cancelled' }
    if (timed.isOver()) return { kind: 'silence', why: 'timeout' }
    return { kind: 'silence', why: hasBegun ? 'broken' : 'network' }
  } finally {
    timed.end()
  }
}

/** The browser adds nothing of its own and keeps nothing. */
export const QUIET = {
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
} as const satisfies RequestInit

/** Browsers hide where it leads; Node shows it. */
function isRedirect(response: Response): boolean {
  return response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)
}

interface TimedSignal {
  readonly signal: AbortSignal
  isOver(): boolean
  /** Begins to wait anew. */
  again(): void
  end(): void
}

/** Aborted with `signal`, or after `ms`. */
export function timedSignal(signal: AbortSignal, ms: number): TimedSignal {
  const own = new AbortController()
  let isOver = false
  const giveUp = (): void => {
    isOver = true
    own.abort()
  }
  let timer = setTimeout(giveUp, ms)
  const follow = (): void => own.abort()
  if (signal.aborted) follow()
  signal.addEventListener('abort', follow)
  return {
    signal: own.signal,
    isOver: () => isOver,
    again() {
      clearTimeout(timer)
      timer = setTimeout(giveUp, ms)
    },
    end() {
      clearTimeout(timer)
      signal.removeEventListener('abort', follow)
    },
  }
}

/** Reads at most `limit` bytes of it. Rejects when it breaks. */
export async function answerOf(response: Response, limit: number, now: number): Promise<Answer> {
  const reader = response.body?.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  while (reader && length <= limit) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value.subarray(0, limit - length))
    length += value.length
  }
  const isCut = length > limit
  if (isCut) await reader?.cancel().catch(() => {})
  return {
    kind: 'answer',
    status: response.status,
    retryAfter: parseRetryAfter(response.headers.get('Retry-After'), now),
    text: new TextDecoder().decode(concatBytes(chunks)),
    isCut,
  }
}
