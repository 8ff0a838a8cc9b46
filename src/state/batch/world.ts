// What running batches needs of the browser beside the API: what is kept, which tab may do what, whether
// there is a network and anyone who looks.
import { type RunBook, runBook } from './storedRuns.ts'
import { openTabLocks, type TabLocks } from './tabLocks.ts'

export interface PageWorld {
  readonly book: RunBook
  readonly locks: TabLocks
  readonly isOnline: () => boolean
  readonly isVisible: () => boolean
  /** From 0 to 1. */
  readonly random: () => number
}

let world: PageWorld | undefined

/** @internal For tests: another one; undefined for that of the browser. */
export function livePageIn(other: PageWorld | undefined): void {
  world = other
}

export function pageWorld(): PageWorld {
  world ??= {
    book: runBook,
    locks: openTabLocks(),
    isOnline: () => navigator.onLine,
    isVisible: () => document.visibilityState !== 'hidden',
    random: Math.random,
  }
  return world
}
