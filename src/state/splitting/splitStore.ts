// What the dialog of 'Split into valid files' shows. Loaded with its first use.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { PartLimits } from '../../contracts/batchParts.ts'
import type { Progress } from '../../contracts/progress.ts'
import type { SplitPlan } from '../../contracts/splitFiles.ts'
import type { Message } from '../../i18n/message.ts'

export interface SplitState {
  /** Of the document, as it may be shown. */
  readonly name: string
  /** Lines with an error. */
  readonly invalid: number
  /** What a batch may hold. */
  readonly limits: PartLimits
  readonly selection: 'all' | 'valid'
  /** Requests in a file at most, as typed; empty: as many as a batch may hold. */
  readonly requests: string
  /** Absent while the lines are looked through, and when that failed. */
  readonly plan?: SplitPlan | undefined
  /** What is going on, and its job. */
  readonly running?:
    | {
        readonly what: 'planning' | 'writing' | 'packing'
        readonly jobId: string
        readonly progress?: Progress | undefined
      }
    | undefined
  readonly problem?: Message | undefined
}

export const splitStore = createStore<SplitState>()(() => ({
  name: '',
  invalid: 0,
  limits: { lines: 1, bytes: 1 },
  selection: 'valid',
  requests: '',
}))

export function useSplit<T>(pick: (state: SplitState) => T): T {
  return useStore(splitStore, pick)
}
