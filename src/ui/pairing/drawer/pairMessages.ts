// What the drawer says of a pair.
import type { AnswerSide, PairPlace } from '../../../contracts/pairingApi.ts'
import { listOf, type Message, msg } from '../../../i18n/message.ts'
import type { Translator } from '../../../i18n/translator.ts'
import type { Answer, Embeddings, Moderation } from '../../../pairing/answerReading.ts'
import type { TokenCounts } from '../../../pairing/usage.ts'

/** 'batch_output.jsonl, line 1,204'. */
export function placeText({ documentName, line }: PairPlace): Message {
  return msg('{file}, line {line, number}', { file: documentName, line })
}

/** '1,204 prompt (1,024 cached) + 310 completion (128 reasoning) = 1,514'. */
export function usageText(usage: TokenCounts): Message {
  const { prompt, completion, total } = usage
  if (prompt === 0 && completion === 0) return msg('{total, number} in total', { total })
  const asked = promptText(usage)
  if (completion === 0 && total === prompt) return asked
  return msg('{asked} + {answered} = {total, number}', {
    asked,
    answered: completionText(usage),
    total,
  })
}

function promptText({ prompt, cached, cacheWritten }: TokenCounts): Message {
  const parts: Message[] = []
  if (cached > 0) parts.push(msg('{count, number} cached', { count: cached }))
  if (cacheWritten > 0) {
    parts.push(msg('{count, number} written to the cache', { count: cacheWritten }))
  }
  return parts.length === 0
    ? msg('{count, number} prompt', { count: prompt })
    : msg('{count, number} prompt ({parts})', { count: prompt, parts: listOf(parts, 'and') })
}

function completionText({ completion, reasoning }: TokenCounts): Message {
  return reasoning === 0
    ? msg('{count, number} completion', { count: completion })
    : msg('{count, number} completion ({reasoning, number} reasoning)', {
        count: completion,
        reasoning,
      })
}

/** '2 embeddings. The first has 1,536 dimensions and a norm of 1.0000.' */
export function embeddingsText(
  { count, dimensions, norm: value }: Embeddings,
  { t, number }: Translator,
): string {
  const norm = number(value, { minimumFractionDigits: 4, maximumFractionDigits: 4 })
  return count === 1
    ? t(
        msg(
          '1 embedding. It has {dimensions, plural, one {# dimension} other {# dimensions}} and a norm of {norm}.',
          { dimensions, norm },
        ),
      )
    : t(
        msg(
          '{count, number} embeddings. The first has {dimensions, plural, one {# dimension} other {# dimensions}} and a norm of {norm}.',
          { count, dimensions, norm },
        ),
      )
}

export function moderationText({ isFlagged, categories }: Moderation): Message {
  if (!isFlagged) return msg('Not flagged.')
  return categories.length === 0
    ? msg('Flagged.')
    : msg('Flagged: {categories}.', { categories: listOf(categories, 'and') })
}

/** An answer line as one text, for comparing: its words, or what else it says, or its raw text. */
export function comparedText({ reading, text }: AnswerSide, translator: Translator): string {
  if (!reading) return text
  const said = reading.answers
    .map((answer) => answerWords(answer, translator))
    .filter((words) => words !== '')
  if (!reading.isSuccess) {
    said.unshift([reading.errorCode, reading.errorMessage].filter(Boolean).join(': '))
  }
  return said.length === 0 ? text : said.join('\n\n')
}

function answerWords(answer: Answer, translator: Translator): string {
  const words = [answer.text, answer.refusal].filter((part) => part !== undefined)
  words.push(...answer.toolCalls.map(({ name, input }) => `${name}(${input})`))
  if (answer.embeddings) words.push(embeddingsText(answer.embeddings, translator))
  if (answer.moderation) words.push(translator.t(moderationText(answer.moderation)))
  return words.join('\n')
}

/** What an answer line came to, in two or three words, for lists. */
export function answerOutcome({ reading, findings }: AnswerSide): Message {
  if (!reading) return msg('not readable')
  if (!reading.isSuccess) {
    return msg('failed: {code}', { code: reading.errorCode ?? msg('no code') })
  }
  return findings.length > 0 ? msg('succeeded, not usable') : msg('succeeded')
}
