// Conversations and answers as plain text, uncut: for cells of tables and fields of joined results, where
// the few words of our own are English as all data, and for files that people read.
import { english } from '../../i18n/loadTranslator.ts'
import { msg } from '../../i18n/message.ts'
import type { Translator } from '../../i18n/translator.ts'
import type { AnswerContent } from '../../pairing/answerReading.ts'
import type { Message, Part } from '../../pairing/conversation.ts'

/**
 * What was asked: a single message of the user is its words; otherwise each message is a block that
 * begins with its role. undefined when there is no message.
 */
export function promptText(
  conversation: readonly Message[],
  translator: Translator = english,
): string | undefined {
  const [first] = conversation
  if (!first) return undefined
  if (conversation.length === 1 && first.role === 'user') return partsText(first.parts, translator)
  return conversation
    .map(({ role, parts }) => `${role}: ${partsText(parts, translator)}`)
    .join('\n\n')
}

/**
 * What was answered: the words, or what stands in their place; several answers with an empty line
 * between them. undefined for failures, and where there is nothing in words.
 */
export function answerText(
  { isSuccess, answers }: AnswerContent,
  translator: Translator = english,
): string | undefined {
  if (!isSuccess) return undefined
  const texts = answers.flatMap(({ text, parts, moderation }) => {
    if (text !== undefined) return text
    if (moderation) {
      return moderation.isFlagged
        ? moderation.categories.join(', ')
        : translator.t(msg('not flagged'))
    }
    const shown = partsText(parts, translator)
    return shown === '' ? [] : shown
  })
  return texts.length === 0 ? undefined : texts.join('\n\n')
}

function partsText(parts: readonly Part[], translator: Translator): string {
  return parts
    .map((part) => partText(part, translator))
    .filter((text) => text !== '')
    .join('\n')
}

function partText(part: Part, translator: Translator): string {
  switch (part.kind) {
    case 'text':
    case 'refusal':
      return part.text
    case 'toolCall':
      return `${part.name}(${part.input})`
    case 'toolResult':
      return partsText(part.parts, translator)
    case 'media':
      return `[${part.media}]`
    case 'tokens':
      return translator.t(msg('[{count} tokens]', { count: String(part.count) }))
    case 'reasoning':
      return ''
    case 'other':
      return `[${part.type}]`
  }
}
