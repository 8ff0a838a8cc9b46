// What is said about numbers of tokens.
import { roundedEstimate } from '../../controls/roundedEstimate.ts'
import type { TokenFacts, TokenReport } from '../../../contracts/lineTokens.ts'
import { type Message, msg } from '../../../i18n/message.ts'

/** '1,235,000 ± 12,000'; 'about 490,000' where nothing is known but the size, and ± would reach down to nothing. */
export function sumText(sum: number, error: number): Message {
  if (error === 0) return msg('{sum, number}', { sum })
  const rounded = roundedEstimate(sum, error)
  return rounded.error < rounded.sum
    ? msg('{sum, number} ± {error, number}', { ...rounded })
    : msg('about {sum, number}', { sum: rounded.sum })
}

/** '128–255', from `from` to the last before `to`. */
export function bucketTitle(from: number, to: number): Message {
  return to - from <= 1
    ? msg('{from, number}', { from })
    : msg('{from, number}–{last, number}', { from, last: to - 1 })
}

/** '128 to 255 tokens: 12 lines'. */
export function bucketText(from: number, to: number, lines: number): Message {
  return to - from <= 1
    ? msg(
        '{from, plural, one {# token} other {# tokens}}: {lines, plural, one {# line} other {# lines}}',
        { from, lines },
      )
    : msg(
        '{from, number} to {last, number} tokens: {lines, plural, one {# line} other {# lines}}',
        { from, last: to - 1, lines },
      )
}

/** What the numbers leave out, or cannot know. */
export function notesOf(report: TokenReport, isOf: TokenFacts['of']): readonly Message[] {
  const { models, withMedia, withStoredInput, withTools } = report
  const notes: Message[] = []
  if (withMedia > 0) {
    notes.push(
      msg(
        '{count, plural, one {# line has} other {# lines have}} images, sound or files, whose tokens are in no sum.',
        { count: withMedia },
      ),
    )
  }
  if (withTools > 0) {
    notes.push(
      msg(
        '{count, plural, one {# line has} other {# lines have}} tools or a JSON schema, which are counted by their JSON: an estimate.',
        { count: withTools },
      ),
    )
  }
  if (withStoredInput > 0) {
    notes.push(
      msg(
        '{count, plural, one {# line refers} other {# lines refer}} to what the API keeps, which is in no sum.',
        { count: withStoredInput },
      ),
    )
  }
  if (isOf === 'prompts' && models.some(({ isKnown }) => !isKnown)) {
    notes.push(
      msg(
        'Where it is not known how a model counts, tokens are counted as OpenAI’s newer models do.',
      ),
    )
  }
  return notes
}
