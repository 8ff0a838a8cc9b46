// What the dialog of 'Renumber ids' shows. Loaded with its first use.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { RenumberCommand } from '../../contracts/documentApi.ts'
import type { RenumberPreview } from '../../contracts/foresight.ts'
import type { Message } from '../../i18n/message.ts'

export interface RenumberState {
  readonly pattern: string
  /** As typed. */
  readonly start: string
  readonly which: RenumberCommand['which']
  /** Lines that have the id of an earlier one. */
  readonly repeated: number
  /** Of an earlier choice until that of the present one is there. */
  readonly preview?: RenumberPreview | undefined
  readonly problem?: Message | undefined
}

export const renumberStore = createStore<RenumberState>()(() => ({
  pattern: '',
  start: '1',
  which: 'all',
  repeated: 0,
}))

export function useRenumber<T>(pick: (state: RenumberState) => T): T {
  return useStore(renumberStore, pick)
}
