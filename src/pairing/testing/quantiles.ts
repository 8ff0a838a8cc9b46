/**
 * Quantiles by nearest rank: each is one of the values, the smallest that is not exceeded by at least
 * the fraction `q` of them. `values` is sorted in place; a million take some tens of milliseconds.
 * NaN when there are no values.
 */
export function quantiles(
  values: Uint32Array | Float64Array,
  fractions: readonly number[],
): readonly number[] {
  values.sort()
  return fractions.map((q) => {
    const rank = Math.ceil(Math.min(1, Math.max(0, q)) * values.length)
    return values[Math.max(1, rank) - 1] ?? Number.NaN
  })
}
