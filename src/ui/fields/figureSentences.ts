// The figures of a field in words: how many values, from where to where they go.
import type { FieldDetails } from '../../contracts/fieldStatistics.ts'
import {
  DISTINCT_ERROR,
  type FieldFigures,
  type LengthFigures,
  type NumberFigures,
  type TimeFigures,
} from '../../fields/fieldFigures.ts'
import { type Message, msg, share } from '../../i18n/message.ts'
import type { Translator } from '../../i18n/translator.ts'
import { shownNumber } from './shownNumber.ts'

/** `details`: what was counted of its values alone, which is exact for more of them. */
export function figureSentences(
  { arrays, distinct: first, numbers, objects, strings, times }: FieldFigures,
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
    ...(numbers ? [numberSentence(numbers, translator)] : []),
    ...(numbers && times ? timeSentence(numbers, times, translator) : []),
    ...(strings ? [stringSentence(strings)] : []),
    ...(arrays ? [arraySentence(arrays)] : []),
    ...(objects ? [objectSentence(objects)] : []),
  ]
}

function numberSentence({ min, max, mean }: NumberFigures, translator: Translator): Message {
  const shown = (value: number): string =>
    // Whole numbers in full.
    shownNumber(value, translator, Number.isInteger(value) ? 15 : 6)
  if (min === max) return msg('Numbers: always {value}', { value: shown(min) })
  return msg('Numbers: {min} to {max}, mean {mean}', {
    min: shown(min),
    max: shown(max),
    mean: shownNumber(mean, translator, meanDigits(min, max)),
  })
}

/** From which time to which numbers go that count from 1970. */
function timeSentence(
  { min, max }: NumberFigures,
  { kind }: TimeFigures,
  { date }: Translator,
): readonly Message[] {
  if (kind === 'iso') return []
  const unit = kind === 'unix-seconds' ? 1000 : 1
  const shown = (time: number): string =>
    date(time * unit, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' })
  return min === max
    ? [msg('As a time, in UTC: always {value}', { value: shown(min) })]
    : [msg('As times, in UTC: {min} to {max}', { min: shown(min), max: shown(max) })]
}

/** So many that the mean of numbers that are near each other, such as times, does not lie outside of them. */
function meanDigits(min: number, max: number): number {
  const shared = Math.log10(Math.max(Math.abs(min), Math.abs(max)) / (max - min))
  return Number.isFinite(shared) ? Math.min(4 + Math.max(0, Math.ceil(shared)), 15) : 4
}

function stringSentence(lengths: LengthFigures): Message {
  return lengths.min === lengths.max
    ? msg('Strings: always {count, plural, one {# character} other {# characters}}', {
        count: lengths.min,
      })
    : msg(
        'Strings: {min, number} to {max, number} characters, mean {mean, number}',
        rounded(lengths),
      )
}

function arraySentence(lengths: LengthFigures): Message {
  return lengths.min === lengths.max
    ? msg('Arrays: always {count, plural, one {# element} other {# elements}}', {
        count: lengths.min,
      })
    : msg('Arrays: {min, number} to {max, number} elements, mean {mean, number}', rounded(lengths))
}

function objectSentence(lengths: LengthFigures): Message {
  return lengths.min === lengths.max
    ? msg('Objects: always {count, plural, one {# member} other {# members}}', {
        count: lengths.min,
      })
    : msg('Objects: {min, number} to {max, number} members, mean {mean, number}', rounded(lengths))
}

function rounded({ min, max, mean }: LengthFigures) {
  return { min, max, mean: Number(mean.toPrecision(3)) }
}
