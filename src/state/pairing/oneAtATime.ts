// Work that only its latest result matters of.

/**
 * Calls while the work runs lead to one more run after it, so that it neither piles up nor starves
 * when it is asked for more often than it can be done. Resolves when the runs are over.
 */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let isWantedAgain = false

  async function run(): Promise<void> {
    do {
      isWantedAgain = false
      await work()
    } while (isWantedAgain)
  }

  return () => {
    if (running) isWantedAgain = true
    else {
      running = run().finally(() => {
        running = undefined
      })
    }
    return running
  }
}
