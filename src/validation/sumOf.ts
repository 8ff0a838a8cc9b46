/** first + (first + 1) + … of `count` numbers. */
export function sumOf(first: number, count: number): number {
  return count * first + (count * (count - 1)) / 2
}
