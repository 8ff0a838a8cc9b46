// What the reference knows of a code. Its title and its place in a line are the finding's.
import type { Message } from '../i18n/message.ts'

/** Where it is written, or how it was found out. */
export interface Source {
  readonly name: Message
  /** Absent where somebody tried it. */
  readonly url?: string
  /** ISO 8601, as exactly as it is known: '2026-11', '2026-11-26'. Of documentation, when it was read. */
  readonly date: string
}

export interface CodeEntry {
  /** What is so, in one or two sentences. */
  readonly meaning: Message
  /** What happens to whoever leaves it. */
  readonly matters: Message
  /** What to do, as an imperative. */
  readonly remedy: Message
  readonly source: Source
}

/**
 * By code, or by its beginning with a trailing * for any rest: `missing:*`. An entry that is a function is given
 * that rest, such as `body.model`.
 */
export type CodeEntries = Readonly<Record<string, CodeEntry | ((place: string) => CodeEntry)>>
