// How new ids are made: `request-{{#}}`, a running number between texts, padded to as many digits as there are
// signs. The same spelling as in a new batch.
import { cutIdPattern, paddedNumber } from '../../base/idPattern.ts'
import { fail, ok, type Result } from '../../base/result.ts'
import { msg } from '../../i18n/message.ts'

export interface IdPattern {
  readonly before: string
  readonly after: string
  readonly digits: number
}

/** Code units of an id that a number still has room in: OpenAI allows 512 in all (Batch API guide). */
const MAX_TEXT = 480

/** Fails with `bad-option`. */
export function readIdPattern(text: string): Result<IdPattern> {
  const [before = '', number, after = '', another] = cutIdPattern(text)
  if (
    typeof number !== 'object' ||
    typeof before !== 'string' ||
    typeof after !== 'string' ||
    another
  ) {
    return fail(
      'bad-option',
      msg('Write {placeholder} once where the number goes, as in {example}.', {
        placeholder: '{{#}}',
        example: 'request-{{#}}',
      }),
    )
  }
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
  return ok({ before, after, digits: number.digits })
}

export function idOf({ before, after, digits }: IdPattern, number: number): string {
  return before + paddedNumber(number, digits) + after
}
