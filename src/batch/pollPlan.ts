// When the API is asked again how batches are. They take minutes to a day, so questions become rare; what
// happens in the page (it is shown again, the network is back) asks at once and begins anew.

/** Milliseconds between the first two questions, and the most that there ever are between two. */
const FIRST_MS = 5_000
const LONGEST_MS = 60_000

/** Each wait is so many times the one before. */
const GROWTH = 1.5

/** Part of a wait by which it is longer or shorter: tabs that were opened together ask apart. */
const JITTER = 0.15

/**
 * Milliseconds to wait. `turn`: questions since something happened, from 0. `random`: from 0 to 1.
 * `leastMs`: what a server asked for, or a failure makes wise.
 */
export function pollDelay(turn: number, random: number, leastMs = 0): number {
  const grown = FIRST_MS * GROWTH ** Math.min(turn, 20)
  const jittered = Math.min(grown, LONGEST_MS) * (1 - JITTER + 2 * JITTER * random)
  return Math.max(leastMs, Math.min(LONGEST_MS, Math.max(FIRST_MS, jittered)))
}

/** What is known when it is time to ask. */
export interface PollSituation {
  /** Batches that have not ended, as far as is known. */
  readonly running: number
  /** Parts that are started by themselves when it is their turn: only an open page can. */
  readonly waiting: number
  readonly isOnline: boolean
  readonly isVisible: boolean
  /** There is a key, or a server that wants none. */
  readonly mayAsk: boolean
}

/**
 * Whether to ask now, and otherwise what it stands still for; `ended`: there is nothing to ask about. A tab that
 * nobody sees asks nothing, unless a part waits there for its turn.
 */
export function pollState({
  running,
  waiting,
  isOnline,
  isVisible,
  mayAsk,
}: PollSituation): 'ask' | 'ended' | 'no-key' | 'offline' | 'hidden' {
  if (running + waiting === 0) return 'ended'
  if (!mayAsk) return 'no-key'
  if (!isOnline) return 'offline'
  return isVisible || waiting > 0 ? 'ask' : 'hidden'
}

/** The wait of a tab that asks although nobody sees it. */
export const HIDDEN_POLL_MS = LONGEST_MS
