// Bodies of OpenAI's endpoints that are short to read: completions, moderations, images.
import { CHAT_ENDINGS } from '../../../pairing/answerEndings.ts'
import { answerOf } from '../../../pairing/answerReading.ts'
import { textPart } from '../../../pairing/conversation.ts'
import type { Part } from '../../../pairing/conversation.ts'
import { field, filledText, hasField, listOf, textField } from '../../../pairing/jsonReading.ts'
import { anySource, inlineSource, mediaPart } from '../../../pairing/media.ts'
import { byIndex, endingOf, limitIn } from '../../../pairing/bodyReading.ts'
import type { AnswerBody, RequestBody } from '../../../pairing/bodyReading.ts'
import { readTexts, userMessage } from './embeddings.ts'
import { readContent } from './openaiParts.ts'
import { readOpenAiUsage } from './openaiUsage.ts'

export function readCompletionsRequest(body: unknown): RequestBody {
  return {
    isConversation: false,
    model: textField(body, 'model'),
    conversation: userMessage(readTexts(field(body, 'prompt'))),
    tokenLimit: limitIn(body, ['max_tokens']),
  }
}

/** Choices of texts, not of messages as in chat. */
export function isTextCompletion(body: unknown): boolean {
  const choices = field(body, 'choices')
  return (
    Array.isArray(choices) &&
    choices.length > 0 &&
    choices.every((choice) => !hasField(choice, 'message'))
  )
}

export function readCompletionsAnswer(body: unknown): AnswerBody {
  return {
    model: textField(body, 'model'),
    answers: byIndex(listOf(field(body, 'choices'))).map((choice) =>
      answerOf({
        parts: readContent(field(choice, 'text')),
        ...endingOf(CHAT_ENDINGS, field(choice, 'finish_reason')),
      }),
    ),
    usage: readOpenAiUsage(field(body, 'usage')),
  }
}

/** The input is a text, texts, or parts of text and images. */
export function readModerationsRequest(body: unknown): RequestBody {
  return {
    isConversation: false,
    model: textField(body, 'model'),
    conversation: userMessage(readContent(field(body, 'input'))),
  }
}

export function readModerationsAnswer(body: unknown): AnswerBody {
  const results = listOf(field(body, 'results'))
  const categories = new Set<string>()
  for (const result of results) {
    const flags = field(result, 'categories')
    if (typeof flags !== 'object' || flags === null) continue
    for (const [name, isHit] of Object.entries(flags)) if (isHit === true) categories.add(name)
  }
  const moderation = {
    isFlagged: results.some((result) => field(result, 'flagged') === true),
    categories: [...categories],
  }
  return {
    model: textField(body, 'model'),
    answers: results.length === 0 ? [] : [answerOf({ parts: [], moderation, ending: 'complete' })],
    usage: undefined,
  }
}

/** Generations and edits of images. */
export function readImagesRequest(body: unknown): RequestBody {
  const images = listOf(field(body, 'images')).map((image) =>
    mediaPart('image', anySource(undefined, field(image, 'image_url'), field(image, 'file_id'))),
  )
  const prompt = filledText(field(body, 'prompt'))
  return {
    isConversation: false,
    model: textField(body, 'model'),
    conversation: userMessage([...(prompt === undefined ? [] : [textPart(prompt)]), ...images]),
  }
}

export function readImagesAnswer(body: unknown): AnswerBody {
  const format = filledText(field(body, 'output_format'))
  const parts = listOf(field(body, 'data')).map((image): Part => {
    const base64 = filledText(field(image, 'b64_json'))
    const inline =
      base64 === undefined ? undefined : inlineSource(format && `image/${format}`, base64)
    return mediaPart(
      'image',
      anySource(inline, field(image, 'url'), undefined),
      filledText(field(image, 'revised_prompt')),
    )
  })
  return {
    model: textField(body, 'model'),
    answers: [answerOf({ parts, ending: 'complete' })],
    usage: readOpenAiUsage(field(body, 'usage')),
  }
}
