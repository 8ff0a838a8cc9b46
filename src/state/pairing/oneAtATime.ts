// Work that only its latest result matters of.

export interface OneAtATime {
  /** Resolves when the runs are over. */
  (): Promise<void>
  /** A run that will never end is waited for no longer. */
  readonly forget: () => void
}

/**
 * Calls while the work runs lead to one more run after it, so that it neither piles up nor starves
 * when it is asked for more often than it can be done.
 */
export function oneAtATime(work: () => Promise<void>): OneAtATime {
  let running: Promise<void> | undefined
  let isWantedAgain = false
  let turn = 0

  async function run(thisTurn: number): Promise<void> {
    try {
      do {
        isWantedAgain = false
        await work()
      } while (isWantedAgain && thisTurn === turn)
    } finally {
      if (thisTurn === turn) running = undefined
    }
  }

  function ask(): Promise<void> {
    if (running) isWantedAgain = true
    else running = run(turn)
    return running
  }

  function forget(): void {
    turn += 1
    running = undefined
  }

  return Object.assign(ask, { forget })
}
