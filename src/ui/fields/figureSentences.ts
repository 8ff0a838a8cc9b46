// The figures of a field in words: how many values, from where to where they go.
import type { FieldDetails } from '../../contracts/fieldStatistics.ts'
import { DISTINCT_ERROR, type FieldFigures, type LengthFigures } from '../../fields/fieldFigures.ts'
import { type Message, msg, share } from '../../i18n/message.ts'
import type { Translator } from '../../i18n/translator.ts'
import { shownNumber } from './shownNumber.ts'

/** `details`: what was counted of its values alone, which is exact for more of them. */
export function figureSentences(
  { arrays, distinct: first, numbers, objects, strings }: FieldFigures,
  details: FieldDetails['values'] | undefined,
  translator: Translator,
): readonly Message[] {
  const distinct = first && details ? { ...details, count: details.distinct } : first
  return [
    ...(distinct
      ? [
          distinct.isExact
            ? msg('{count, plural, one {# value} other {# different values}}', {
                count: distinct.count,
              })
            : msg('About {count, number} different values, ± {error}', {
                count: distinct.count,
                // In 19 of 20 cases.
                error: share(2 * DISTINCT_ERROR),
              }),
        ]
      : []),
    ...(numbers
      ? [
          msg('Numbers: {min} to {max}, mean {mean}', {
            min: shownNumber(numbers.min, translator, digitsOf(numbers.min)),
            max: shownNumber(numbers.max, translator, digitsOf(numbers.max)),
            mean: shownNumber(numbers.mean, translator, 4),
          }),
        ]
      : []),
    ...(strings
      ? [
          msg(
            'Strings: {min, number} to {max, number} characters, mean {mean, number}',
            rounded(strings),
          ),
        ]
      : []),
    ...(arrays
      ? [
          msg(
            'Arrays: {min, number} to {max, number} elements, mean {mean, number}',
            rounded(arrays),
          ),
        ]
      : []),
    ...(objects
      ? [
          msg(
            'Objects: {min, number} to {max, number} members, mean {mean, number}',
            rounded(objects),
          ),
        ]
      : []),
  ]
}

/** Whole numbers in full. */
function digitsOf(value: number): number {
  return Number.isInteger(value) ? 15 : 6
}

function rounded({ min, max, mean }: LengthFigures) {
  return { min, max, mean: Number(mean.toPrecision(3)) }
}
