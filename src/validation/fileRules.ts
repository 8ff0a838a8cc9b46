// What is true across lines: repeated keys, values that should be the same everywhere, sums for the
// limits. Kept true line by line, so that an edit costs the lines that it touches. What is said
// about it is in fileFindings.ts.
import { ADDED_LINE_BASE, type LineId } from '../base/units.ts'
import type { FormatDefinition } from '../formats/defineFormat.ts'
import type { RepeatMarks } from './findRepeats.ts'
import { ItemCounts } from './itemCounts.ts'
import { KeyTable } from './keyTable.ts'
import type { ArraysToSave, SavedArrays } from '../document/saved/entryFile.ts'

/**
 * Combinations of uniform values that are told apart when a file is read. Of the lines that are written
 * afterwards a further 32,768 are, so that a file with too many models can be mended.
 */
export const MAX_READ = 65_535
const MAX_COMBINATIONS = 98_304
/** Places for combinations of which some values are not told apart; those of at most this many are kept. */
const FOLDED_PLACES = 1024
const FEW_VALUES = 8

/**
 * A profile is the number of a combination and that of an item count, in 32 bits. So many distinct counts
 * need 2^29 items, which is more than a file of 1 GB holds; beyond, the nearest one stands for a count.
 */
const COMBINATION_BITS = 17
const MAX_ITEM_COUNTS = 2 ** (32 - COMBINATION_BITS) - 1

/** The profile of a line that no such rule looks at. */
export const NO_PROFILE = 0xffff_ffff

/** Bits of the filter for combinations that were not told apart: 4 million pass for new ones at 97 %. */
const FILTER_BITS = 27

/** More are not counted again for every look at a file that is being read. */
const MANY_COMBINATIONS = 1000

/** Stands for values that are not told apart; no JSON text holds it. */
const OTHERS = '\u0000others'

/** One combination of uniform values. */
interface Combination {
  /** By uniform rule, and after them the kind of line; undefined when the line has no such value. */
  readonly uniform: readonly (string | undefined)[]
  count: number
  /**
   * Sum of the ids of its lines: when there is just one, this is its id. Added lines count from
   * ADDED_BASE_SMALL here, so that a million of them still add up exactly.
   */
  idSum: number
  /** A line that had it when it was first seen. */
  firstId: LineId
}

/** What of a line the rules of a format look at, beside the key. */
export interface Profile {
  readonly uniform: readonly (string | undefined)[]
  readonly items: number
}

/** How often a uniform value occurs, most frequent first. */
export interface UniformValue {
  readonly value: string
  readonly count: number
  /** The only line that has it, when `count` is 1. */
  readonly onlyLine?: LineId
  readonly firstLine: LineId
}

const ADDED_BASE_SMALL = 2 ** 28

function smallId(id: number): number {
  return id < ADDED_LINE_BASE ? id : id - ADDED_LINE_BASE + ADDED_BASE_SMALL
}

function fromSmallId(small: number): LineId {
  return (small < ADDED_BASE_SMALL ? small : small - ADDED_BASE_SMALL + ADDED_LINE_BASE) as LineId
}

/** As plain data: JSON has no undefined. */
interface SavedCombination extends Omit<Combination, 'uniform'> {
  readonly uniform: readonly (string | null)[]
}

/** What is counted as JSON keeps it. */
interface SavedProfiles {
  readonly combinations: readonly SavedCombination[]
  /** The distinct item counts, by number. */
  readonly itemCounts: readonly number[]
  /** The sum of the items of all lines. */
  readonly items: number
}

/** Profiles, and the arrays of the keys. */
export interface SavedRules {
  readonly profiles: SavedProfiles
  readonly keys: SavedArrays
}

/** As `SavedRules`, with live arrays in pieces. */
type RulesToSave = Omit<SavedRules, 'keys'> & { readonly keys: ArraysToSave }

/** Code units of a value that is kept whole: a file may have a long one on each line. */
const KEPT_WHOLE = 256
const KEPT_OF_LONG = 128
const SHORTENED = /…#[0-9a-f]{14}$/

export class FileRules {
  readonly keys = new KeyTable()
  readonly #combinations: Combination[] = []
  readonly #numberByText = new Map<string, number>()
  /** By uniform rule, the values that combinations have: those that a folded one may keep. */
  readonly #values: Set<string | undefined>[] = []
  readonly #itemCounts = new ItemCounts(MAX_ITEM_COUNTS)
  #items = 0
  #most = MAX_READ
  #folded = 0
  /**
   * Hashes of the combinations that were folded. Whatever was once is for good, so that a line that is
   * read again has the profile with which it was counted; what passes for one by chance is folded, too.
   */
  #filter: Uint8Array | undefined
  /** Hashes of keys that another line had when they were added; confirmed on the text later. */
  readonly duplicateCandidates = new Set<number>()
  #marks: RepeatMarks | undefined
  /** By uniform rule, the answers of `othersOf`. */
  readonly #others: number[] = []
  #lines = 0
  /** As many lines were counted in when the values were counted last. */
  #linesOfMemo = 0
  /** Answers of `uniformValues` until a line changes; see `#forgetValues`. */
  #uniformMemo: Map<number, readonly UniformValue[]> | undefined

  readonly format: FormatDefinition
  /** 53 bits, keyed by the document's secret seed. */
  readonly hash: (text: string) => number

  constructor(format: FormatDefinition, hash: (text: string) => number) {
    this.format = format
    this.hash = hash
  }

  /**
   * What is known of all lines, for `restore`; undefined while suspects are not settled, and where
   * values were too many to be told apart. Nothing may change before it is stored.
   */
  save(): RulesToSave | undefined {
    this.findRepeats()
    if (this.duplicateCandidates.size > 0 || this.#marks || this.isFull) return undefined
    const combinations = this.#combinations.map(({ uniform, ...counts }) => ({
      ...counts,
      uniform: uniform.map((value) => value ?? null),
    }))
    const profiles = { combinations, itemCounts: this.#itemCounts.counts, items: this.#items }
    return { profiles, keys: this.keys.save() }
  }

  /** Makes new rules what others of the same format were. False: the keys were not saved ones. */
  restore({ profiles, keys }: SavedRules): boolean {
    for (const { uniform, ...counts } of profiles.combinations) {
      const values = uniform.map((value) => value ?? undefined)
      Object.assign(this.#combinations[this.#append(values)] as Combination, counts)
    }
    for (const items of profiles.itemCounts) this.#itemCounts.numberOf(items)
    this.#items = profiles.items
    this.#most = MAX_COMBINATIONS
    return this.keys.restore(keys)
  }

  /** The number of a combination of values with a count of items, to be kept with the line. */
  profileOf(values: readonly (string | undefined)[], items: number): number {
    const uniform = values.map((value) => this.#shortened(value))
    return this.#combinationOf(uniform) + this.#itemCounts.numberOf(items) * 2 ** COMBINATION_BITS
  }

  /** A long value as its beginning and a hash of it, so that others are told from it. */
  #shortened(value: string | undefined): string | undefined {
    if (value === undefined || value.length <= KEPT_WHOLE) return value
    const hash = this.hash(value).toString(16).padStart(14, '0')
    return `${value.slice(0, KEPT_OF_LONG)}…#${hash}`
  }

  #combinationOf(uniform: readonly (string | undefined)[]): number {
    const text = JSON.stringify(uniform)
    const known = this.#numberByText.get(text)
    if (known !== undefined) return known
    if (!this.#wasFolded(text) && this.#combinations.length - this.#folded < this.#most)
      return this.#append(uniform, text)
    this.#markFolded(text)
    return this.#fold(uniform)
  }

  #append(uniform: readonly (string | undefined)[], text = JSON.stringify(uniform)): number {
    const number = this.#combinations.length
    this.#combinations.push({ uniform, count: 0, idSum: 0, firstId: -1 as LineId })
    this.#numberByText.set(text, number)
    uniform.forEach((value, rule) => {
      const values = (this.#values[rule] ??= new Set())
      if (values.size <= FEW_VALUES) values.add(value)
    })
    return number
  }

  /** The combination in which the values of rules that have many are not told apart. */
  #fold(uniform: readonly (string | undefined)[]): number {
    const kept = uniform.map((value, rule) => (this.#isOfFew(value, rule) ? value : OTHERS))
    const known = this.#numberByText.get(JSON.stringify(kept))
    if (known !== undefined) return known
    const all = uniform.map(() => OTHERS)
    const isLast = this.#folded >= FOLDED_PLACES - 1
    const last = this.#numberByText.get(JSON.stringify(all))
    if (isLast && last !== undefined) return last
    this.#folded++
    return this.#append(isLast ? all : kept)
  }

  #isOfFew(value: string | undefined, rule: number): boolean {
    const values = this.#values[rule]
    return values !== undefined && values.size <= FEW_VALUES && values.has(value)
  }

  #wasFolded(text: string): boolean {
    if (!this.#filter) return false
    const bit = this.hash(text) % 2 ** FILTER_BITS
    return ((this.#filter[bit >>> 3] as number) & (1 << (bit & 7))) !== 0
  }

  #markFolded(text: string): void {
    this.#filter ??= new Uint8Array(2 ** (FILTER_BITS - 3))
    const bit = this.hash(text) % 2 ** FILTER_BITS
    this.#filter[bit >>> 3] = (this.#filter[bit >>> 3] as number) | (1 << (bit & 7))
  }

  /** There were more combinations than are told apart. */
  get isFull(): boolean {
    return this.#filter !== undefined
  }

  #combination(profile: number): Combination | undefined {
    return profile === NO_PROFILE ? undefined : this.#combinations[profile % 2 ** COMBINATION_BITS]
  }

  #itemsOf(profile: number): number {
    return this.#itemCounts.counts[profile >>> COMBINATION_BITS] ?? 0
  }

  /** Undefined for NO_PROFILE. */
  profile(profile: number): Profile | undefined {
    const combination = this.#combination(profile)
    return combination && { uniform: combination.uniform, items: this.#itemsOf(profile) }
  }

  /** The number of the combination that `profile` is with other items. */
  withItems(profile: number, items: number): number {
    if (profile === NO_PROFILE) return this.profileOf([], items)
    const combination = profile % 2 ** COMBINATION_BITS
    return combination + this.#itemCounts.numberOf(items) * 2 ** COMBINATION_BITS
  }

  /** Counts a line in. `key` 0: it has none. */
  add(id: LineId, key: number, profile: number): void {
    if (key !== 0 && this.keys.add(key, id)) this.duplicateCandidates.add(key)
    this.addProfile(profile, 1, id, smallId(id))
  }

  /** Counts lines in that have a profile: their number, the first, and the sum of their ids. */
  addProfile(profile: number, count: number, firstId: LineId, idSum: number): void {
    const entry = this.#combination(profile)
    if (!entry) return
    this.#lines += count
    this.#forgetValues()
    this.#items += count * this.#itemsOf(profile)
    this.#countOthers(entry, count)
    if (entry.count === 0) entry.firstId = firstId
    entry.count += count
    entry.idSum += idSum
  }

  #countOthers({ uniform }: Combination, count: number): void {
    if (!this.isFull) return
    uniform.forEach((value, rule) => {
      if (value === OTHERS) this.#others[rule] = (this.#others[rule] ?? 0) + count
    })
  }

  /**
   * While a file is read its values are told many times a second. Where they are many, to count them each
   * time would take longer than reading: they are counted again when there are an eighth more lines, and
   * at the end.
   */
  #forgetValues(): void {
    const isReading = this.#most === MAX_READ
    const isRecent = this.#lines < this.#linesOfMemo * 1.125
    if (isReading && isRecent && this.#combinations.length > MANY_COMBINATIONS) return
    this.#uniformMemo = undefined
  }

  /** Finds the repeats among the keys that were appended to `keys`: the file has been read. */
  findRepeats(): void {
    if (this.#most === MAX_READ) this.#uniformMemo = undefined
    this.#most = MAX_COMBINATIONS
    const { unclear, marks } = this.keys.takeRepeats()
    for (const key of unclear) this.duplicateCandidates.add(key)
    if (marks) this.#marks = marks
  }

  /** Lines of the file that were found to repeat a key, until they are taken. */
  takeMarks(): RepeatMarks | undefined {
    const marks = this.#marks
    this.#marks = undefined
    return marks
  }

  /** Takes a line out. */
  remove(id: LineId, key: number, profile: number): void {
    if (key !== 0 && this.keys.remove(key, id)) this.duplicateCandidates.add(key)
    const entry = this.#combination(profile)
    if (!entry) return
    this.#lines--
    this.#uniformMemo = undefined
    this.#items -= this.#itemsOf(profile)
    this.#countOthers(entry, -1)
    entry.count--
    entry.idSum -= smallId(id)
  }

  /** The sum of the items of all lines. */
  get items(): number {
    return this.#items
  }

  /** Lines whose value for the uniform rule `rule` is not told apart and is not among `uniformValues`. */
  othersOf(rule: number): number {
    return this.#others[rule] ?? 0
  }

  /**
   * The values that lines have for the uniform rule `rule`, most frequent first. Where there are lines
   * with others (`othersOf`), there are more values than these, and each may have more lines.
   */
  uniformValues(rule: number): readonly UniformValue[] {
    if (!this.#uniformMemo) {
      this.#uniformMemo = new Map()
      this.#linesOfMemo = this.#lines
    }
    let values = this.#uniformMemo.get(rule)
    if (!values) {
      values = this.#countValues(rule)
      this.#uniformMemo.set(rule, values)
    }
    return values
  }

  /** The kinds of lines that there are (formats/lineKind.ts), most frequent first. */
  get kinds(): readonly UniformValue[] {
    return this.uniformValues(this.format.uniform?.length ?? 0)
  }

  #countValues(rule: number): UniformValue[] {
    const byValue = new Map<string, { count: number; idSum: number; firstLine: LineId }>()
    for (const profile of this.#combinations) {
      const value = profile.uniform[rule]
      if (value === undefined || value === OTHERS || profile.count === 0) continue
      const entry = byValue.get(value)
      if (entry) {
        entry.count += profile.count
        entry.idSum += profile.idSum
      } else {
        byValue.set(value, {
          count: profile.count,
          idSum: profile.idSum,
          firstLine: profile.firstId,
        })
      }
    }
    return [...byValue]
      .map(([value, { count, idSum, firstLine }]) =>
        count === 1
          ? { value, count, onlyLine: fromSmallId(idSum), firstLine: fromSmallId(idSum) }
          : { value, count, firstLine },
      )
      .sort((a, b) => b.count - a.count)
  }

  /** The value that most lines have at a path of a uniform rule; undefined where it is too long to be kept. */
  usualValue(path: string): string | undefined {
    const rule = (this.format.uniform ?? []).findIndex((each) => each.path.join('.') === path)
    const value = rule < 0 ? undefined : this.uniformValues(rule)[0]?.value
    return value !== undefined && SHORTENED.test(value) ? undefined : value
  }
}
