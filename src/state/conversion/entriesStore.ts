// The files of an archive that can be opened, while they are chosen from.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { PackedFileInfo } from '../../contracts/conversionApi.ts'
import type { DocumentKey } from '../store.ts'

export interface EntriesState {
  /** Of the archive. */
  readonly key: DocumentKey
  readonly name: string
  readonly files: readonly PackedFileInfo[]
}

export const entriesStore = createStore<EntriesState>()(() => ({ key: '', name: '', files: [] }))

export function useEntries(): EntriesState {
  return useStore(entriesStore)
}
