// The page's side of a worker: turns its death into failures that callers can show, and lets no one
// else see Comlink.
import { proxy, type Remote, transfer, wrap } from 'comlink'
import { fail } from '../base/result.ts'

/** How often a silent worker is asked whether it is alive, in milliseconds. */
const PING_INTERVAL = 3000
/**
 * Silence after which a worker counts as dead, in milliseconds. The engine hands back control after
 * every chunk; only a single line of hundreds of megabytes keeps it busy for seconds.
 */
const PING_PATIENCE = 30_000

export interface WorkerLife {
  /** Called once, when the worker has died; every pending and later call then fails or rejects. */
  onCrash(listener: (message: string) => void): void
  /** Ends the worker; pending calls never settle. */
  close(): void
}

/** What each worker answers beyond its contract. */
export interface Pinged {
  ping(): number
}

export interface WorkerWords<Api> {
  /** What the worker does, after 'the part of the page that'. */
  readonly role: string
  /** What to do when it has died. */
  readonly remedy: string
  /** Methods whose answer is a Result: a dead worker is one more failure there. */
  readonly resultMethods: readonly (keyof Api & string)[]
}

/** Every method of `Api` is asked of `worker`. */
export function createWorkerClient<Api extends object>(
  worker: Worker,
  { role, remedy, resultMethods }: WorkerWords<Api>,
): Api & WorkerLife {
  const remote: Remote<Pinged> = wrap<Pinged>(worker)
  const withResult: ReadonlySet<string> = new Set(resultMethods)

  const silence = `The part of the page that ${role} gave no answer for ${PING_PATIENCE / 1000} seconds and was stopped. ${remedy}`

  let crash: string | undefined
  let isClosed = false
  const listeners = new Set<(message: string) => void>()
  /** Ends each call that is under way. */
  const pending = new Set<(error: Error) => void>()

  function handleCrash(message: string): void {
    if (crash !== undefined || isClosed) return
    crash = message
    clearInterval(pingTimer)
    worker.terminate()
    for (const end of pending) end(new Error(message))
    pending.clear()
    for (const listener of listeners) listener(message)
  }

  worker.addEventListener('error', (event) => {
    event.preventDefault()
    handleCrash(`The part of the page that ${role} stopped working${causeOf(event)}. ${remedy}`)
  })
  worker.addEventListener('messageerror', () =>
    handleCrash(`The part of the page that ${role} sent what could not be read. ${remedy}`),
  )

  let lastSign = Date.now()
  let isPinging = false
  const pingTimer = setInterval(() => {
    // A page in the background runs its timers rarely; the silence then proves nothing.
    if (isPinging) {
      if (!isHidden() && Date.now() - lastSign > PING_PATIENCE) handleCrash(silence)
      return
    }
    isPinging = true
    lastSign = Date.now()
    const settle = (): void => {
      isPinging = false
    }
    void Promise.resolve(remote.ping()).then(settle, settle)
  }, PING_INTERVAL)

  /** `Promise.race` with a promise that lasts as long as the worker would keep every answer. */
  function unlessItDies(answer: Promise<unknown>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      pending.add(reject)
      answer.then(resolve, reject).finally(() => pending.delete(reject))
    })
  }

  async function call(name: string, args: readonly unknown[]): Promise<unknown> {
    const isResult = withResult.has(name)
    if (crash !== undefined) {
      if (isResult) return fail('worker-crashed', crash)
      throw new Error(crash)
    }
    const method = Reflect.get(remote, name) as (...args: unknown[]) => Promise<unknown>
    try {
      return await unlessItDies(method(...args.map(sendable)))
    } catch (error) {
      if (!isResult) throw error
      const message = error instanceof Error ? error.message : String(error)
      const isCrash = message === crash
      return fail(
        isCrash ? 'worker-crashed' : isMemoryError(message) ? 'out-of-memory' : 'app-error',
        isCrash ? message : explainError(message),
      )
    }
  }

  const own: WorkerLife = {
    onCrash(listener) {
      listeners.add(listener)
      if (crash !== undefined) listener(crash)
    },
    close() {
      isClosed = true
      clearInterval(pingTimer)
      worker.terminate()
    },
  }
  // A Proxy instead of twenty forwarding methods: the contract stays the only list of them.
  return new Proxy(own, {
    get(target, name): unknown {
      if (typeof name !== 'string' || name === 'then') return undefined
      if (name in target) return Reflect.get(target, name)
      return (...args: unknown[]) => call(name, args)
    },
  }) as unknown as Api & WorkerLife
}

/** Functions are called across the thread, and ports move to it. */
function sendable(arg: unknown): unknown {
  if (typeof arg === 'function') return proxy(arg)
  return arg instanceof MessagePort ? transfer(arg, [arg]) : arg
}

/** False in a worker that has workers of its own: it does not sleep with its page. */
function isHidden(): boolean {
  return (globalThis as { document?: { readonly hidden: boolean } }).document?.hidden === true
}

/** After 'stopped working'. A browser that ends a thread for lack of memory gives no message. */
function causeOf({ message }: ErrorEvent): string {
  if (!message || isMemoryError(message)) return ', most likely for lack of memory'
  return ` because of an error in the app (${message})`
}

function isMemoryError(message: string): boolean {
  return /memory|allocation|invalid (array|string) length|out of bounds/i.test(message)
}

function explainError(message: string): string {
  if (isMemoryError(message)) {
    return `There was not enough memory for this (${message}). Close other documents and try again.`
  }
  return `This did not work because of an error in the app: ${message}`
}
