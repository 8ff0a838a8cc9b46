// The page's side of a document's worker: starts it, turns its death into failures that callers can
// show, and lets nobody else see Comlink.
import { proxy, type Remote, transfer, wrap } from 'comlink'
import { fail } from '../base/result.ts'
import type { DocumentApi } from './documentApi.ts'

/** How often a silent worker is asked whether it is alive, in milliseconds. */
const PING_INTERVAL = 3000
/**
 * Silence after which a worker counts as dead, in milliseconds. The engine hands back control after
 * every chunk; only a single line of hundreds of megabytes keeps it busy for seconds.
 */
const PING_PATIENCE = 30_000

export interface DocumentClient extends DocumentApi {
  /**
   * Lets a pairing ask the document on the other end of `port`'s channel (PairSourceApi); an earlier
   * port is closed.
   */
  sharePairSource(port: MessagePort): Promise<void>
  /** Called once, when the worker has died; every pending and later call then fails or rejects. */
  onCrash(listener: (message: string) => void): void
  /** Ends the worker; pending calls never settle. */
  close(): void
}

const CRASH_MESSAGE =
  'The part of the page that holds this document stopped working, most likely for lack of memory. ' +
  'Open the document again: your edits are kept.'

/** What the worker answers beyond the contract. */
export interface WorkerSide extends DocumentApi {
  ping(): number
  sharePairSource(port: MessagePort): void
}

/** Methods whose answer is a Result: a dead worker is one more failure there. */
const resultMethods: ReadonlySet<string> = new Set([
  'open',
  'setFormat',
  'readRows',
  'readLine',
  'edit',
  'fixAll',
  'undo',
  'redo',
  'search',
  'exportBlob',
  'exportToFile',
  'save',
  'checkFile',
  'restore',
])

/** Starts a worker for one document. */
export function openDocumentClient(): DocumentClient {
  const worker = new Worker(new URL('./document.worker.ts', import.meta.url), { type: 'module' })
  const remote: Remote<WorkerSide> = wrap<WorkerSide>(worker)

  let crash: string | undefined
  let isClosed = false
  const listeners = new Set<(message: string) => void>()
  let reportCrash: (message: string) => void = () => {}
  const crashed = new Promise<string>((resolve) => {
    reportCrash = resolve
  })

  function handleCrash(message: string): void {
    if (crash !== undefined || isClosed) return
    crash = message
    clearInterval(pingTimer)
    worker.terminate()
    reportCrash(message)
    for (const listener of listeners) listener(message)
  }

  worker.addEventListener('error', (event) => {
    event.preventDefault()
    handleCrash(`${CRASH_MESSAGE} (${event.message || 'the worker could not start'})`)
  })
  worker.addEventListener('messageerror', () => handleCrash(CRASH_MESSAGE))

  let lastSign = Date.now()
  let isPinging = false
  const pingTimer = setInterval(() => {
    // A page in the background runs its timers rarely; the silence then proves nothing.
    if (isPinging) {
      if (!isHidden() && Date.now() - lastSign > PING_PATIENCE) handleCrash(CRASH_MESSAGE)
      return
    }
    isPinging = true
    lastSign = Date.now()
    const settle = (): void => {
      isPinging = false
    }
    void Promise.resolve(remote.ping()).then(settle, settle)
  }, PING_INTERVAL)

  async function call(name: string, args: readonly unknown[]): Promise<unknown> {
    const isResult = resultMethods.has(name)
    if (crash !== undefined) {
      if (isResult) return fail('memory', crash)
      throw new Error(crash)
    }
    const method = Reflect.get(remote, name) as (...args: unknown[]) => Promise<unknown>
    const answer = method(...args.map(sendable))
    try {
      return await Promise.race([
        answer,
        crashed.then((message) => Promise.reject(new Error(message))),
      ])
    } catch (error) {
      if (!isResult) throw error
      const message = error instanceof Error ? error.message : String(error)
      return fail(isMemoryError(message) ? 'memory' : 'refused', explainError(message))
    }
  }

  const own = {
    onCrash(listener: (message: string) => void): void {
      listeners.add(listener)
      if (crash !== undefined) listener(crash)
    },
    close(): void {
      isClosed = true
      clearInterval(pingTimer)
      worker.terminate()
    },
  }
  // A Proxy in place of twenty forwarding methods: DocumentApi stays the only list of them.
  return new Proxy(own, {
    get(target, name): unknown {
      if (typeof name !== 'string' || name === 'then') return undefined
      if (name in target) return Reflect.get(target, name)
      return (...args: unknown[]) => call(name, args)
    },
  }) as unknown as DocumentClient
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

function isMemoryError(message: string): boolean {
  return /memory|allocation|invalid (array|string) length|out of bounds/i.test(message)
}

function explainError(message: string): string {
  if (message === CRASH_MESSAGE || message.startsWith(CRASH_MESSAGE)) return message
  if (isMemoryError(message)) {
    return `There was not enough memory for this (${message}). Close other documents and try again.`
  }
  return `This did not work because of an error in the app: ${message}`
}
