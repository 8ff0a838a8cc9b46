// How the drawer shows lines. It is kept from line to line and over visits.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

export type LineLook = 'text' | 'formatted' | 'transcript'

export interface LineLookState {
  readonly look: LineLook
}

const KEY = 'lineproof.lineLook'

const looks: readonly LineLook[] = ['text', 'formatted', 'transcript']

/** The stored choice, or the text when there is none or storage is switched off. */
function readLook(): LineLook {
  try {
    const stored = localStorage.getItem(KEY)
    return looks.find((look) => look === stored) ?? 'text'
  } catch {
    return 'text'
  }
}

export const lineLookStore = createStore<LineLookState>(() => ({ look: readLook() }))

export function useLineLook(): LineLook {
  return useStore(lineLookStore, ({ look }) => look)
}

export function setLineLook(look: LineLook): void {
  lineLookStore.setState({ look })
  try {
    localStorage.setItem(KEY, look)
  } catch {
    // Storage is switched off: the choice holds until the page is closed.
  }
}
