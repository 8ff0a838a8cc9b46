// How much is kept on this device of files that were opened before. A store of its own: it is looked
// up when it is shown, and belongs to no document.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

export interface KeptResults {
  readonly files: number
  readonly bytes: number
}

export const keptResultsStore = createStore<KeptResults>()(() => ({ files: 0, bytes: 0 }))

export function useKeptResults(): KeptResults {
  return useStore(keptResultsStore)
}
