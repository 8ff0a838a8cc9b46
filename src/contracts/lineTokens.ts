// How many tokens the lines of an open document have: what the page is told of the whole, what it may ask
// for, and what passes between the document's worker, which knows the lines, and the worker that counts.
// Types only.
import type { LineId, LineIndex } from '../base/units.ts'
import type { Result } from '../base/result.ts'
import type { FoundLine } from './documentApi.ts'
import type { Message } from '../i18n/message.ts'

/**
 * - `waiting`: no worker counts, and nothing is known but the size
 * - `estimating`: a sample is being counted, and nothing is known but the size
 * - `estimated`: the sample is all that was asked for
 * - `counting`: every line is being counted, or lines that were edited are counted again
 * - `counted`: every line is counted
 * - `failed`: see `problem`
 */
export type TokenState = 'waiting' | 'estimating' | 'estimated' | 'counting' | 'counted' | 'failed'

/** Of the document as a whole, as it is now. Absent from the facts where its lines have no known tokens. */
export interface TokenFacts {
  readonly state: TokenState
  /** What is counted of the lines. */
  readonly of: 'prompts' | 'examples'
  /** By the bytes of the document, until something is counted. */
  readonly sum: number
  /** `sum` is right within ± so many, 19 times of 20; 0 where every line was counted. */
  readonly error: number
  /** Every line was counted. Images, sound and files are in no sum all the same. */
  readonly isExact: boolean
  /** Lines that were counted. */
  readonly counted: number
  /** Rises whenever a line has another count. */
  readonly version: number
  readonly problem?: Message
}

export type EncodingName = 'o200k_base' | 'cl100k_base'

/** Why a line may not fit. */
export type TokenReason =
  /** The prompt alone is longer than the context. */
  | 'context'
  /** One of its texts is longer than the model takes for a text. */
  | 'text'
  /** Its texts together are more than the API takes in a request. */
  | 'request'
  /** Longer than the context, by a count that holds estimates. */
  | 'perhaps'
  /** Longer than the model takes as a prompt, which is less than its context. */
  | 'input'
  /** With the longest answer that the request allows it is longer than the context. */
  | 'answer'
  /** Longer than what any model is known to learn from. */
  | 'example'

/** What many lines have in common beside their number of tokens. */
export interface TokenKind {
  /** As the lines have it; absent for lines that name none, and for all of those that are too many to tell apart. */
  readonly model?: string
  readonly encoding: EncodingName
  /** Whether the model is known to use the encoding. */
  readonly isKnown: boolean
  readonly hasMedia: boolean
  readonly hasTools: boolean
  readonly hasStoredInput: boolean
  /** No JSON object: it has no tokens. */
  readonly isUnreadable: boolean
  /** `limit` in tokens. */
  readonly finding?: { readonly reason: TokenReason; readonly limit: number }
}

/** Kinds that are told apart in a document; a kind is a number of 8 bits. */
export const MAX_TOKEN_KINDS = 255

/** Lines to be counted, as they are now. */
export interface TokenLines {
  readonly ids: Float64Array<ArrayBuffer>
  /** One after the other, without line ends; line i is [ends[i - 1], ends[i]). */
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly ends: Uint32Array<ArrayBuffer>
  /** Examples to learn from instead of requests. */
  readonly areExamples: boolean
}

export interface TokenCounts {
  readonly ids: Float64Array<ArrayBuffer>
  readonly tokens: Uint32Array<ArrayBuffer>
  /** [i]: a place in `kinds`. */
  readonly kindOf: Uint32Array<ArrayBuffer>
  readonly kinds: readonly TokenKind[]
}

/** The document's worker as the worker that counts sees it, on a port of its own. */
export interface TokenSourceApi {
  /** Some megabytes of lines that are to be counted next. Waits until there are any. */
  takeLines(): Promise<Result<TokenLines>>
  putCounts(counts: TokenCounts): Promise<Result<void>>
  /** Nothing can be counted, and why. */
  giveUp(problem: Message): Promise<Result<void>>
}

export interface TokenModel {
  /** Absent for lines that name none, and for those beyond MAX_TOKEN_KINDS. */
  readonly model?: string
  readonly encoding: EncodingName
  readonly isKnown: boolean
  readonly tokens: number
  /** As that of the facts. */
  readonly error: number
}

/** Lines with [from, to) tokens. */
export interface TokenBucket {
  readonly from: number
  readonly to: number
  readonly lines: number
}

export interface LongLine {
  readonly id: LineId
  readonly index: LineIndex
  readonly tokens: number
}

/** What there is to know of the lines that were counted; the models also of all others, as estimated. */
export interface TokenReport {
  readonly revision: number
  /** Most tokens first. */
  readonly models: readonly TokenModel[]
  /** Lines that are counted and have tokens. */
  readonly lines: number
  /** Tokens of these. */
  readonly tokens: number
  /** By powers of two, from the shortest to the longest that there is. */
  readonly buckets: readonly TokenBucket[]
  /** Most tokens first; some few. */
  readonly longest: readonly LongLine[]
  readonly withMedia: number
  readonly withTools: number
  readonly withStoredInput: number
}

/** What the page may ask a document about tokens; fails with `no-tokens` where its lines have none that are known. */
export interface LineTokensApi {
  /** Counts every line from now on, or no more than a sample. Resolves at once. */
  countTokens(isExact: boolean): Promise<Result<void>>
  readTokens(): Promise<Result<TokenReport>>
  /**
   * The next line after `after` with [from, to) tokens, going round at the end; undefined when there is none
   * among those that are counted.
   */
  lineWithTokens(from: number, to: number, after: LineIndex): Promise<Result<FoundLine>>
}
