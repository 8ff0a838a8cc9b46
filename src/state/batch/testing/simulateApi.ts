// A world in which an API, a network and tabs can be seen to do anything, on a clock of its own: requests that
// arrive late or never, answers that are lost, tabs that are closed at any moment. For tests.
import { fail, ok, type Result } from '../../../base/result.ts'
import type { Batch } from '../../../batch/batchObject.ts'
import type { BatchPage, BatchRequest } from '../../../contracts/batchApi.ts'
import { msg } from '../../../i18n/message.ts'
import type { StartWorld } from '../startPart.ts'
import { createRunBook } from '../storedRuns.ts'
import type { TabLocks } from '../tabLocks.ts'

/** What becomes of the next request that starts a batch. */
export interface StartFate {
  /** Milliseconds until the API has it; undefined: it never does. */
  readonly arrivesAfter: number | undefined
  readonly answer: 'yes' | 'lost' | 'busy' | 'full'
  /** Milliseconds until the answer, or the lack of one, is known. */
  readonly answersAfter: number
  /** The batch fails since there are too many tokens in the queue. */
  readonly isFull: boolean
}

export const SMOOTH: StartFate = {
  arrivesAfter: 10,
  answer: 'yes',
  answersAfter: 20,
  isFull: false,
}

export function memoryStorage(): Storage {
  const entries = new Map<string, string>()
  return {
    get length() {
      return entries.size
    },
    key: (at) => [...entries.keys()][at] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  }
}

export class Clock {
  #now = 1_000_000
  #events: { readonly at: number; readonly run: () => void }[] = []

  now = (): number => this.#now

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#events.push({ at: this.#now + ms, run: resolve })
    })
  }

  /** Lets happen what happens until then. */
  async runUntil(end: number): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve))
      const next = Math.min(...this.#events.map(({ at }) => at))
      if (next > end) break
      this.#now = Math.max(this.#now, next)
      const due = this.#events.filter(({ at }) => at === next)
      this.#events = this.#events.filter(({ at }) => at !== next)
      for (const { run } of due) run()
    }
    this.#now = Math.max(this.#now, end)
  }
}

/** An API with its network. */
export class SimulatedApi {
  readonly batches: Batch[] = []
  readonly #clock: Clock
  readonly #fates: StartFate[]
  /** Whether a look into the list fails. */
  readonly #listFails: () => boolean
  /** The API forgets metadata. */
  readonly #isForgetful: boolean

  constructor(
    clock: Clock,
    fates: readonly StartFate[],
    listFails: () => boolean,
    isForgetful = false,
  ) {
    this.#clock = clock
    this.#fates = [...fates]
    this.#listFails = listFails
    this.#isForgetful = isForgetful
  }

  async createBatch(request: BatchRequest): Promise<Result<Batch>> {
    const fate = this.#fates.shift() ?? SMOOTH
    const isRefused = fate.answer === 'busy' || fate.answer === 'full'
    if (fate.arrivesAfter !== undefined && !isRefused) {
      void this.#clock.wait(fate.arrivesAfter).then(() => this.#make(request, fate.isFull))
    }
    await this.#clock.wait(fate.answersAfter)
    if (isRefused) {
      return fail(fate.answer === 'busy' ? 'api-rate-limit' : 'api-queue-full', msg('Later.'))
    }
    const made = this.batches.findLast(({ inputFileId }) => inputFileId === request.inputFileId)
    const hasArrived = fate.arrivesAfter !== undefined && fate.arrivesAfter < fate.answersAfter
    if (fate.answer === 'yes' && hasArrived && made) return ok(made)
    return fail('api-outcome-unknown', msg('Nobody knows.'))
  }

  async list(): Promise<Result<BatchPage>> {
    await this.#clock.wait(30)
    if (this.#listFails()) return fail('api-server', msg('It failed.'))
    return ok({ batches: this.batches.toReversed(), after: undefined })
  }

  #make(request: BatchRequest, isFull: boolean): void {
    const seconds = Math.floor(this.#clock.now() / 1000)
    this.batches.push({
      id: `batch_${this.batches.length + 1}`,
      status: isFull ? 'failed' : 'in_progress',
      endpoint: request.endpoint,
      model: undefined,
      inputFileId: request.inputFileId,
      outputFileId: undefined,
      errorFileId: undefined,
      errors: isFull
        ? [{ code: 'token_limit_exceeded', message: 'Full.', line: undefined, param: undefined }]
        : [],
      counts: { total: 1, completed: 0, failed: 0 },
      createdAt: seconds,
      inProgressAt: undefined,
      expiresAt: undefined,
      endedAt: isFull ? seconds : undefined,
      metadata: this.#isForgetful ? {} : request.metadata,
    })
  }
}

interface Waiting {
  readonly tab: object
  readonly grant: () => void
}

/** Locks of a browser: they end with the tab that holds them. */
export class SimulatedLocks {
  readonly #queues = new Map<string, Waiting[]>()

  /** `tab`: dead once it is in `dead`. */
  of(tab: object): TabLocks {
    const hold = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
      const queue = this.#queues.get(name) ?? []
      this.#queues.set(name, queue)
      await new Promise<void>((resolve) => {
        queue.push({ tab, grant: resolve })
        if (queue.length === 1) resolve()
      })
      try {
        return await work()
      } finally {
        this.#leave(name, queue[0])
      }
    }
    return {
      hold,
      holdIfFree: async (name, work) =>
        (this.#queues.get(name) ?? []).length > 0 ? undefined : hold(name, work),
    }
  }

  close(tab: object): void {
    for (const [name, queue] of this.#queues) {
      for (const waiting of queue.filter((each) => each.tab === tab)) this.#leave(name, waiting)
    }
  }

  #leave(name: string, waiting: Waiting | undefined): void {
    const queue = this.#queues.get(name) ?? []
    const at = waiting ? queue.indexOf(waiting) : -1
    if (at < 0) return
    queue.splice(at, 1)
    if (at === 0) queue[0]?.grant()
  }
}

/** What a tab starts batches with; once it is closed nothing that it asked for is answered. */
export class SimulatedTab {
  isClosed = false
  readonly world: StartWorld
  readonly #locks: SimulatedLocks

  constructor(clock: Clock, api: SimulatedApi, locks: SimulatedLocks, storage: Storage) {
    this.#locks = locks
    const alive = async <T>(work: Promise<T>): Promise<T> => {
      const value = await work
      return this.isClosed ? new Promise<T>(() => {}) : value
    }
    const own = locks.of(this)
    this.world = {
      book: createRunBook(() => storage),
      locks: { hold: (name, work) => alive(own.hold(name, work)), holdIfFree: own.holdIfFree },
      api: {
        createBatch: (request) => alive(api.createBatch(request)),
        batches: () => alive(api.list()),
      },
      now: clock.now,
      onChange: () => {},
    }
  }

  close(): void {
    this.isClosed = true
    this.#locks.close(this)
  }
}
