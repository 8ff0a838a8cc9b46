// Which lines are exported, and as what: types only.
import type { View } from './documentApi.ts'

export type ExportSelection =
  | { readonly kind: 'all' }
  | { readonly kind: 'valid' }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'view'; readonly view: View }
  /** Those that are chosen when the export begins. */
  | { readonly kind: 'chosen' }

export interface ExportRequest {
  readonly jobId: string
  /** The lines; they are written in the order of the document. None gives an empty export. */
  readonly selection: ExportSelection
  /** Of one of the catalogue's exporters. */
  readonly exporterId: string
}
