// What documents were converted from, so that what was left out can be shown there. The file is held by
// reference alone, as long as the document that was made of it is open.
import type { ConversionChoice } from '../../contracts/conversionApi.ts'
import { documentSlot } from '../documentScope.ts'
import type { DocumentKey } from '../store.ts'

export interface Origin {
  /** The document that shows the file; it may be closed meanwhile. */
  readonly key: DocumentKey
  readonly file: Blob
  readonly choice: ConversionChoice
}

/** By the document that was made. */
export const origins = documentSlot<{ origin?: Origin }>(() => ({}))
