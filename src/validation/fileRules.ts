// What is true across lines: repeated keys, values that should be the same everywhere, sums for the
// limits. Kept true line by line, so that an edit costs the lines that it touches. What is said
// about it is in fileFindings.ts.
import { ADDED_LINE_BASE, type LineId } from '../base/units.ts'
import type { FormatDefinition } from '../formats/defineFormat.ts'
import type { RepeatMarks } from './findRepeats.ts'
import { KeyTable } from './keyTable.ts'
import type { ArraysToSave, SavedArrays } from '../document/saved/entryFile.ts'

/** The distinct combinations of uniform values and item counts that are told apart. */
const MAX_PROFILES = 65_535

/** The profile of a line that no such rule looks at. */
export const NO_PROFILE = 65_535

/** One combination of what the rules of a format look at, beside the key. */
export interface Profile {
  /** By uniform rule, and after them the kind of line; undefined when the line has no such value. */
  readonly uniform: readonly (string | undefined)[]
  readonly items: number
  count: number
  /**
   * Sum of the ids of its lines: when there is just one, this is its id. Added lines count from
   * ADDED_BASE_SMALL here, so that a million of them still add up exactly.
   */
  idSum: number
  /** A line that had it when it was first seen. */
  firstId: LineId
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
interface SavedProfile extends Omit<Profile, 'uniform'> {
  readonly uniform: readonly (string | null)[]
}

/** Profiles as JSON keeps them, and the arrays of the keys. */
export interface SavedRules {
  readonly profiles: readonly SavedProfile[]
  readonly keys: SavedArrays
}

/** As `SavedRules`, with live arrays in pieces. */
type RulesToSave = Omit<SavedRules, 'keys'> & { readonly keys: ArraysToSave }

/** Code units of a value that is kept whole: a file may have a long one on each line. */
const KEPT_WHOLE = 256
const KEPT_OF_LONG = 128
const SHORTENED = /…#[0-9a-f]{16}$/

/** A long value as its beginning and a hash of it, so that others are told from it. */
function shortValue(value: string | undefined): string | undefined {
  if (value === undefined || value.length <= KEPT_WHOLE) return value
  let one = 0x811c9dc5
  let other = value.length
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i)
    one = Math.imul(one ^ unit, 0x01000193)
    other = Math.imul((other << 7) ^ (other >>> 25) ^ unit, 0x9e3779b1)
  }
  const hash = [one, other].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('')
  return `${value.slice(0, KEPT_OF_LONG)}…#${hash}`
}

function textOfProfile(uniform: readonly (string | undefined)[], items: number): string {
  return JSON.stringify([uniform, items])
}

export class FileRules {
  readonly keys = new KeyTable()
  readonly #profiles: Profile[] = []
  readonly #profileByText = new Map<string, number>()
  /** Answers of `withItems`. */
  readonly #profileByItems = new Map<number, number>()
  /** Hashes of keys that another line had when they were added; confirmed on the text later. */
  readonly duplicateCandidates = new Set<number>()
  #marks: RepeatMarks | undefined
  /** Answers of `uniformValues` until a line changes. */
  #uniformMemo: Map<number, readonly UniformValue[]> | undefined

  readonly format: FormatDefinition

  constructor(format: FormatDefinition) {
    this.format = format
  }

  /**
   * What is known of all lines, for `restore`; undefined while suspects are not settled. Nothing may
   * change before it is stored.
   */
  save(): RulesToSave | undefined {
    this.findRepeats()
    if (this.duplicateCandidates.size > 0 || this.#marks) return undefined
    const profiles = this.#profiles.map(({ uniform, ...counts }) => ({
      ...counts,
      uniform: uniform.map((value) => value ?? null),
    }))
    return { profiles, keys: this.keys.save() }
  }

  /** Makes new rules what others of the same format were. False: the keys were not saved ones. */
  restore({ profiles, keys }: SavedRules): boolean {
    for (const { uniform, ...counts } of profiles) {
      const values = uniform.map((value) => value ?? undefined)
      this.#profileByText.set(textOfProfile(values, counts.items), this.#profiles.length)
      this.#profiles.push({ ...counts, uniform: values })
    }
    return this.keys.restore(keys)
  }

  /** The number of a combination of values, to be kept with the line. */
  profileOf(values: readonly (string | undefined)[], items: number): number {
    const uniform = values.map(shortValue)
    const text = textOfProfile(uniform, items)
    const known = this.#profileByText.get(text)
    if (known !== undefined) return known
    if (this.#profiles.length >= MAX_PROFILES) return MAX_PROFILES - 1
    const profile = this.#profiles.length
    this.#profiles.push({
      uniform,
      items,
      count: 0,
      idSum: 0,
      firstId: -1 as LineId,
    })
    this.#profileByText.set(text, profile)
    return profile
  }

  /** More combinations are there than are told apart, or as many: the last number may stand for several. */
  get isFull(): boolean {
    return this.#profiles.length >= MAX_PROFILES
  }

  /** Undefined for NO_PROFILE. */
  profile(profile: number): Readonly<Profile> | undefined {
    return this.#profiles[profile]
  }

  /** The number of the combination that `profile` is with other items. */
  withItems(profile: number, items: number): number {
    const key = profile * 2 ** 32 + items
    let found = this.#profileByItems.get(key)
    if (found === undefined) {
      found = this.profileOf(this.#profiles[profile]?.uniform ?? [], items)
      this.#profileByItems.set(key, found)
    }
    return found
  }

  /** Counts a line in. `key` 0: it has none. */
  add(id: LineId, key: number, profile: number): void {
    if (key !== 0 && this.keys.add(key, id)) this.duplicateCandidates.add(key)
    this.addProfile(profile, 1, id, smallId(id))
  }

  /** Counts lines in that have a profile: their number, the first, and the sum of their ids. */
  addProfile(profile: number, count: number, firstId: LineId, idSum: number): void {
    const entry = this.#profiles[profile]
    if (!entry) return
    this.#uniformMemo = undefined
    if (entry.count === 0) entry.firstId = firstId
    entry.count += count
    entry.idSum += idSum
  }

  /** Finds the repeats among the keys that were appended to `keys`. */
  findRepeats(): void {
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
    const entry = this.#profiles[profile]
    if (!entry) return
    this.#uniformMemo = undefined
    entry.count--
    entry.idSum -= smallId(id)
  }

  /** The sum of the items of all lines. */
  get items(): number {
    let sum = 0
    for (const profile of this.#profiles) sum += profile.count * profile.items
    return sum
  }

  /** The values that lines have for the uniform rule `rule`, most frequent first. */
  uniformValues(rule: number): readonly UniformValue[] {
    this.#uniformMemo ??= new Map()
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
    for (const profile of this.#profiles) {
      const value = profile.uniform[rule]
      if (value === undefined || profile.count === 0) continue
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
