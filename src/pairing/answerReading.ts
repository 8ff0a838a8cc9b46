// What a result line says, whatever its provider.
import type { Message } from '../i18n/message.ts'
import type { Ending } from './answerEndings.ts'
import { joinText } from './conversation.ts'
import type { Part, ToolCall } from './conversation.ts'
import type { RecordKey } from './recordKey.ts'
import type { TokenCounts } from './usage.ts'

export type { Ending } from './answerEndings.ts'

export interface Embeddings {
  readonly count: number
  /** Of the first. */
  readonly dimensions: number
  /** Euclidean length of the first; 1 for models that normalise. */
  readonly norm: number
}

export interface Moderation {
  readonly isFlagged: boolean
  /** Names of the categories that were hit in any input, in the line's order. */
  readonly categories: readonly string[]
}

/** One of the answers to a request. */
export interface Answer {
  /** Everything there is to show, in order: thoughts, words, calls, images. */
  readonly parts: readonly Part[]
  /** The answer proper; undefined when there are no words. */
  readonly text: string | undefined
  readonly toolCalls: readonly ToolCall[]
  readonly refusal: string | undefined
  readonly embeddings: Embeddings | undefined
  readonly moderation: Moderation | undefined
  /** In the API's own word: 'stop', 'max_tokens', 'SAFETY'. */
  readonly finishReason: string | undefined
  readonly ending: Ending
}

export interface AnswerContent {
  /** HTTP status, where the line states one. 0 is a status that real files have: no connection. */
  readonly status: number | undefined
  readonly isSuccess: boolean
  /** In the API's own word. Always there on failure, see `failure.ts`; undefined on success. */
  readonly errorCode: string | undefined
  readonly errorMessage: string | undefined
  readonly model: string | undefined
  /** In the order of their index; several when the request asked for several. */
  readonly answers: readonly Answer[]
  /** undefined when the line states none. */
  readonly usage: TokenCounts | undefined
  /** The server's name of the call, for support requests. */
  readonly requestId: string | undefined
}

export interface AnswerReading extends AnswerContent {
  readonly key: RecordKey
  /** Of the first answer. */
  readonly finishReason: string | undefined
  /** One line, cut: the words of the first answer, or what went wrong. */
  readonly answerPreview: Message
}

interface AnswerParts {
  readonly parts: readonly Part[]
  /** Where the answer proper is not simply all text parts. */
  readonly text?: string | undefined
  readonly embeddings?: Embeddings | undefined
  readonly moderation?: Moderation | undefined
  readonly finishReason?: string | undefined
  readonly ending: Ending
}

/** Works out text, calls and refusal from the parts. */
export function answerOf(from: AnswerParts): Answer {
  const { parts, embeddings, moderation, finishReason, ending } = from
  const refusals = parts.flatMap((part) => (part.kind === 'refusal' ? [part.text] : []))
  return {
    parts,
    text: 'text' in from ? from.text : joinText(parts),
    toolCalls: parts.filter((part): part is ToolCall => part.kind === 'toolCall'),
    refusal: refusals.length === 0 ? undefined : refusals.join('\n'),
    embeddings,
    moderation,
    finishReason,
    ending: refusals.length === 0 ? ending : 'refused',
  }
}
