// Transfers that the page can cancel by name, also before they have begun.

/** Cancelled before they began and remembered; far more than can wait at a time. */
const CANCELLED_LIMIT = 64

export class AbortJobs {
  readonly #cancelled = new Set<string>()
  readonly #running = new Map<string, AbortController>()

  async run<T>(jobId: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController()
    if (this.#cancelled.delete(jobId)) controller.abort()
    this.#running.set(jobId, controller)
    try {
      return await work(controller.signal)
    } finally {
      this.#running.delete(jobId)
    }
  }

  cancel(jobId: string): void {
    const controller = this.#running.get(jobId)
    if (controller) return controller.abort()
    this.#cancelled.add(jobId)
    for (const oldest of this.#cancelled) {
      if (this.#cancelled.size <= CANCELLED_LIMIT) break
      this.#cancelled.delete(oldest)
    }
  }
}
