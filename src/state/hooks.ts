// How components read the store.
import { useStore } from 'zustand'
import { type AppState, type DocumentTab, store } from './store.ts'

/** The part of the state that a selector picks; it must return the same object for the same state. */
export function useApp<T>(selector: (state: AppState) => T): T {
  return useStore(store, selector)
}

/** The document of the selected tab; undefined on the empty screen. */
export function useActiveDocument(): DocumentTab | undefined {
  return useStore(store, activeOf)
}

/**
 * What `pick` takes from the document of the selected tab; undefined on the empty screen. The
 * component is drawn again only when that is another value.
 */
export function useActive<T>(pick: (tab: DocumentTab) => T): T | undefined {
  return useStore(store, (state) => {
    const tab = activeOf(state)
    return tab && pick(tab)
  })
}

function activeOf(state: AppState): DocumentTab | undefined {
  return state.documents.find((tab) => tab.key === state.activeKey)
}
