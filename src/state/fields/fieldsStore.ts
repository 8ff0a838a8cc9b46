// What the Fields panel shows of the active document: figures of its fields, of all lines or those of a view.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { View } from '../../contracts/documentApi.ts'
import type { FieldStatistics } from '../../contracts/fieldStatistics.ts'
import type { Progress } from '../../contracts/progress.ts'
import type { Message } from '../../i18n/message.ts'
import type { DocumentKey } from '../store.ts'

export interface FieldsState {
  readonly isOpen: boolean
  /** Of the document that was counted last, or is. */
  readonly counted: CountedFields | undefined
}

export interface CountedFields {
  readonly key: DocumentKey
  readonly view: View
  readonly jobId: string
  readonly state: 'counting' | 'done' | 'stopped' | 'failed'
  readonly progress?: Progress | undefined
  readonly figures?: FieldStatistics | undefined
  readonly problem?: Message | undefined
}

export const fieldsStore = createStore<FieldsState>()(() => ({ isOpen: false, counted: undefined }))

export function useFields<T>(pick: (fields: FieldsState) => T): T {
  return useStore(fieldsStore, pick)
}
