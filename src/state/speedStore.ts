// What 'Measure speed' has measured. A store of its own, loaded with that page alone; what was
// measured is there until the app is closed, also when the page is not.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { BENCH_CASES } from '../benchmark/benchCases.ts'
import { type CaseProgress, ROUNDS } from '../benchmark/caseProgress.ts'
import type { Message } from '../i18n/message.ts'

export interface MeasuredCase {
  readonly id: string
  readonly title: Message
  /** Absent until its turn comes. */
  readonly progress?: CaseProgress
}

export interface SpeedState {
  /** `stopped` by the user, `failed` for a reason. */
  readonly state: 'idle' | 'running' | 'done' | 'stopped' | 'failed'
  /** Bytes of each file, about, as chosen for the run that is shown. */
  readonly fileBytes: number
  readonly cases: readonly MeasuredCase[]
  /** Why it failed, and what to do. */
  readonly problem?: Message | undefined
}

/** Each time is measured so often, and the best counts. */
export { ROUNDS }

/** Bytes a file. */
export const SPEED_SIZES: readonly number[] = [8_000_000, 32_000_000, 128_000_000, 512_000_000]

/** Large enough that starting counts for little, and done while one watches. */
const DEFAULT_SIZE = 32_000_000

export const newCases: readonly MeasuredCase[] = BENCH_CASES.map(({ id, title }) => ({ id, title }))

export const speedStore = createStore<SpeedState>()(() => ({
  state: 'idle',
  fileBytes: DEFAULT_SIZE,
  cases: newCases,
}))

export function useSpeed(): SpeedState {
  return useStore(speedStore)
}
