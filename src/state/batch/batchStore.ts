// What the panel knows: how it reaches the API, what would be sent, and the batches that run. The key is
// in none of this: it lives in `apiKey.ts` alone. What of it outlives the page is in `storedRuns.ts`.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Batch, RemoteFile } from '../../batch/batchObject.ts'
import type { ConnectionCheck, ModelInfo, TryAnswer } from '../../contracts/batchApi.ts'
import type { Progress } from '../../contracts/progress.ts'
import type { LineId, LineNumber } from '../../base/units.ts'
import type { Message } from '../../i18n/message.ts'
import type { DocumentKey } from '../store.ts'
import type { ModelUse } from './modelUse.ts'

/** The five steps, in the order in which they are done; any can be looked at. */
export type Step = 'connect' | 'check' | 'try' | 'send' | 'follow'

/** Of the API, without the key. */
export interface AccessSettings {
  readonly baseUrl: string
  readonly organization: string
  readonly project: string
  /** Whether there is a key in memory. */
  readonly hasKey: boolean
  /** In this tab's session storage. Off until the user ticks it. */
  readonly remembersKey: boolean
}

/** What a run is made of, as it stands now. */
export interface Estimate {
  readonly state: 'none' | 'counting' | 'done' | 'failed'
  readonly progress?: Progress | undefined
  readonly problem?: Message | undefined
  readonly requests: number
  readonly bytes: number
  /** Tokens of all prompts, with the ± of 95 % where they are sampled. */
  readonly promptTokens?: number | undefined
  readonly plusMinus?: number | undefined
  /** USD; `high` where every answer is as long as it may be, undefined where a request states no limit. */
  readonly batchCost?: { readonly low: number; readonly high: number | undefined } | undefined
  readonly standardCost?: { readonly low: number; readonly high: number | undefined } | undefined
  /** Of the table of prices, YYYY-MM-DD. */
  readonly pricesOf?: string | undefined
  /** Known once the lines were read; most requests first. */
  readonly models?: readonly ModelUse[] | undefined
  readonly notes: readonly Message[]
}

export interface Trial {
  readonly line: number
  readonly customId: string | undefined
  readonly state: 'sending' | 'done' | 'failed'
  readonly answer?: TryAnswer | undefined
  readonly problem?: Message | undefined
}

/** What the API says is wrong with a line of a part, or with all of it. */
export interface PartProblem {
  readonly message: Message
  /** The line of our document; undefined while that is not open, or the line is gone. */
  readonly place?: { readonly id: LineId; readonly line: LineNumber } | undefined
  /** 1-based line of the file that was uploaded. */
  readonly partLine?: number | undefined
  /** Such as `body.model`. */
  readonly param?: string | undefined
}

/** A part of a file that becomes a batch of its own. */
export interface RunPart {
  /** From 0. */
  readonly index: number
  readonly state: 'waiting' | 'uploading' | 'starting' | 'unknown' | 'running' | 'ended' | 'stopped'
  readonly requests: number
  readonly bytes: number
  /** Where the parts of its run have several. */
  readonly endpoint?: string | undefined
  readonly progress?: Progress | undefined
  readonly file?: RemoteFile | undefined
  readonly batch?: Batch | undefined
  /** Milliseconds by which this computer's clock is ahead of the API's, where that matters; or behind. */
  readonly clockAhead?: number | undefined
  /** Why it waits, or what went wrong. */
  readonly note?: Message | undefined
  /** Of `errors.data`, with our lines. */
  readonly problems?: readonly PartProblem[] | undefined
  /** Results that are open as documents. */
  readonly results: readonly DocumentKey[]
}

/** What was sent together: one file, in as many batches as its limits need. */
export interface Run {
  /** Made here; also the `lineproof_run` of the metadata of its batches. */
  readonly id: string
  readonly fileName: string
  readonly endpoint: string
  readonly baseUrl: string
  /** Milliseconds since 1970. */
  readonly startedAt: number
  /** Undefined once the document is closed, or after a reload. */
  readonly documentKey?: DocumentKey | undefined
  /** It was sent without a key. */
  readonly isKeyless?: true | undefined
  /** The run whose failed requests it sends again. */
  readonly retryOf?: string | undefined
  readonly parts: readonly RunPart[]
}

/** What the user goes on in spite of. */
export interface Insistence {
  /** The connection was not checked, or its check failed. */
  readonly connection: boolean
  /** The API would refuse lines. */
  readonly lines: boolean
}

export interface BatchState {
  readonly isOpen: boolean
  readonly step: Step
  readonly access: AccessSettings
  readonly checks: readonly ConnectionCheck[]
  readonly isChecking: boolean
  readonly insists: Insistence
  /** What the API offers. */
  readonly models: readonly ModelInfo[] | undefined
  /** Why that is not known although it was asked. */
  readonly modelsProblem?: Message | undefined
  readonly estimate: Estimate
  readonly trials: readonly Trial[]
  /** Newest first. */
  readonly runs: readonly Run[]
  /** Batches of the account that were not started here, as far as they were asked for. */
  readonly others: {
    readonly state: 'none' | 'loading' | 'done' | 'failed'
    readonly batches: readonly Batch[]
    readonly after?: string | undefined
    readonly problem?: Message | undefined
  }
  /** Why following stands still: no network, the tab is hidden, no key. */
  readonly paused?: 'offline' | 'hidden' | 'no-key' | undefined
  readonly problem?: Message | undefined
}

export const newBatchState: BatchState = {
  isOpen: false,
  step: 'connect',
  access: {
    baseUrl: 'https://api.openai.com/v1',
    organization: '',
    project: '',
    hasKey: false,
    remembersKey: false,
  },
  checks: [],
  isChecking: false,
  insists: { connection: false, lines: false },
  models: undefined,
  estimate: { state: 'none', requests: 0, bytes: 0, notes: [] },
  trials: [],
  runs: [],
  others: { state: 'none', batches: [] },
}

export const batchStore = createStore<BatchState>()(() => newBatchState)

export function useBatch<T>(selector: (state: BatchState) => T): T {
  return useStore(batchStore, selector)
}
