// What a quick fix is: one definition file per fix. A fix proposes; nothing is applied before the
// user has seen the difference.
import type { Diagnostic, JsonPath } from '../diagnostics/diagnostic.ts'
import type { Message } from '../i18n/message.ts'

/** What a fix may look at. All of it is about one line as it is now. */
export interface FixContext {
  /** Without its line end; a byte order mark at the start of the file is U+FEFF here. */
  readonly text: string
  /** The bytes of `text`, which differ from its encoding only where UTF-8 is broken. */
  readonly bytes: Uint8Array
  readonly diagnostic: Diagnostic
  readonly formatId: string
  /** Whether another line already has this key (custom_id). */
  readonly isKeyTaken: (key: string) => boolean
  /** The whole record on one line, where the line is a part of a record over several lines. */
  readonly record?: string
  /** A value that most lines of the file have at a path, if there is one ("/v1/chat/completions"). */
  readonly usualValue: (path: string) => string | undefined
}

/**
 * What a fix makes of the line, or of all lines of its record. `split` has two lines or more.
 * `isForOneLine`: 'Fix all' leaves this line out, since something of the user's would go with it.
 */
export type FixProposal =
  | {
      readonly kind: 'replace'
      readonly text: string
      readonly isForOneLine?: boolean
    }
  | { readonly kind: 'delete'; readonly isForOneLine?: boolean }
  | { readonly kind: 'split'; readonly texts: readonly string[]; readonly isForOneLine?: boolean }
  /** Takes the place of all lines of the record that the line is a part of. */
  | { readonly kind: 'join'; readonly text: string; readonly isForOneLine?: boolean }

export interface FixExample {
  readonly code: string
  readonly before: string
  /** `before` holds a byte per character, U+0000 to U+00FF: for lines that are not UTF-8. */
  readonly isBytes?: true
  /** The record that `before` is a part of, on one line. */
  readonly record?: string
  /** Where the diagnostic is, for fixes that look at its path. */
  readonly path?: JsonPath
  /** As of the diagnostic. */
  readonly meantKey?: string
  readonly meantValue?: string
  /** One text: replaced; several: split; none: deleted. */
  readonly after: readonly string[]
}

export interface FixDefinition {
  /** camelCase, equal to the file's name. */
  readonly id: string
  /** What the button says: an imperative, sentence case. */
  readonly title: Message
  /** Lower comes first among the fixes of a line. Exact fixes are below 100, guesses above. */
  readonly order: number
  /** Diagnostic codes that the fix answers to; a trailing * stands for any rest. */
  readonly codes: readonly string[]
  /** False for a guess that should be looked at line by line: no 'Fix all'. */
  readonly safeForAll: boolean
  /** It is there to take values away, and the user sees which. Of all others none may be lost. */
  readonly drops?: boolean
  /** It writes values into a text that holds them whole: they are not lost, though none of them is counted there. */
  readonly encodes?: boolean
  /** Undefined when it cannot help this line after all. Must change something. */
  propose(context: FixContext): FixProposal | undefined
  readonly examples: readonly FixExample[]
}

/** Identity at run time: it is there so that a definition file is checked where it is written. */
export function defineFix(fix: FixDefinition): FixDefinition {
  return fix
}
