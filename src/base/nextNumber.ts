const double = new Float64Array(1)
const bits = new BigInt64Array(double.buffer)

/** The least number above `value`; Infinity for the largest one and for Infinity. */
export function nextNumber(value: number): number {
  if (value === Infinity) return value
  // Of -0 and 0 the same.
  double[0] = value + 0
  const up = double[0] >= 0 ? 1n : -1n
  bits[0] = (bits[0] as bigint) + up
  return double[0]
}
