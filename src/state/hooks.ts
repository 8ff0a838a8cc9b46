// How components read the store.
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { type AppState, blankDocument, type DocumentKey, type DocumentTab, store } from './store.ts'

/** The part of the state that a selector picks; it must return the same object for the same state. */
export function useApp<T>(selector: (state: AppState) => T): T {
  return useStore(store, selector)
}

/** The document of the selected tab; undefined on the empty screen. */
export function useActiveDocument(): DocumentTab | undefined {
  return useStore(store, activeOf)
}

/**
 * What `pick` takes from the document of the selected tab, or from a blank one on the empty screen.
 * The component is rendered again only when that is another value.
 */
export function useActive<T>(pick: (tab: DocumentTab) => T): T {
  return useStore(store, (state) => pick(activeOf(state) ?? blankDocument))
}

/** The open documents, in the order of their tabs; the same list until one is opened or closed. */
export function useDocumentKeys(): readonly DocumentKey[] {
  return useStore(
    store,
    useShallow((state) => state.documents.map((tab) => tab.key)),
  )
}

/** What `pick` takes from a document, or from a blank one once it is closed. */
export function useDocument<T>(key: DocumentKey, pick: (tab: DocumentTab) => T): T {
  return useStore(store, ({ documents }) =>
    pick(documents.find((tab) => tab.key === key) ?? blankDocument),
  )
}

function activeOf(state: AppState): DocumentTab | undefined {
  return state.documents.find((tab) => tab.key === state.activeKey)
}
