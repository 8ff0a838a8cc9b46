// The key of each line: its hash for the rules across lines, and what the rules about a key alone say
// of it. The keys of a file all differ, so this runs for every line whose key is not plain.
import type { Finding } from '../diagnostics/diagnostic.ts'
import type { FindingSets } from '../diagnostics/findingSets.ts'
import type { LineRule } from '../formats/defineFormat.ts'
import { CAPTURE_KINDS, type CaptureColumn } from '../scanner/captures.ts'
import { ANY_CHECK, checkOf, joinHash } from './hashPage.ts'

export interface CapturedKey {
  /** 53-bit hash; 0 when the line has no key. */
  readonly key: number
  /** Bit i: rule i speaks. */
  readonly findings: number
}

const STRING = CAPTURE_KINDS.indexOf('string')
const PLAIN = CAPTURE_KINDS.indexOf('plain-string')
const ESCAPED = CAPTURE_KINDS.indexOf('escaped-string')
const WHOLE_LINE = CAPTURE_KINDS.indexOf('whole-line')
const NO_KEY: CapturedKey = { key: 0, findings: 0 }
/** Bits of `findings`. */
const MAX_RULES = 30

const utf8 = new TextDecoder()

export class KeyReader {
  readonly #rules: readonly LineRule[]
  readonly #findingSets: FindingSets
  readonly #hash: (text: string) => number
  /** Finding sets with findings of the key added. */
  readonly #memo = new Map<number, number>()
  constructor(
    rules: readonly LineRule[],
    findingSets: FindingSets,
    hash: (text: string) => number,
  ) {
    this.#rules = rules.slice(0, MAX_RULES)
    this.#findingSets = findingSets
    this.#hash = hash
  }

  /** Rules about a key alone. */
  get ruleCount(): number {
    return this.#rules.length
  }

  /** The key of a parsed line. */
  parsed(key: string | undefined): CapturedKey {
    return key === undefined ? NO_KEY : { key: this.#hash(key), findings: this.#findingsOf(key) }
  }

  /**
   * The key of line `i` of a batch, from the bytes that were captured. `lineFrom`: where the line
   * begins in `bytes`.
   */
  captured(column: CaptureColumn, i: number, lineFrom: number, bytes: Uint8Array): CapturedKey {
    const kind = column.kind[i]
    if (kind === WHOLE_LINE) {
      const key = joinHash(column.hash[2 * i] as number, column.hash[2 * i + 1] as number)
      return { key, findings: 0 }
    }
    if (kind !== PLAIN && kind !== STRING && kind !== ESCAPED) return NO_KEY
    // Without the quotes.
    const from = lineFrom + (column.from[i] as number) + 1
    const to = lineFrom + (column.to[i] as number) - 1
    if (kind === ESCAPED) {
      return this.parsed(JSON.parse(utf8.decode(bytes.subarray(from - 1, to + 1))) as string)
    }
    if (to === from) return NO_KEY
    return {
      key: joinHash(column.hash[2 * i] as number, column.hash[2 * i + 1] as number),
      findings:
        this.#rules.length === 0 || kind === PLAIN
          ? 0
          : this.#findingsOf(utf8.decode(bytes.subarray(from, to))),
    }
  }

  /** Bits of the hash of a captured key beyond those of `key`. */
  checkOf(column: CaptureColumn | undefined, i: number): number {
    const kind = column?.kind[i]
    // A text with escapes is another text as it is written.
    const isPlain = kind === PLAIN || kind === STRING || kind === WHOLE_LINE
    return column && isPlain ? checkOf(column.hash[2 * i + 1] as number) : ANY_CHECK
  }

  /** A finding set with what the rules say of the key. */
  withFindings(findingSet: number, findings: number): number {
    if (findings === 0) return findingSet
    const memoKey = findingSet * 2 ** MAX_RULES + findings
    let found = this.#memo.get(memoKey)
    if (found === undefined) {
      const told: Finding[] = this.#rules
        .filter((_, i) => (findings & (1 << i)) !== 0)
        .map(({ code, severity, title }) => ({ code, severity, title }))
      found = this.#findingSets.intern([...this.#findingSets.findingsOf(findingSet), ...told])
      this.#memo.set(memoKey, found)
    }
    return found
  }

  #findingsOf(key: string): number {
    let findings = 0
    for (const [i, rule] of this.#rules.entries()) {
      if (rule.check(rule.reads.map(() => key))) findings |= 1 << i
    }
    return findings
  }
}
