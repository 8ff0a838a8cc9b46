// A line read as a conversation: what its worker tells the drawer. Types only.
import type { LineId } from '../base/units.ts'
import type { Result } from '../base/result.ts'
import type { Message } from '../pairing/conversation.ts'

export interface TranscriptMessage extends Message {
  /** How the model ended it, in the API's own word. */
  readonly finishReason?: string
}

/**
 * - `messages`: a conversation, or what a model was asked
 * - `answer`: what a model answered
 * - `preferred`, `rejected`: two answers to learn from
 * - `reference`: what an answer is measured by
 */
export type SectionKind = 'messages' | 'answer' | 'preferred' | 'rejected' | 'reference'

export interface TranscriptSection {
  readonly kind: SectionKind
  /** 1-based, where the line has several of the kind. */
  readonly number?: number
  readonly messages: readonly TranscriptMessage[]
}

/** A member of the line that is no part of the conversation. */
export interface OtherMember {
  readonly name: string
  /** Its text or JSON, cut. */
  readonly text: string
}

export interface Transcript {
  readonly kind: 'conversation'
  readonly model?: string
  /** The request failed: in the API's own words. */
  readonly failure?: { readonly code?: string; readonly message?: string }
  /** Some, or there is a failure. None is empty. */
  readonly sections: readonly TranscriptSection[]
  readonly others: readonly OtherMember[]
}

/** Why a line cannot be read as a conversation. */
export type NoTranscript =
  | { readonly kind: 'blank' }
  | { readonly kind: 'notJson' }
  | { readonly kind: 'noConversation' }
  /** Longer than EDIT_LIMIT_BYTES. */
  | { readonly kind: 'tooLong' }
  /** Its values nest deeper than can be read. */
  | { readonly kind: 'tooDeep' }

export interface LineTranscript {
  readonly revision: number
  readonly transcript: Transcript | NoTranscript
}

export interface TranscriptApi {
  /**
   * The line as messages, as it is now; or, with `draft`, what it would be with that text. Fails with
   * `unknown-line` when it is gone.
   */
  readTranscript(id: LineId, draft?: string): Promise<Result<LineTranscript>>
}
