import type { Translator } from '../../i18n/translator.ts'

/** A number of a file as people read it, whatever its size. */
export function shownNumber(value: number, { number }: Translator, digits = 12): string {
  const size = Math.abs(value)
  const isPlain = value === 0 || (size >= 1e-4 && size < 1e15) || !Number.isFinite(value)
  return isPlain
    ? number(value, { maximumSignificantDigits: digits })
    : number(value, { notation: 'scientific', maximumSignificantDigits: Math.min(digits, 6) })
}
