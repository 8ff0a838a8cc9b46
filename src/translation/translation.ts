// What a translation takes and gives. Data alone: it crosses threads.
import type { Message } from '../i18n/message.ts'
import type { JsonPath } from '../json/jsonPath.ts'

/** What a line can be read as and written as. */
export interface ShapeInfo {
  readonly id: string
  readonly title: Message
  /** Id of a provider. */
  readonly provider: string
}

export interface TranslationOptions {
  /** The id of a shape. */
  readonly target: string
  /** The model of every line that is written; undefined keeps that of the source. */
  readonly model?: string
  /** The token limit where the target demands one and the source has none; 4,096 if absent. */
  readonly maxTokens?: number
}

/**
 * `attention`: the line can be sent, but somebody should look at it; `dropped`: something of the source is
 * not in the target; `changed`: it is there in another way.
 */
export type NoteSeverity = 'attention' | 'dropped' | 'changed'

/** What was not taken over as it stood. */
export interface TranslationNote {
  /** One of `noteKinds`: nothing of it comes from the file. */
  readonly code: string
  readonly severity: NoteSeverity
  readonly message: Message
  /** Where it is about in the line that was read. */
  readonly sourcePath?: JsonPath
  /** Where it is about in the line that was written. */
  readonly targetPath?: JsonPath
}

export interface NoteKind {
  readonly code: string
  readonly severity: NoteSeverity
  /** What all notes of the kind have in common, for a list with counts. */
  readonly title: Message
}

/** Why there is no line. `code` is one of a few and nothing of the file. */
export interface Refusal {
  readonly ok: false
  readonly reason: Message
  readonly code: string
}

/** A line, or why there is none. */
export type Translation =
  | { readonly ok: true; readonly line: string; readonly notes: readonly TranslationNote[] }
  | Refusal
