// How new ids are made: `request-{{#}}`, a running number between texts, padded to as many digits as there are
// signs. The same spelling as in a new batch.
import { fail, ok, type Result } from '../../base/result.ts'
import { msg } from '../../i18n/message.ts'

export interface IdPattern {
  readonly before: string
  readonly after: string
  readonly digits: number
}

const NUMBER = /\{\{\s*(#+)\s*\}\}/g

/** Code units of an id that a number still has room in: OpenAI allows 512 in all (Batch API guide). */
const MAX_TEXT = 480

/** Fails with `bad-option`. */
export function readIdPattern(text: string): Result<IdPattern> {
  const numbers = [...text.matchAll(NUMBER)]
  const [number] = numbers
  if (!number || numbers.length > 1) {
    return fail(
      'bad-option',
      msg('Write {placeholder} once where the number goes, as in {example}.', {
        placeholder: '{{#}}',
        example: 'request-{{#}}',
      }),
    )
  }
  const before = text.slice(0, number.index)
  const after = text.slice(number.index + number[0].length)
  if (/\{\{|\}\}/.test(before + after)) {
    return fail(
      'bad-option',
      msg('Only the number can stand in braces: {placeholder}.', { placeholder: '{{#}}' }),
    )
  }
  if (before.length + after.length > MAX_TEXT) {
    return fail(
      'bad-option',
      msg('The text around the number is longer than {most, number} characters.', {
        most: MAX_TEXT,
      }),
    )
  }
  return ok({ before, after, digits: (number[1] ?? '').length })
}

export function idOf({ before, after, digits }: IdPattern, number: number): string {
  return before + String(number).padStart(digits, '0') + after
}
