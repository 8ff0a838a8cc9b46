/**
 * The last index in [0, length) whose value is ≤ target, or -1 when there is none.
 * `values` is ascending in that range.
 */
export function lastAtMost(values: ArrayLike<number>, length: number, target: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] as number) <= target) low = middle + 1
    else high = middle
  }
  return low - 1
}
