// Work ahead of need that keeps a processor for a while, such as starting a worker: it would take it from what
// someone waits for, on a machine with two of them.
import { store } from './store.ts'
import { whenIdle } from './whenIdle.ts'

/** Milliseconds without input and without work after which it is done, and after which it is done in any case. */
const REST = 1000
const AT_LATEST = 10_000

const INPUT = ['pointerdown', 'keydown', 'input', 'wheel'] as const

/** Milliseconds on `performance.now()`: when something was last typed, pressed or worked at. */
let busyAt = -Infinity
let isListening = false

/**
 * Runs it once, later: when no document is read or searched, no job runs, and no hand is at the page. What is
 * returned makes sure that it does not run any more.
 */
export function whenAtRest(run: () => void): () => void {
  listen()
  let isGivenUp = false
  const startedAt = performance.now()
  // What has just ended brings the next wish.
  busyAt = startedAt
  const look = (): void => {
    const now = performance.now()
    if (isWorking()) busyAt = now
    const left = Math.min(busyAt + REST, startedAt + AT_LATEST) - now
    if (isGivenUp) return
    if (left <= 0) whenIdle(() => !isGivenUp && run())
    else setTimeout(look, left)
  }
  setTimeout(look, REST)
  return () => {
    isGivenUp = true
  }
}

function listen(): void {
  if (isListening || typeof addEventListener !== 'function') return
  isListening = true
  for (const type of INPUT) {
    addEventListener(type, () => (busyAt = performance.now()), { capture: true, passive: true })
  }
}

function isWorking(): boolean {
  const { documents, jobs } = store.getState()
  return (
    jobs.length > 0 ||
    documents.some(
      ({ facts, search }) => facts?.state === 'reading' || search.state === 'searching',
    )
  )
}
