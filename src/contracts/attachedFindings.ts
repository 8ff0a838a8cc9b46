// Findings that come with a file instead of from validating it, such as what was changed when it was made of
// another one. They are of lines as they are in the file.
import type { Finding, JsonPath } from '../diagnostics/diagnostic.ts'
import type { Message } from '../i18n/message.ts'

export interface AttachedFinding extends Finding {
  /** What there is to know about this line. */
  readonly message: Message
  /** Where it is about in the line. */
  readonly path?: JsonPath
}

/** Of all lines of a file: what many lines have is there once, and a line is a number. */
export interface AttachedFindings {
  readonly findings: readonly AttachedFinding[]
  /** Places in `findings`; the first set is empty. At most MAX_ATTACHED_SETS. */
  readonly sets: readonly (readonly number[])[]
  /** [line of the file, from 0]: a place in `sets`. Lines beyond its end have none. */
  readonly byLine: Uint16Array
}

/** A set is a number of 16 bits. */
export const MAX_ATTACHED_SETS = 65_536
