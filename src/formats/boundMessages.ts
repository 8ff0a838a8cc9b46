// What is said of a value that is too small or too large, and of texts and arrays too short or too long.
import { countCodePoints } from '../base/codePoints.ts'
import { type Message, msg } from '../i18n/message.ts'
import type { Problem } from './problem.ts'
import { show } from './valueWords.ts'

export function boundMessage(
  problem: Problem & { kind: 'too-small' | 'too-big' },
  place: string,
  digits: string | undefined,
): Message {
  if (problem.measured === 'number') return numberBoundMessage(problem, place, digits)
  const measured = problem.value as string | readonly unknown[]
  const size = typeof measured === 'string' ? countCodePoints(measured) : measured.length
  const values = { place, size, bound: problem.bound }
  if (problem.measured === 'string') {
    if (size === 0) {
      return msg(
        '{place} is empty; it needs at least {bound, plural, one {# character} other {# characters}}.',
        values,
      )
    }
    return problem.kind === 'too-small'
      ? msg(
          '{place} has {size, plural, one {# character} other {# characters}}; it needs at least {bound, number}.',
          values,
        )
      : msg(
          '{place} has {size, plural, one {# character} other {# characters}}; it may have at most {bound, number}.',
          values,
        )
  }
  if (size === 0) {
    return msg(
      '{place} is empty; it needs at least {bound, plural, one {# item} other {# items}}.',
      values,
    )
  }
  return problem.kind === 'too-small'
    ? msg(
        '{place} has {size, plural, one {# item} other {# items}}; it needs at least {bound, number}.',
        values,
      )
    : msg(
        '{place} has {size, plural, one {# item} other {# items}}; it may have at most {bound, number}.',
        values,
      )
}

function numberBoundMessage(
  problem: Problem & { kind: 'too-small' | 'too-big' },
  place: string,
  digits: string | undefined,
): Message {
  const isSmall = problem.kind === 'too-small'
  if (!Number.isFinite(problem.bound)) {
    return isSmall
      ? msg('{place} is a number below what readers can hold. Write one that is nearer to 0.', {
          place,
        })
      : msg('{place} is a number above what readers can hold. Write one that is nearer to 0.', {
          place,
        })
  }
  const values = { place, value: digits ?? show(problem.value), bound: boundText(problem.bound) }
  if (isSmall) {
    return problem.isInclusive
      ? msg('{place} is {value}; it must be at least {bound}.', values)
      : msg('{place} is {value}; it must be more than {bound}.', values)
  }
  return problem.isInclusive
    ? msg('{place} is {value}; it must be at most {bound}.', values)
    : msg('{place} is {value}; it must be less than {bound}.', values)
}

/** The largest integer of 64 bits, which JavaScript rounds up. */
const MAX_INT64 = 2 ** 63

function boundText(bound: number): string {
  if (bound === MAX_INT64) return (BigInt(MAX_INT64) - 1n).toString()
  return Number.isInteger(bound) ? BigInt(bound).toString() : String(bound)
}
