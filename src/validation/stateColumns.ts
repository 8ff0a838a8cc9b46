// Instead of the rules across lines: remembers for the lines of one batch what these would be told, by
// line. Profiles are numbered as in the rules of the document.
import { FileRules, NO_PROFILE } from './fileRules.ts'
import { KeyTable } from './keyTable.ts'

export class StateColumns extends FileRules {
  override readonly keys = new KeyColumn()
  readonly #known: FileRules
  #firstLine = 0
  #profiles = new Uint32Array(0)

  /** `known`: the rules of the document. */
  constructor(known: FileRules) {
    super(known.format, known.hash)
    this.#known = known
  }

  /** Forgets all lines; `count` of them follow, from `firstLine` on. */
  begin(firstLine: number, count: number): void {
    this.#firstLine = firstLine
    if (this.#profiles.length < count) this.#profiles = new Uint32Array(count)
    this.#profiles.fill(NO_PROFILE, 0, count)
    this.keys.begin(firstLine, count)
  }

  /** Of the i-th line; NO_PROFILE when no rule looks at it. */
  profileAt(i: number): number {
    return this.#profiles[i] as number
  }

  /** Of the i-th line; 0 when it has none. */
  keyAt(i: number): number {
    return this.keys.hashes[i] as number
  }

  override profileOf(uniform: readonly (string | undefined)[], items: number): number {
    return this.#known.profileOf(uniform, items)
  }

  override withItems(profile: number, items: number): number {
    return this.#known.withItems(profile, items)
  }

  /** Lines that have one profile follow one another. */
  override addProfile(profile: number, count: number, firstId: number): void {
    const from = firstId - this.#firstLine
    this.#profiles.fill(profile, from, from + count)
  }
}

class KeyColumn extends KeyTable {
  hashes = new Float64Array(0)
  #firstLine = 0

  begin(firstLine: number, count: number): void {
    this.#firstLine = firstLine
    if (this.hashes.length < count) this.hashes = new Float64Array(count)
    this.hashes.fill(0, 0, count)
  }

  override append(hash: number, line: number): void {
    this.hashes[line - this.#firstLine] = hash
  }
}
