// What the dialog of duplicates shows. Loaded with its first use.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { DuplicateBy, DuplicateKeep, DuplicateReport } from '../../contracts/duplicates.ts'
import type { Progress } from '../../contracts/progress.ts'
import type { Message } from '../../i18n/message.ts'
import type { DocumentKey } from '../store.ts'

export interface DuplicatesState {
  /** Whose lines are compared; undefined before the first use. */
  readonly key: DocumentKey | undefined
  readonly by: DuplicateBy['kind']
  /** The fields that are chosen, as they are written. */
  readonly paths: readonly string[]
  /** Those that can be, as far as a sample of the lines tells. */
  readonly known: readonly string[]
  readonly keep: DuplicateKeep
  readonly state: 'idle' | 'finding' | 'done' | 'stopped' | 'failed'
  readonly finding?:
    | { readonly jobId: string; readonly progress?: Progress | undefined }
    | undefined
  /** Of what is chosen; absent until it is known. */
  readonly report?: DuplicateReport | undefined
  readonly problem?: Message | undefined
}

export const duplicatesStore = createStore<DuplicatesState>()(() => ({
  key: undefined,
  by: 'line',
  paths: [],
  known: [],
  keep: 'first',
  state: 'idle',
}))

export function useDuplicates<T>(pick: (state: DuplicatesState) => T): T {
  return useStore(duplicatesStore, pick)
}
