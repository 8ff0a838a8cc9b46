// What the dialog of 'Convert to another provider' shows. Loaded with its first use.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { TranslationPreview } from '../../contracts/translationApi.ts'
import type { RunningConversion } from './dialogJob.ts'

export interface TranslationState extends RunningConversion {
  /** Of the document, as it may be shown. */
  readonly name: string
  /** Bytes of it. */
  readonly size: number
  /** Edits of the document are converted with it. */
  readonly isEdited: boolean
  /** The id of a shape; absent until it was chosen. */
  readonly target?: string | undefined
  /** As typed; empty: as the requests have it. */
  readonly model: string
  /** As typed; empty: what the target usually gets. */
  readonly maxTokens: string
  /** Some request needs a token limit: what was typed is asked for until the dialog is closed. */
  readonly asksTokenLimit: boolean
  /** Of an earlier choice until that of the present one is there. */
  readonly preview?: TranslationPreview | undefined
  readonly isPreviewing: boolean
}

export const translationStore = createStore<TranslationState>()(() => ({
  name: '',
  size: 0,
  isEdited: false,
  model: '',
  maxTokens: '',
  asksTokenLimit: false,
  isPreviewing: false,
}))

export function useTranslation<T>(pick: (state: TranslationState) => T): T {
  return useStore(translationStore, pick)
}
