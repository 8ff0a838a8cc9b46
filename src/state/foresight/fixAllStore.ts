// What the dialog of 'Fix all' shows. Loaded with its first use.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { FixCount, FixSample } from '../../contracts/foresight.ts'
import type { Progress } from '../../contracts/progress.ts'
import { type Message, verbatim } from '../../i18n/message.ts'

export interface FixAllState {
  readonly code: string
  /** The fix that comes before all others; absent: the one that is offered first. */
  readonly fixId?: string | undefined
  /** Of the cause, and of the fix. */
  readonly title: Message
  readonly fixTitle: Message
  /** Lines that have the cause, and how many of them would be fixed, as far as that is known. */
  readonly lines: number
  readonly fixed: number
  readonly isEstimate: boolean
  /** Absent while the first lines are asked. */
  readonly samples?: readonly FixSample[] | undefined
  /** Absent while all lines are asked, and where that was cancelled. */
  readonly count?: FixCount | undefined
  readonly counting?:
    | { readonly jobId: string; readonly progress?: Progress | undefined }
    | undefined
  readonly problem?: Message | undefined
}

export const fixAllStore = createStore<FixAllState>()(() => ({
  code: '',
  title: verbatim(''),
  fixTitle: verbatim(''),
  lines: 0,
  fixed: 0,
  isEstimate: false,
}))

export function useFixAll<T>(pick: (state: FixAllState) => T): T {
  return useStore(fixAllStore, pick)
}
