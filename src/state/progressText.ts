// How far long work is, in words and as a part of the whole.
import type { Progress } from '../contracts/progress.ts'
import { bytes, type Message, msg } from '../i18n/message.ts'

/** '1.20 MB of 1.00 GB', '256 of 3,000 lines'; undefined while the total is not known. */
export function progressText(progress: Progress | undefined): Message | undefined {
  if (!progress || progress.total <= 0) return undefined
  const { unit, done, total } = progress
  switch (unit) {
    case 'bytes':
      return msg('{done} of {total}', { done: bytes(done), total: bytes(total) })
    case 'lines':
      return msg('{done, number} of {total, plural, one {# line} other {# lines}}', { done, total })
    case 'rows':
      return msg('{done, number} of {total, plural, one {# row} other {# rows}}', { done, total })
  }
}

/** From 0 to 1, for `Translator.percent`; 0 while the total is not known. */
export function partDone(done: number, total: number): number {
  return total <= 0 ? 0 : Math.max(0, Math.min(done / total, 1))
}

/** Whole percent of `total`, for what draws it; 100 only when everything is done. */
export function percentOf(done: number, total: number): number {
  return Math.floor(partDone(done, total) * 100)
}
