// A checksum of bytes that arrive piece by piece, quick enough for tens of megabytes while someone
// waits. It finds damage; it is no defence against someone who wants to fool it.

/** Bytes that every piece but the last must be a multiple of. */
export const CHECKSUM_STEP = 16

/** Odd, so that each step loses nothing: damage to one word always reaches the sum. */
const FACTORS = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f] as const

export class Checksum {
  /** Four sums over every fourth word: one would make each step wait for the one before. */
  readonly #lanes = new Uint32Array([1, 2, 3, 4])

  /** The next bytes, which begin at a multiple of 4 in their buffer; a multiple of 16 of them. */
  add(bytes: Uint8Array): void {
    const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
    let [a, b, c, d] = this.#lanes as unknown as [number, number, number, number]
    for (let i = 0; i + 3 < words.length; i += 4) {
      a = step(a, words[i] as number, FACTORS[0])
      b = step(b, words[i + 1] as number, FACTORS[1])
      c = step(c, words[i + 2] as number, FACTORS[2])
      d = step(d, words[i + 3] as number, FACTORS[3])
    }
    this.#lanes.set([a, b, c, d])
  }

  /** 64 bits of all bytes so far: the low half, then the high one. */
  get value(): readonly [number, number] {
    const [a, b, c, d] = this.#lanes as unknown as [number, number, number, number]
    return [(a ^ Math.imul(b, FACTORS[2])) >>> 0, (c ^ Math.imul(d, FACTORS[0])) >>> 0]
  }
}

function step(sum: number, word: number, factor: number): number {
  const mixed = Math.imul(sum ^ word, factor)
  return (mixed << 13) | (mixed >>> 19)
}
