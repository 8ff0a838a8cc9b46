// What goes wrong, where and how often. A fault that waits does so until the test opens it, so that
// nothing depends on how fast a machine is.

/** What is asked of the API. */
export type Call =
  | 'models'
  | 'upload'
  | 'files'
  | 'file'
  | 'content'
  | 'deleteFile'
  | 'createBatch'
  | 'batches'
  | 'batch'
  | 'cancelBatch'
  | 'send'

export type FaultKind =
  /** Another answer. `isReadable`: with the header that lets a page read it (default). */
  | {
      readonly kind: 'status'
      readonly status: number
      readonly code?: string
      readonly message?: string
      /** As the header is written: seconds or a date. */
      readonly retryAfter?: string
      readonly isReadable?: boolean
    }
  /** The browser asks first, and is refused. */
  | { readonly kind: 'preflight refused' }
  /** All is done, and the page may not read the answer. */
  | { readonly kind: 'no CORS header' }
  /** Nothing is done, and the connection is cut. */
  | { readonly kind: 'cut' }
  /** All is done, and the connection is cut before the answer. */
  | { readonly kind: 'cut after' }
  /** The transfer, of an upload or of content, breaks after this share of its bytes. */
  | { readonly kind: 'broken'; readonly share: number }
  /** The transfer, or the answer (share 0), waits after this share until it is opened. */
  | { readonly kind: 'gate'; readonly share: number }
  | { readonly kind: 'silent' }
  | { readonly kind: 'redirect'; readonly to: string }

export class Fault {
  readonly on: Call
  readonly what: FaultKind
  /** How often it has happened. */
  count = 0
  #left: number
  #isOpen = false
  readonly #waiting: (() => void)[] = []

  constructor(on: Call, what: FaultKind, times: number) {
    this.on = on
    this.what = what
    this.#left = times
  }

  /** Whether it happens now. */
  take(on: Call): boolean {
    if (on !== this.on || this.#left <= 0) return false
    this.#left -= 1
    this.count += 1
    return true
  }

  /** From now on it does not happen, and what waits goes on. */
  end(): void {
    this.#left = 0
    this.open()
  }

  /** Of a gate: whoever waits, now or later, goes on. */
  open(): void {
    this.#isOpen = true
    for (const go of this.#waiting.splice(0)) go()
  }

  /** Requests that wait at the gate. */
  get waiting(): number {
    return this.#waiting.length
  }

  async pass(): Promise<void> {
    if (this.#isOpen) return
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve)
    })
  }
}
