// Money as people read it. Costs of batches go from hundredths of a cent to thousands of dollars.
import { msg } from '../../i18n/message.ts'
import type { Translator } from '../../i18n/translator.ts'

const whole: Intl.NumberFormatOptions = {
  style: 'currency',
  currency: 'USD',
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
}
const small: Intl.NumberFormatOptions = {
  style: 'currency',
  currency: 'USD',
  minimumSignificantDigits: 1,
  maximumSignificantDigits: 2,
}

/** Less is not told apart. */
export const LEAST_USD = 0.0001

/** '$1,234.50', '$0.021', 'under $0.0001'; 0 is '$0.00'. */
export function formatUsd(usd: number, { t, number }: Translator): string {
  if (usd > 0 && usd < LEAST_USD) {
    return t(msg('under {amount}', { amount: number(LEAST_USD, small) }))
  }
  return number(usd, usd === 0 || Math.abs(usd) >= 0.0995 ? whole : small)
}
