// Line numbers as people type or paste them.
import type { LineNumber } from '../../base/units.ts'

/** What groups digits somewhere: commas, points, apostrophes, underscores and all kinds of spaces. */
const SEPARATORS = /[,._'’\s]/gu

/**
 * A whole number of at least 1 from text such as '31207', '31,207', '31 207', 'line 31207' or
 * '第 31207 行'; undefined for anything else. Numbers beyond the file are left to the caller.
 */
export function parseLineNumber(text: string): LineNumber | undefined {
  const digits = text
    .normalize('NFKC')
    .replace(/^\s*(?:line|#|:|第)/iu, '')
    .replace(/行\s*$/u, '')
    .replace(SEPARATORS, '')
  if (!/^\d{1,15}$/u.test(digits)) return undefined
  const number = Number(digits)
  return number >= 1 ? (number as LineNumber) : undefined
}
