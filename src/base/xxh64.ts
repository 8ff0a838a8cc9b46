// XXH64 as Zstandard has it for the content of a frame: github.com/Cyan4973/xxHash, doc/xxhash_spec.md. A number
// of 64 bits is two of 32, since BigInt is some thirty times slower.

// The primes of the specification, each in two halves.
const P1H = 0x9e3779b1
const P1L = 0x85ebca87
const P2H = 0xc2b2ae3d
const P2L = 0x27d4eb4f
const P3H = 0x165667b1
const P3L = 0x9e3779f9
const P4H = 0x85ebca77
const P4L = 0xc2b2ae63
const P5H = 0x27d4eb2f
const P5L = 0x165667c5

/** Bytes that are mixed in at a time. */
const STRIPE = 32
const LANES = 4

/** The high half of the last result; the low one is returned. */
let high = 0

function multiply(h: number, l: number, ph: number, pl: number): number {
  const l0 = l & 0xffff
  const l1 = l >>> 16
  const p0 = pl & 0xffff
  const p1 = pl >>> 16
  const low = l0 * p0
  const one = l0 * p1
  const other = l1 * p0
  const middle = (low >>> 16) + (one & 0xffff) + (other & 0xffff)
  high =
    (l1 * p1 +
      (one >>> 16) +
      (other >>> 16) +
      (middle >>> 16) +
      Math.imul(h, pl) +
      Math.imul(l, ph)) |
    0
  return (middle << 16) | (low & 0xffff)
}

function add(h: number, l: number, otherH: number, otherL: number): number {
  const sum = (l >>> 0) + (otherL >>> 0)
  high = (h + otherH + (sum > 0xffffffff ? 1 : 0)) | 0
  return sum | 0
}

/** `by`: fewer than 32 bits, to the left. */
function rotate(h: number, l: number, by: number): number {
  high = (h << by) | (l >>> (32 - by))
  return (l << by) | (h >>> (32 - by))
}

/** A lane with eight more bytes. */
function round(h: number, l: number, inputH: number, inputL: number): number {
  const scaled = multiply(inputH, inputL, P2H, P2L)
  const sum = add(h, l, high, scaled)
  const turned = rotate(high, sum, 31)
  return multiply(high, turned, P1H, P1L)
}

export class Xxh64 {
  /** High and low half of each lane. */
  readonly #lanes = Int32Array.of(
    ...pair(add(P1H, P1L, P2H, P2L)),
    ...pair(P2L, P2H),
    0,
    0,
    ...pair(add(0, 0, ~P1H, -P1L)),
  )
  readonly #rest = new Uint8Array(STRIPE)
  #restSize = 0
  #length = 0

  update(bytes: Uint8Array): void {
    this.#length += bytes.length
    let at = 0
    if (this.#restSize > 0) {
      at = Math.min(STRIPE - this.#restSize, bytes.length)
      this.#rest.set(bytes.subarray(0, at), this.#restSize)
      this.#restSize += at
      if (this.#restSize < STRIPE) return
      this.#mix(this.#rest, 0, STRIPE)
    }
    const end = bytes.length - ((bytes.length - at) % STRIPE)
    this.#mix(bytes, at, end)
    this.#rest.set(bytes.subarray(end))
    this.#restSize = bytes.length - end
  }

  /** The lower 32 bits of the hash with the seed 0. Unsigned; more bytes may follow. */
  low32(): number {
    let l = this.#length < STRIPE ? add(P5H, P5L, 0, 0) : this.#merge()
    let h = high
    const take = (value: number): void => {
      l = value
      h = high
    }
    take(add(h, l, Math.floor(this.#length / 2 ** 32), this.#length | 0))
    let at = 0
    for (; at + 8 <= this.#restSize; at += 8) {
      const lane = round(0, 0, wordAt(this.#rest, at + 4), wordAt(this.#rest, at))
      take(rotate(h ^ high, l ^ lane, 27))
      take(multiply(h, l, P1H, P1L))
      take(add(h, l, P4H, P4L))
    }
    if (at + 4 <= this.#restSize) {
      const word = multiply(0, wordAt(this.#rest, at), P1H, P1L)
      take(rotate(h ^ high, l ^ word, 23))
      take(multiply(h, l, P2H, P2L))
      take(add(h, l, P3H, P3L))
      at += 4
    }
    for (; at < this.#restSize; at++) {
      const byte = multiply(0, this.#rest[at] as number, P5H, P5L)
      take(rotate(h ^ high, l ^ byte, 11))
      take(multiply(h, l, P1H, P1L))
    }
    // h ^ (h >>> 33), and so on.
    l ^= h >>> 1
    take(multiply(h, l, P2H, P2L))
    const shiftedL = (l >>> 29) | (h << 3)
    l ^= shiftedL
    h ^= h >>> 29
    take(multiply(h, l, P3H, P3L))
    return (l ^ h) >>> 0
  }

  #mix(bytes: Uint8Array, from: number, to: number): void {
    const lanes = this.#lanes
    for (let at = from; at < to; at += STRIPE) {
      for (let lane = 0; lane < LANES; lane++) {
        const place = at + lane * 8
        const low = round(
          lanes[lane * 2] as number,
          lanes[lane * 2 + 1] as number,
          wordAt(bytes, place + 4),
          wordAt(bytes, place),
        )
        lanes[lane * 2] = high
        lanes[lane * 2 + 1] = low
      }
    }
  }

  /** All lanes as one number. */
  #merge(): number {
    let h = 0
    let l = 0
    for (const [lane, turn] of [1, 7, 12, 18].entries()) {
      const turned = rotate(
        this.#lanes[lane * 2] as number,
        this.#lanes[lane * 2 + 1] as number,
        turn,
      )
      l = add(h, l, high, turned)
      h = high
    }
    for (let lane = 0; lane < LANES; lane++) {
      const mixed = round(
        0,
        0,
        this.#lanes[lane * 2] as number,
        this.#lanes[lane * 2 + 1] as number,
      )
      l = multiply(h ^ high, l ^ mixed, P1H, P1L)
      l = add(high, l, P4H, P4L)
      h = high
    }
    high = h
    return l
  }
}

function pair(low: number, highHalf = high): readonly [number, number] {
  return [highHalf, low]
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24)
  )
}
