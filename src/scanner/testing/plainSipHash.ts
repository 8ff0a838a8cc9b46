// SipHash as its paper has it, plainly: what the module's is held to.

const MASK = 0xffff_ffff_ffff_ffffn

interface Rounds {
  readonly c: number
  readonly d: number
  readonly is128: boolean
}

export function plainSipHash(
  [k0, k1]: readonly [bigint, bigint],
  bytes: readonly number[],
  { c, d, is128 }: Rounds = { c: 1, d: 3, is128: true },
): { readonly low: bigint; readonly high: bigint } {
  let v0 = k0 ^ 0x736f6d6570736575n
  let v1 = k1 ^ 0x646f72616e646f6dn ^ (is128 ? 0xeen : 0n)
  let v2 = k0 ^ 0x6c7967656e657261n
  let v3 = k1 ^ 0x7465646279746573n
  const rounds = (count: number): void => {
    for (let i = 0; i < count; i++) {
      v0 = (v0 + v1) & MASK
      v1 = rotl(v1, 13n) ^ v0
      v0 = rotl(v0, 32n)
      v2 = (v2 + v3) & MASK
      v3 = rotl(v3, 16n) ^ v2
      v0 = (v0 + v3) & MASK
      v3 = rotl(v3, 21n) ^ v0
      v2 = (v2 + v1) & MASK
      v1 = rotl(v1, 17n) ^ v2
      v2 = rotl(v2, 32n)
    }
  }
  const padded = [...bytes]
  while (padded.length % 8 !== 7) padded.push(0)
  padded.push(bytes.length & 255)
  for (let at = 0; at < padded.length; at += 8) {
    let word = 0n
    for (let i = 7; i >= 0; i--) word = (word << 8n) | BigInt(padded[at + i] as number)
    v3 ^= word
    rounds(c)
    v0 ^= word
  }
  v2 ^= is128 ? 0xeen : 0xffn
  rounds(d)
  const low = v0 ^ v1 ^ v2 ^ v3
  v1 ^= 0xddn
  rounds(d)
  return { low, high: v0 ^ v1 ^ v2 ^ v3 }
}

function rotl(value: bigint, by: bigint): bigint {
  return ((value << by) | (value >> (64n - by))) & MASK
}
