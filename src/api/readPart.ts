// One transfer of a file or of its rest, into the target, as far as it comes.
import { type Connection, headersOf } from './connection.ts'
import { type DownloadTarget, OVERLAP } from './downloadStore.ts'
import type { Environment } from './environment.ts'
import { answerOf, QUIET, type Reply, timedSignal } from './exchange.ts'

export interface PartRequest {
  readonly url: string
  readonly target: DownloadTarget
  /** The size of the target, to go on; 0 begins again. */
  readonly from: number
  readonly signal: AbortSignal
  /** `length`: bytes of the whole file, as the transfer has them. */
  readonly onBytes: (length: number | undefined) => void
}

/**
 * - `ended`: as a transfer ends; `length` as in PartRequest
 * - `misfit`: not the rest of what is there; nothing was appended
 * - `broken`: silence, or an answer that is no file
 */
export type Part =
  | { readonly kind: 'ended'; readonly length: number | undefined }
  | { readonly kind: 'misfit' }
  | { readonly kind: 'broken'; readonly reply: Reply }

/** Bytes of an answer that says why there is no file. */
const ERROR_LIMIT = 100_000

export async function readPart(
  environment: Environment,
  connection: Connection,
  { url, target, from, signal, onBytes }: PartRequest,
): Promise<Part> {
  // The last bytes are asked for once more: that they agree shows that the rest is of the same file.
  const overlap = from >= OVERLAP ? target.tail : new Uint8Array(0)
  const start = overlap.length > 0 ? from - overlap.length : 0
  const timed = timedSignal(signal, environment.patience.stall)
  let hasBegun = false
  try {
    const response = await environment.fetch(url, {
      headers: {
        ...headersOf(connection),
        // A range with a beginning alone is allowed to every page (Fetch, 'CORS-safelisted request-header').
        ...(start > 0 && { Range: `bytes=${start}-` }),
      },
      signal: timed.signal,
      // Results may lie elsewhere. Browsers leave the key behind when the host changes.
      redirect: 'follow',
      ...QUIET,
    })
    hasBegun = true
    if (start > 0 && response.status === 416) return { kind: 'misfit' }
    if (!response.ok || response.status === 204) {
      return { kind: 'broken', reply: await answerOf(response, ERROR_LIMIT, environment.now()) }
    }
    const isRest = response.status === 206 && start > 0
    if (!isRest) target.restart()
    const head = new HeadCheck(isRest ? overlap : new Uint8Array(0))
    const length = lengthOf(response, isRest ? start : 0)
    // oxlint-disable-next-line no-unnecessary-condition -- Answers without a body have none.
    const reader = response.body?.getReader()
    while (reader) {
      const { done, value } = await reader.read()
      if (done) break
      timed.again()
      const rest = head.check(value)
      if (rest === 'misfit') {
        await reader.cancel().catch(() => {})
        return { kind: 'misfit' }
      }
      if (rest.length > 0) {
        await putInto(target, rest)
        onBytes(length)
      }
    }
    return head.isOver ? { kind: 'ended', length } : { kind: 'misfit' }
  } catch (error) {
    if (error instanceof NoRoom) throw error.cause
    if (signal.aborted) return { kind: 'broken', reply: { kind: 'cancelled' } }
    const why = timed.isOver() ? 'timeout' : hasBegun ? 'broken' : 'network'
    return { kind: 'broken', reply: { kind: 'silence', why } }
  } finally {
    timed.end()
  }
}

/** An error of this device and not of the transfer. */
class NoRoom extends Error {}

async function putInto(target: DownloadTarget, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  try {
    await target.append(bytes)
  } catch (cause) {
    throw new NoRoom('', { cause })
  }
}

/** Compares the beginning of a part with the bytes that were there before, and lets the rest through. */
class HeadCheck {
  readonly #expected: Uint8Array
  #at = 0

  constructor(expected: Uint8Array) {
    this.#expected = expected
  }

  get isOver(): boolean {
    return this.#at === this.#expected.length
  }

  check(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | 'misfit' {
    let at = 0
    while (at < bytes.length && this.#at < this.#expected.length) {
      if (bytes[at++] !== this.#expected[this.#at++]) return 'misfit'
    }
    return bytes.subarray(at)
  }
}

/** Bytes of the whole file; undefined where the page may not read it. */
function lengthOf(response: Response, start: number): number | undefined {
  const length = Number(response.headers.get('Content-Length') ?? Number.NaN)
  return Number.isSafeInteger(length) && length >= 0 ? start + length : undefined
}
