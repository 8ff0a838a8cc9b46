// Characters by what the tests of an expression can tell apart: a few classes for all of Unicode.

/** What is asked of one character. */
export interface CharacterTest {
  /** Characters at which the answer may change, in any order. */
  readonly edges: Iterable<number>
  readonly passes: (codePoint: number) => boolean
}

const BMP = 0x10000

export class CharacterClasses {
  readonly count: number
  /** [code point below 0x10000]: its class. */
  readonly ofBmp = new Uint16Array(BMP)
  /** [class]: one of its characters. */
  readonly samples: readonly number[]
  /** First characters of stretches of one class from 0x10000 on, and their classes. */
  readonly #astral: { readonly from: number; readonly of: number }[] = []

  constructor(tests: readonly CharacterTest[]) {
    const edges = new Set([0, BMP])
    for (const test of tests) for (const edge of test.edges) edges.add(edge)
    const sorted = [...edges].filter((edge) => edge <= 0x10ffff).sort((a, b) => a - b)
    const byAnswers = new Map<string, number>()
    const samples: number[] = []
    for (const [i, from] of sorted.entries()) {
      const answers = tests.map((test) => (test.passes(from) ? '1' : '0')).join('')
      let of = byAnswers.get(answers)
      if (of === undefined) {
        of = samples.length
        byAnswers.set(answers, of)
        samples.push(from)
      }
      if (from < BMP) this.ofBmp.fill(of, from, Math.min(sorted[i + 1] ?? BMP, BMP))
      else this.#astral.push({ from, of })
    }
    this.samples = samples
    this.count = samples.length
  }

  of(codePoint: number): number {
    if (codePoint < BMP) return this.ofBmp[codePoint] as number
    let low = 0
    let high = this.#astral.length
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if ((this.#astral[middle]?.from ?? Infinity) <= codePoint) low = middle
      else high = middle
    }
    return this.#astral[low]?.of ?? 0
  }
}
