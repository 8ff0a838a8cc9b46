// A request of a batch in the shape of one provider becomes a request in the shape of another, line by line.
import { type Message, msg } from '../i18n/message.ts'
import type { JsonPath } from '../json/jsonPath.ts'

/** What a line can be read as and written as. */
export interface ShapeInfo {
  readonly id: string
  readonly title: Message
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
 * `attention`: the line is valid, but somebody should look at it; `dropped`: something of the source is not
 * in the target; `changed`: it is there in another way.
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

/** A line, or why there is none. */
export type Translation =
  | { readonly ok: true; readonly line: string; readonly notes: readonly TranslationNote[] }
  | { readonly ok: false; readonly reason: Message; readonly code: string }

/** What can be written, in the order to be shown. */
export const shapes: readonly ShapeInfo[] = []

/** All kinds of notes that there are. */
export const noteKinds: readonly NoteKind[] = []

/** The shape of a line that is a request; undefined for any other text. */
export function recogniseShape(_line: string): ShapeInfo | undefined {
  return undefined
}

/** Never throws. The line that is written has no line break. */
export function translateLine(_line: string, _options: TranslationOptions): Translation {
  return { ok: false, code: 'no-request', reason: msg('The line is not a request of a known shape.') }
}
