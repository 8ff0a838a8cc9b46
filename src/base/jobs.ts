// Long work that can be cancelled from the page: it names a job, and looks between chunks whether
// someone has cancelled it.

/** Thrown inside a job to leave it; caught where the job began. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled')
    this.name = 'Cancelled'
  }
}

export interface Job {
  readonly isCancelled: boolean
  /** Throws `Cancelled` when it was. */
  check(): void
}

/** For work that is part of a change and is done to its end. */
export const neverCancelled: Job = { isCancelled: false, check: () => {} }

/** Jobs cancelled before they began that are remembered; far more than can wait at a time. */
const CANCELLED_LIMIT = 64

export class Jobs {
  /** Oldest first. Ids of jobs that had ended are among them: nothing tells them apart. */
  readonly #cancelled = new Set<string>()
  readonly #running = new Map<string, { isCancelled: boolean }>()

  /** Runs `work` as the job `jobId`. */
  async run<T>(jobId: string, work: (job: Job) => Promise<T>): Promise<T> {
    const state = { isCancelled: this.#cancelled.delete(jobId) }
    this.#running.set(jobId, state)
    const job: Job = {
      get isCancelled() {
        return state.isCancelled
      },
      check() {
        if (state.isCancelled) throw new Cancelled()
      },
    }
    try {
      return await work(job)
    } finally {
      this.#running.delete(jobId)
    }
  }

  /** Cancelling before the job has begun counts too; afterwards it has no effect. */
  cancel(jobId: string): void {
    const state = this.#running.get(jobId)
    if (state) {
      state.isCancelled = true
      return
    }
    this.#cancelled.add(jobId)
    for (const oldest of this.#cancelled) {
      if (this.#cancelled.size <= CANCELLED_LIMIT) break
      this.#cancelled.delete(oldest)
    }
  }
}

/** Milliseconds that work may keep the thread before messages of the page are served. */
const TIME_SLICE = 12

/** Lets waiting messages of the page be served before the work goes on. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    channel.port2.postMessage(undefined)
  })
}

const waiting: (() => void)[] = []
const channel = new MessageChannel()
channel.port1.onmessage = () => waiting.shift()?.()

/** A clock that says when it is time to `breathe`. */
export class TimeSlice {
  #from = performance.now()

  get isOver(): boolean {
    return performance.now() - this.#from > TIME_SLICE
  }

  /** Serves the page and begins the next slice. */
  async breathe(): Promise<void> {
    await breathe()
    this.#from = performance.now()
  }
}
