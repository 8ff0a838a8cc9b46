/** An estimate and its error, in the digits that the error leaves it: 1,497,626 ± 2,461 is 1,497,600 ± 2,500. */
export function roundedEstimate(
  sum: number,
  error: number,
): { readonly sum: number; readonly error: number } {
  if (error < 10) return { sum: Math.round(sum), error: Math.ceil(error) }
  const unit = 10 ** (Math.floor(Math.log10(error)) - 1)
  // Rounding the sum takes no more than half a unit away.
  return { sum: Math.round(sum / unit) * unit, error: Math.ceil(error / unit) * unit }
}
