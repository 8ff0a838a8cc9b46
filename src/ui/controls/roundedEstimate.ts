// An estimate written to the digits that its error allows: what is told exactly is believed exactly.

/** Of the error; a third digit of it would be luck. */
const ERROR_DIGITS = 2

export interface RoundedEstimate {
  readonly sum: number
  readonly error: number
}

/**
 * 1,497,626 ± 2,461 is 1,497,600 ± 2,500: the error is rounded up to two digits, the sum to the last of them.
 * Both are whole numbers from 0; without an error the sum is exact and stays.
 */
export function roundedEstimate(sum: number, error: number): RoundedEstimate {
  if (!(error > 0)) return { sum, error: 0 }
  let unit = 10 ** Math.max(0, Math.floor(Math.log10(error)) + 1 - ERROR_DIGITS)
  // Rounded up, 99.5 is 100, which has a digit more.
  if (Math.ceil(error / unit) >= 10 ** ERROR_DIGITS) unit *= 10
  return { sum: Math.round(sum / unit) * unit, error: Math.ceil(error / unit) * unit }
}
