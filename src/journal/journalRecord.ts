// One record of a journal: a command that was carried out, and what is needed to carry it out again, also where
// the file is no longer the same.
import type { LineId, LineNumber } from '../base/units.ts'
import type { LoggedCommand } from '../contracts/loggedCommand.ts'

/** A line that a command is about, as it was before the command. */
export interface LineMark {
  readonly id: LineId
  readonly line: LineNumber
  /** SHA-256 of its bytes, without the line end; the first 128 bits in hex. */
  readonly hash: string
  /** Of its bytes, without the line end. */
  readonly bytes: number
  /** The beginning of its text, MARKED_TEXT_LIMIT code units at most. */
  readonly text: string
  /** There is more of the text. */
  readonly isCut?: true
}

/** What the document was after a command: doing it again has to come out the same. */
export interface DocumentSize {
  readonly lines: number
  /** As it would be exported whole. */
  readonly bytes: number
}

export interface CommandRecord {
  readonly command: LoggedCommand
  readonly after: DocumentSize
  /** Milliseconds since 1970. */
  readonly at: number
  /** Of commands about single lines. */
  readonly marks?: readonly LineMark[]
  /** What the first marked line became; none when it is gone. Of commands that do not say it themselves. */
  readonly texts?: readonly string[]
  /** Of commands about many lines, unless they are too many: those that came out otherwise. */
  readonly many?: readonly ManyLine[]
  /** The same of more lines, as `HashedLines` has them: known again by their hashes, and without their texts. */
  readonly hashes?: Uint8Array<ArrayBuffer>
}

/** One of many lines that a command changed. */
export interface ManyLine {
  readonly mark: LineMark
  /** The lines in its place; none when it was deleted. */
  readonly texts: readonly string[]
}

/** Code units of a line's former text that a record holds at most: enough to find it again by eye. */
export const MARKED_TEXT_LIMIT = 4096

/** The same of one of many lines. */
export const MANY_TEXT_LIMIT = 200

/** Lines that a record describes one by one at most. */
export const MARKED_LINES_LIMIT = 64
