// A line read whole: its key, its content, and one line for a table. It takes about twice as long as
// parsing the line; who goes through all lines for their counts alone calls the provider's readers,
// which make no previews.
import { type Message, msg, verbatim } from '../i18n/message.ts'
import type { JsonPath } from '../json/jsonPath.ts'
import type { AnswerContent, AnswerReading } from './answerReading.ts'
import { previewConversation, previewParts, previewText } from './preview.ts'
import type { ProviderDefinition } from './defineProvider.ts'
import { readKeyIn } from './recordKey.ts'
import type { RequestReading } from './requestReading.ts'

/**
 * Reads a request. `keyPath`: where the user says that the key is, instead of the provider's own
 * place. Takes any JSON value and never throws.
 */
export function readRequest(
  provider: ProviderDefinition,
  record: unknown,
  keyPath: JsonPath = provider.requestKeyPath,
): RequestReading {
  const content = provider.readRequest(record)
  return {
    ...content,
    key: readKeyIn(provider, record, keyPath),
    promptPreview: previewConversation(content.conversation),
  }
}

/** Reads an answer; otherwise as `readRequest`. */
export function readAnswer(
  provider: ProviderDefinition,
  record: unknown,
  keyPath: JsonPath = provider.resultKeyPath,
): AnswerReading {
  const content = provider.readAnswer(record)
  return {
    ...content,
    key: readKeyIn(provider, record, keyPath),
    finishReason: content.answers[0]?.finishReason,
    answerPreview: previewAnswer(content),
  }
}

function previewAnswer({ isSuccess, errorCode, errorMessage, answers }: AnswerContent): Message {
  if (!isSuccess) return verbatim(previewText(errorMessage ?? errorCode ?? ''))
  const [answer] = answers
  if (!answer) return verbatim('')
  if (answer.text !== undefined) return verbatim(previewText(answer.text))
  if (answer.embeddings) {
    const { count, dimensions } = answer.embeddings
    return msg('{count} × {dimensions} dimensions', {
      count: String(count),
      dimensions: String(dimensions),
    })
  }
  if (answer.moderation) {
    const { isFlagged, categories } = answer.moderation
    return isFlagged ? verbatim(categories.join(', ')) : msg('not flagged')
  }
  return verbatim(previewParts(answer.parts))
}
