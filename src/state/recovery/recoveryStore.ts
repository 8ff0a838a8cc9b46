// Unsaved edits of earlier visits that are kept on this device, as the page shows them. A store of its own: they
// belong to no open document.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** A journal that no page uses. */
export interface KeptEdits {
  readonly id: string
  /** Of the file that was edited. */
  readonly name: string
  /** Of that file, in bytes. */
  readonly size: number
  readonly lastModified: number
  readonly fingerprint: string
  /** Edits between the file and what it had become. */
  readonly edits: number
  /** Lines in which text was typed and not applied. */
  readonly drafts: number
  /** Of the last of them, in milliseconds since 1970. */
  readonly at: number
  /** What is kept takes. */
  readonly bytes: number
  /** Records that are damaged. */
  readonly lost: number
  /** The limit was reached: edits after that are not here. */
  readonly isFull: boolean
  /** False of what another version of the app left, and of what is damaged at its beginning: it has no name then. */
  readonly isReadable: boolean
  /** The browser can open the file again without asking where it is. */
  readonly hasHandle: boolean
}

export interface RecoveryState {
  /** Newest first; absent until it was looked. */
  readonly kept?: readonly KeptEdits[] | undefined
  /** Edits are kept; switched off by the user otherwise. */
  readonly isOn: boolean
}

export const recoveryStore = createStore<RecoveryState>()(() => ({ isOn: true }))

export function useRecovery<T>(select: (state: RecoveryState) => T): T {
  return useStore(recoveryStore, select)
}
