// How much is kept on this device of files that were opened before. A store of its own: it is looked
// up when it is shown, and belongs to no document.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

export interface ResultCacheSize {
  readonly files: number
  readonly bytes: number
}

export const resultCacheStore = createStore<ResultCacheSize>()(() => ({ files: 0, bytes: 0 }))

export function useResultCache(): ResultCacheSize {
  return useStore(resultCacheStore)
}
