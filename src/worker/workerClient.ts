// The page's side of a worker: notices its death, and turns it into failures that callers can show.
import { type Remote, wrap } from 'comlink'
import { type FailureCode, failureOf } from '../base/failures.ts'
import { type Message, msg } from '../i18n/message.ts'
import { isMemoryError, type MethodTable, remoteCalls } from './remoteCalls.ts'

/** How often a silent worker is asked whether it is alive, in milliseconds. */
const PING_INTERVAL = 3000
/**
 * Silence after which a worker counts as dead, in milliseconds. The engine hands back control after
 * every chunk; only a single line of hundreds of megabytes keeps it busy for seconds.
 */
const PING_PATIENCE = 30_000

export interface WorkerLife {
  /** Called once, when the worker has died; every pending and later call then fails. */
  onCrash(listener: (message: Message) => void): void
  /** Ends the worker; pending calls never settle. */
  close(): void
}

/** What each worker answers beyond its contract. */
export interface Pinged {
  ping(): number
}

export interface WorkerDescription<Api> {
  /** The worker as people know it: 'The part of the page that …'. */
  readonly part: Message
  /** What to do when it has died: a sentence. */
  readonly remedy: Message
  readonly methods: MethodTable<Api>
}

/** Every method of `Api` is asked of `worker`. */
export function createWorkerClient<Api>(
  worker: Worker,
  { part, remedy, methods }: WorkerDescription<Api>,
): Api & WorkerLife {
  const remote: Remote<Pinged> = wrap<Pinged>(worker)
  const calls = remoteCalls<Api>(remote, methods, part)

  let crash: Message | undefined
  let isClosed = false
  const listeners = new Set<(message: Message) => void>()

  function handleCrash(code: FailureCode, message: Message): void {
    if (crash !== undefined || isClosed) return
    crash = message
    clearInterval(pingTimer)
    worker.terminate()
    calls.end(failureOf(code, message))
    for (const listener of listeners) listener(message)
  }

  let hasAnswered = false
  const noteAnswer = (): void => {
    hasAnswered = true
  }
  worker.addEventListener('message', noteAnswer, { once: true })

  worker.addEventListener('error', (event) => {
    event.preventDefault()
    // A file that cannot be fetched, as without a network, comes without a word, too.
    const message =
      hasAnswered || event.message
        ? crashMessage(event.message, part, remedy)
        : msg(
            '{part} did not start: it could not be loaded, most likely for lack of a connection or of memory. {remedy}',
            { part, remedy },
          )
    handleCrash('worker-crashed', message)
  })
  worker.addEventListener('messageerror', () =>
    handleCrash(
      'worker-garbled',
      msg('{part} sent what could not be read. {remedy}', { part, remedy }),
    ),
  )

  let lastSign = Date.now()
  let isPinging = false
  const pingTimer = setInterval(() => {
    // A page in the background runs its timers rarely; the silence then proves nothing.
    if (isPinging) {
      if (!isHidden() && Date.now() - lastSign > PING_PATIENCE) {
        const seconds = PING_PATIENCE / 1000
        handleCrash(
          'worker-silent',
          msg('{part} gave no answer for {seconds, number} seconds and was stopped. {remedy}', {
            part,
            seconds,
            remedy,
          }),
        )
      }
      return
    }
    isPinging = true
    lastSign = Date.now()
    const settle = (): void => {
      isPinging = false
    }
    void Promise.resolve(remote.ping()).then(settle, settle)
  }, PING_INTERVAL)

  const life: WorkerLife = {
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
  return { ...calls.api, ...life }
}

/** False in a worker that has workers of its own: it does not sleep with its page. */
function isHidden(): boolean {
  return (globalThis as { document?: { readonly hidden: boolean } }).document?.hidden === true
}

/** `error`: what the browser says, which is nothing when it ends a thread for lack of memory. */
function crashMessage(error: string, part: Message, remedy: Message): Message {
  return !error || isMemoryError(error)
    ? msg('{part} stopped working, most likely for lack of memory. {remedy}', { part, remedy })
    : msg('{part} stopped working because of an error in the app ({error}). {remedy}', {
        part,
        error,
        remedy,
      })
}
