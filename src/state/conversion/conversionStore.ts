// What the dialog of a conversion shows. Loaded with its first use.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type {
  ConversionChoice,
  ConversionPreview,
  Inspection,
} from '../../contracts/conversionApi.ts'
import type { RunningConversion } from './dialogJob.ts'

export interface ConversionState extends RunningConversion {
  /** Of the file that is converted, as it may be shown. */
  readonly name: string
  /** Bytes of it, or of the container that it is in. */
  readonly size: number
  /** What is converted is in a container and can be opened unpacked instead, too. */
  readonly isPacked: boolean
  /** The document is lines already; what it becomes has another shape. */
  readonly isOfLines: boolean
  /** Edits of the document are converted with it. */
  readonly isEdited: boolean
  /** Edits of the document are not: the file on the disk is in another encoding than they are. */
  readonly leavesEdits: boolean
  /** Absent until the head of the file was looked at. */
  readonly inspection?: Inspection | undefined
  readonly choice?: ConversionChoice | undefined
  /** Of an earlier choice until that of the present one is there. */
  readonly preview?: ConversionPreview | undefined
  readonly isPreviewing: boolean
}

export const conversionStore = createStore<ConversionState>()(() => ({
  name: '',
  size: 0,
  isPacked: false,
  isOfLines: false,
  isEdited: false,
  leavesEdits: false,
  isPreviewing: false,
}))

export function useConversion<T>(pick: (state: ConversionState) => T): T {
  return useStore(conversionStore, pick)
}
