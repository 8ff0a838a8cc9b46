// A change of a document, as the page remembers it.
import type { LineSetBytes, ManyCommand } from './chosenLines.ts'
import type { EditCommand } from './documentApi.ts'

/**
 * What the page remembers of everything that changed the document, in order. In its memory: edits survive a
 * worker that died, not a page that was closed.
 */
export type LoggedCommand =
  | { readonly kind: 'edit'; readonly command: EditCommand }
  | { readonly kind: 'editMany'; readonly command: ManyCommand }
  | FixAllCommand
  | { readonly kind: 'setFormat'; readonly formatId: string }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }

export interface FixAllCommand {
  readonly kind: 'fixAll'
  readonly code: string
  readonly fixId?: string | undefined
  /** These alone, where not all that have the cause are meant. */
  readonly lines?: LineSetBytes
}
