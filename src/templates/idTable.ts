// Whether an id was there before, among millions: 64 bits of hash and the number of the request, 12 bytes an
// entry, in a table of open addresses. 64 equal bits are taken for the same id.

/** Entries at the start; a power of two. */
const FIRST_SIZE = 1024

export class IdTable {
  #size = FIRST_SIZE
  #count = 0
  #low = new Uint32Array(FIRST_SIZE)
  #high = new Uint32Array(FIRST_SIZE)
  /** 0 where there is none. */
  #numbers = new Uint32Array(FIRST_SIZE)

  /** Adds the id of a request, from 1. The request that had it first, when one had. */
  add(id: string, number: number): number | undefined {
    if (4 * (this.#count + 1) > 3 * this.#size) this.#grow()
    const [low, high] = hash64(id)
    const at = this.#placeOf(low, high)
    if (this.#numbers[at] !== 0) return this.#numbers[at]
    this.#low[at] = low
    this.#high[at] = high
    this.#numbers[at] = number
    this.#count++
    return undefined
  }

  #placeOf(low: number, high: number): number {
    const mask = this.#size - 1
    let at = low & mask
    while (this.#numbers[at] !== 0 && (this.#low[at] !== low || this.#high[at] !== high)) {
      at = (at + 1) & mask
    }
    return at
  }

  #grow(): void {
    const [low, high, numbers] = [this.#low, this.#high, this.#numbers]
    this.#size *= 2
    this.#low = new Uint32Array(this.#size)
    this.#high = new Uint32Array(this.#size)
    this.#numbers = new Uint32Array(this.#size)
    for (let i = 0; i < numbers.length; i++) {
      if (numbers[i] === 0) continue
      const at = this.#placeOf(low[i] as number, high[i] as number)
      this.#low[at] = low[i] as number
      this.#high[at] = high[i] as number
      this.#numbers[at] = numbers[i] as number
    }
  }
}

/** Two words of 32 bits over the code units of a text, each as MurmurHash3 mixes. */
function hash64(text: string): [number, number] {
  let a = 0x2545f491
  let b = 0x6c078965
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = mixed(a, unit, 0xcc9e2d51, 15)
    b = mixed(b, unit, 0x1b873593, 17)
  }
  return [finished(a ^ text.length), finished(b ^ text.length)]
}

function mixed(word: number, unit: number, factor: number, by: number): number {
  const part = Math.imul(unit, factor)
  const next = word ^ ((part << by) | (part >>> (32 - by)))
  return (Math.imul((next << 13) | (next >>> 19), 5) + 0xe6546b64) | 0
}

function finished(word: number): number {
  const one = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  const two = Math.imul(one ^ (one >>> 13), 0xc2b2ae35)
  return (two ^ (two >>> 16)) >>> 0
}
