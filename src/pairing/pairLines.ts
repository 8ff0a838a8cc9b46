// The lines of one document as pairing needs them: columns, an entry for each line that is not blank,
// in document order. What many lines have in common (status, error code, model) is a class that they
// share. Plain data whose buffers can be handed to another thread; a million lines take some 40 MB.
import type { Message } from '../i18n/message.ts'
import type { Ending } from './answerReading.ts'
import type { TokenCounts } from './usage.ts'
import type { Unusable } from './usability.ts'

/** What a document is in a pairing. */
export type PairRole = 'requests' | 'answers'

/**
 * What a key is, see `RecordKey`; the place in the list is the number in `keyKinds`. Only texts join,
 * and echoes: lines without a key that hold the request itself, see `echoedRequest.ts`.
 */
export const KEY_KINDS = ['missing', 'text', 'number', 'other', 'echo'] as const

/** What the requests of one class have in common. */
export interface RequestClass {
  /** The line is not JSON: nothing but perhaps its key can be read. */
  readonly isBroken: boolean
  readonly model: string | undefined
  /** The request asks for an answer that is JSON. */
  readonly wantsJson: boolean
}

/** What the answers of one class have in common. */
export interface AnswerClass {
  /** The line is not JSON. It counts as a failure with the code BROKEN_LINE. */
  readonly isBroken: boolean
  readonly isSuccess: boolean
  readonly status: number | undefined
  /** Always there on failure. */
  readonly errorCode: string | undefined
  /** Of the first such line: messages of one code may differ. What is wrong with a line that is not JSON. */
  readonly errorMessage: Message | undefined
  readonly finishReason: string | undefined
  readonly ending: Ending
  readonly model: string | undefined
  /** What makes it useless, whatever the request says; JSON is validated later, with the request. */
  readonly unusable: Unusable | undefined
  /** There are words that could be JSON: a request that wants JSON has to look into them. */
  readonly hasText: boolean
  readonly statesUsage: boolean
}

export const BROKEN_LINE = 'broken_line'

/** Columns over the entries, of counts of tokens; those that are 0 everywhere are left out. */
export type TokenColumns = { readonly [Name in keyof TokenCounts]?: Uint32Array<ArrayBuffer> }

interface LineColumns {
  readonly count: number
  /** [i]: LineId. */
  readonly ids: Float64Array<ArrayBuffer>
  /** [i]: bytes of the line without its line end. */
  readonly byteLengths: Uint32Array<ArrayBuffer>
  /** Keys one after the other, as `encodeKey` writes them. */
  readonly keyBytes: Uint8Array<ArrayBuffer>
  /** [i]: where key i ends; it begins where the one before ends. */
  readonly keyEnds: Uint32Array<ArrayBuffer>
  /** [i]: place in KEY_KINDS. */
  readonly keyKinds: Uint8Array<ArrayBuffer>
  /** [i]: place in `classes`. */
  readonly classOf: Uint16Array<ArrayBuffer>
}

export interface RequestLines extends LineColumns {
  readonly role: 'requests'
  readonly classes: readonly RequestClass[]
}

export interface AnswerLines extends LineColumns {
  readonly role: 'answers'
  readonly classes: readonly AnswerClass[]
  readonly tokens: TokenColumns
}

export type PairLines = RequestLines | AnswerLines

/** What became of some lines of a document since its `PairLines` were read. */
export interface PairLinesChange {
  /** Lines that changed or are new, in any order. */
  readonly changed: PairLines
  /** Ids of lines that are no more: deleted, or blank now. */
  readonly gone: Float64Array<ArrayBuffer>
  /**
   * The ids of all lines (blank ones may be among them) in document order. Absent when the lines are
   * the ones of before in their order; so it is there when a line is new or is no longer blank.
   */
  readonly order?: Float64Array<ArrayBuffer>
}
