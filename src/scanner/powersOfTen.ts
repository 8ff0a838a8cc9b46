// Powers of ten as numbers of 128 bits, by which decimal numbers become binary ones (assembly/statisticsNumber.ts):
// those of five, the highest bit set, cut after 128 bits; where the power is negative their inverse, rounded up.
// Lemire, "Number Parsing at a Gigabyte per Second", https://arxiv.org/abs/2101.11408, section 5 and appendix B.

/** As in assembly/statisticsMemory.ts. */
const LOWEST_POWER = -342
const HIGHEST_POWER = 308

const BITS = 128n
const LOW_HALF = (1n << 64n) - 1n

let table: BigUint64Array | undefined

/** For each power, from the lowest on, the low and the high half. */
export function powersOfTen(): BigUint64Array {
  if (table) return table
  table = new BigUint64Array((HIGHEST_POWER - LOWEST_POWER + 1) * 2)
  for (let power = LOWEST_POWER; power <= HIGHEST_POWER; power++) {
    const value = power < 0 ? inverseOf(5n ** BigInt(-power), power) : cut(5n ** BigInt(power))
    const at = (power - LOWEST_POWER) * 2
    table[at] = value & LOW_HALF
    table[at + 1] = value >> 64n
  }
  return table
}

function bitLength(value: bigint): bigint {
  return BigInt(value.toString(2).length)
}

function cut(value: bigint): bigint {
  const length = bitLength(value)
  return length > BITS ? value >> (length - BITS) : value << (BITS - length)
}

function inverseOf(value: bigint, power: number): bigint {
  // The exponent of the power of two that is not less.
  const z = bitLength(value - 1n)
  // Of small powers the quotient has 128 bits exactly.
  if (power >= -27) return (1n << (z + 127n)) / value + 1n
  const quotient = (1n << (2n * z + BITS)) / value + 1n
  const length = bitLength(quotient)
  return length > BITS ? quotient >> (length - BITS) : quotient
}
