// The seed by which this device hashes lines, secret so that no file can be made whose lines collide. One for all
// documents, so that their lines can be compared, also where hashes come from an earlier visit.

const KEY = 'lineproof.lineSeed'

let seed: bigint | undefined

/** 64 bits; the same for as long as the device keeps it. */
export function lineSeed(): bigint {
  seed ??= keptSeed(() => localStorage)
  return seed
}

/** `open` throws where nothing can be kept, as do its methods. @internal For tests. */
export function keptSeed(open: () => Pick<Storage, 'getItem' | 'setItem'>): bigint {
  try {
    const stored = open().getItem(KEY)
    if (stored !== null && /^\d{1,20}$/.test(stored)) return BigInt.asUintN(64, BigInt(stored))
  } catch {
    // As if nothing had been stored.
  }
  const made = crypto.getRandomValues(new BigUint64Array(1))[0] as bigint
  try {
    open().setItem(KEY, made.toString())
  } catch {
    // A private window: the next visit has another one, and reads its files again.
  }
  return made
}
