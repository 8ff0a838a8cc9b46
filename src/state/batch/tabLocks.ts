// What only one tab may do at a time. The browser's own locks, which end with the tab that holds them;
// where there are none (pages that came over plain http, old browsers), a note in local storage that
// its tab renews.

export interface TabLocks {
  /** Does the work when no other tab, and nothing else here, does work of that name. */
  readonly hold: <T>(name: string, work: () => Promise<T>) => Promise<T>
  /** Does the work if that is now; undefined otherwise. */
  readonly holdIfFree: <T>(name: string, work: () => Promise<T>) => Promise<T | undefined>
}

const PREFIX = 'lineproof.lock.'

function locksOfBrowser(locks: LockManager): TabLocks {
  return {
    hold: (name, work) => locks.request(PREFIX + name, work),
    holdIfFree: (name, work) =>
      locks.request(PREFIX + name, { ifAvailable: true }, (lock) => (lock ? work() : undefined)),
  }
}

/**
 * Milliseconds after which a note counts as left behind. A tab in the background runs its timers once a
 * minute (developer.chrome.com/blog/timer-throttling-in-chrome-88).
 */
const STALE_MS = 90_000
const RENEW_MS = 5_000

/** Milliseconds until a note is believed: another tab may have written its own in the same moment. */
const SETTLE_MS = 150

/** Milliseconds between two looks whether a lock is free. */
const LOOK_MS = 500

export interface NoteEnvironment {
  /** Undefined where nothing is kept; there are no other tabs to agree with then. */
  readonly storage: () => Storage | undefined
  readonly now: () => number
  readonly wait: (ms: number) => Promise<void>
  /** Of this tab. */
  readonly owner: string
}

/** Locks by notes. Two tabs that see each other's writes never hold one together. */
function locksByNotes({ storage, now, wait, owner }: NoteEnvironment): TabLocks {
  const heldHere = new Map<string, Promise<unknown>>()

  function notes(): Storage | undefined {
    try {
      return storage()
    } catch {
      return undefined
    }
  }

  function isFree(name: string): boolean {
    const [holder, until] =
      notes()
        ?.getItem(PREFIX + name)
        ?.split(' ') ?? []
    return holder === undefined || holder === owner || !(Number(until) > now())
  }

  function isOurs(name: string): boolean {
    return (
      notes()
        ?.getItem(PREFIX + name)
        ?.startsWith(`${owner} `) === true
    )
  }

  /** False where nothing can be written: then there is nothing that other tabs could read, either. */
  function renew(name: string): boolean {
    try {
      const opened = notes()
      opened?.setItem(PREFIX + name, `${owner} ${now() + STALE_MS}`)
      return opened !== undefined
    } catch {
      return false
    }
  }

  async function take(name: string): Promise<boolean> {
    if (!isFree(name)) return false
    if (!renew(name)) return true
    await wait(SETTLE_MS)
    return isOurs(name)
  }

  async function workHeld<T>(name: string, work: () => Promise<T>): Promise<T> {
    const timer = setInterval(() => {
      if (isOurs(name)) renew(name)
    }, RENEW_MS)
    try {
      return await work()
    } finally {
      clearInterval(timer)
      if (isOurs(name)) notes()?.removeItem(PREFIX + name)
    }
  }

  /** After whatever this tab does under that name already. */
  function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = heldHere.get(name) ?? Promise.resolve()
    const done = before.then(work)
    const settled = done.then(
      () => {},
      () => {},
    )
    heldHere.set(name, settled)
    void settled.then(() => {
      if (heldHere.get(name) === settled) heldHere.delete(name)
    })
    return done
  }

  return {
    hold: (name, work) =>
      inTurn(name, async () => {
        while (!(await take(name))) await wait(LOOK_MS)
        return workHeld(name, work)
      }),
    async holdIfFree(name, work) {
      if (heldHere.has(name) || !isFree(name)) return undefined
      return inTurn(name, async () => ((await take(name)) ? workHeld(name, work) : undefined))
    },
  }
}

/** Of this browser. */
export function openTabLocks(): TabLocks {
  // Absent on pages that came over plain http.
  const { locks } = navigator as { readonly locks?: LockManager }
  if (locks) return locksOfBrowser(locks)
  return locksByNotes({
    storage: () => localStorage,
    now: Date.now,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    owner: crypto.randomUUID?.() ?? String(Math.random()),
  })
}
