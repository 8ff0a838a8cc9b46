// Whether a media query holds now.
import { useSyncExternalStore } from 'react'

/** Where the side panel lies over the table, and where the drawer covers it: as in the style sheets. */
export const NARROW = '(max-width: 899px)'
export const ONE_COLUMN = '(max-width: 599px)'

const lists = new Map<string, MediaQueryList>()

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = listOf(query)
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    () => listOf(query).matches,
  )
}

function listOf(query: string): MediaQueryList {
  const list = lists.get(query) ?? window.matchMedia(query)
  lists.set(query, list)
  return list
}
