// Facts that JSON.parse loses: keys that are doubled, numbers that change when read, characters that
// are only in the text. All are found on the text of a valid line, without recursion.
import { spaceAround } from '../base/textMarks.ts'
import type { TextOffset } from '../base/units.ts'
import type { JsonPath } from './jsonPath.ts'
import { lossOf, type NumberLoss } from './lostNumbers.ts'
import type { TextRange } from './textRange.ts'
import { isObjectAt, memberNameAt, skipSpace, skipString } from './walkText.ts'

export interface FoundInText {
  /** Of a doubled key: the path that all its members share. */
  readonly path: JsonPath
  /** The key with its quotes, or the number. */
  readonly range: TextRange
}

/** Finds reported per line. */
const MAX_FOUND = 100

/** The second and every further member of a key in the same object, in order of the text. */
export function duplicateKeys(text: string): FoundInText[] {
  const found: FoundInText[] = []
  const keysByDepth: (Set<string> | undefined)[] = []
  walk(text, {
    onOpen: (depth, isObject) => (keysByDepth[depth] = isObject ? new Set() : undefined),
    onKey(depth, key, range, path) {
      const keys = keysByDepth[depth]
      if (keys?.has(key)) found.push({ path: path(), range })
      keys?.add(key)
      return found.length < MAX_FOUND
    },
  })
  return found
}

/**
 * Numbers that a reader with 64-bit floats gets wrong: `lostNumbers`, and those of which more digits are
 * written than fit. `1.0` and `1e2` are exact.
 */
export function inexactNumbers(text: string): FoundInText[] {
  const found: FoundInText[] = []
  walk(text, {
    onScalar(range, path) {
      const source = text.slice(range.from, range.to)
      if (isNumber(source) && !isExact(source)) found.push({ path: path(), range })
      return found.length < MAX_FOUND
    },
  })
  return found
}

export interface LostNumber extends FoundInText {
  readonly loss: NumberLoss
}

/**
 * Integers of which a double loses digits, and numbers that it takes for infinity or zero; of each kind the
 * first ones, however many there are of the other.
 */
export function lostNumbers(text: string): LostNumber[] {
  const found: LostNumber[] = []
  const counts: Record<NumberLoss, number> = { digits: 0, range: 0 }
  walk(text, {
    onScalar(range, path) {
      const source = text.slice(range.from, range.to)
      const loss = isNumber(source) ? lossOf(source) : undefined
      if (loss && counts[loss]++ < MAX_FOUND) found.push({ path: path(), range, loss })
      return counts.digits < MAX_FOUND || counts.range < MAX_FOUND
    },
  })
  return found
}

export interface PaddedKey extends FoundInText {
  readonly before: boolean
  readonly after: boolean
}

/** Keys with white space at an end, by base/textMarks.ts. */
export function paddedKeys(text: string): PaddedKey[] {
  const found: PaddedKey[] = []
  walk(text, {
    onKey(_depth, key, range, path) {
      const { before, after } = spaceAround(key)
      if (before || after) found.push({ path: path(), range, before, after })
      return found.length < MAX_FOUND
    },
  })
  return found
}

/** The escapes for one half of a surrogate pair that stand without the other half. */
export function loneSurrogates(text: string, limit = MAX_FOUND): TextRange[] {
  const found: TextRange[] = []
  let at = text.indexOf('\\')
  while (at >= 0 && found.length < limit) {
    const unit = surrogateAt(text, at)
    let to = at + 2
    if (unit !== undefined) {
      const isPair = unit < 0xdc00 && (surrogateAt(text, at + 6) ?? 0) >= 0xdc00
      to = at + (isPair ? 12 : 6)
      if (!isPair) found.push({ from: at, to })
    }
    at = text.indexOf('\\', to)
  }
  return found
}

/** The surrogate whose escape stands at `at`. */
function surrogateAt(text: string, at: TextOffset): number | undefined {
  const hex = /^\\u(d[89a-f][0-9a-f]{2})/i.exec(text.slice(at, at + 6))?.[1]
  return hex === undefined ? undefined : Number.parseInt(hex, 16)
}

/** The characters U+2028 and U+2029 as they are; in valid JSON they stand in strings. */
export function lineSeparators(text: string): TextRange[] {
  const found: TextRange[] = []
  for (const { index } of text.matchAll(/[\u2028\u2029]/g)) {
    if (found.length === MAX_FOUND) break
    found.push({ from: index, to: index + 1 })
  }
  return found
}

function isNumber(source: string): boolean {
  const first = source.charCodeAt(0)
  return first === 45 || (first >= 48 && first <= 57)
}

/** Whether the number survives being parsed and written again. */
export function isExact(source: string): boolean {
  // Up to 15 digits always survive.
  if (source.length <= 15 && !/[eE]/.test(source)) return true
  const parsed = Number(source)
  if (!Number.isFinite(parsed)) return false
  if (canonical(source) === canonical(String(parsed))) return true
  // Large powers of two are exact, though JavaScript writes them shorter.
  return /^-?\d+$/.test(source) && BigInt(source) === BigInt(parsed)
}

/** Digits without zeros at either end, and the power of ten of the first: equal for equal values. */
function canonical(source: string): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(source)
  if (parts === null) return source
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts
  const all = whole + fraction
  const digits = all.replace(/^0+/, '')
  const significant = digits.replace(/0+$/, '')
  if (significant === '') return '0'
  const power = BigInt(exponent) + BigInt(whole.length - (all.length - digits.length))
  return `${sign}${significant}e${power}`
}

interface Visitor {
  /** An object or array opens; its members are at `depth`, 0 for those of the root. */
  readonly onOpen?: (depth: number, isObject: boolean) => void
  /** False ends the walk. */
  readonly onKey?: (depth: number, key: string, range: TextRange, path: () => JsonPath) => boolean
  /** Any value but strings, objects and arrays. False ends the walk. */
  readonly onScalar?: (range: TextRange, path: () => JsonPath) => boolean
}

function walk(text: string, visitor: Visitor): void {
  // One entry per open container: the current key, or the index.
  const steps: (string | number)[] = []
  const isObjects: boolean[] = []
  const path = (): JsonPath => [...steps]
  let i: TextOffset = skipSpace(text, 0)
  while (i < text.length) {
    const c = text[i]
    if (c === '{' || c === '[') {
      const isObject = isObjectAt(text, i)
      visitor.onOpen?.(steps.length, isObject)
      isObjects.push(isObject)
      steps.push(isObject ? '' : 0)
      i = skipSpace(text, i + 1)
      if (isObject) i = readKey(i)
    } else if (c === '}' || c === ']') {
      steps.pop()
      isObjects.pop()
      i = skipSpace(text, i + 1)
    } else if (c === ',') {
      i = skipSpace(text, i + 1)
      const last = steps.length - 1
      if (isObjects[last]) i = readKey(i)
      else steps[last] = Number(steps[last]) + 1
    } else if (c === '"') i = skipSpace(text, skipString(text, i))
    else {
      const from = i
      while (i < text.length && !',]} \t\r\n'.includes(text[i] as string)) i++
      if (visitor.onScalar?.({ from, to: i }, path) === false) return
      if (i === from) i++
      i = skipSpace(text, i)
    }
  }

  /** Takes the key at `at`, if there is one, and gives the offset of its value. */
  function readKey(at: TextOffset): TextOffset {
    if (text[at] !== '"') return at
    const to = skipString(text, at)
    const key = memberNameAt(text, at, to)
    steps[steps.length - 1] = key
    const goesOn = visitor.onKey?.(steps.length - 1, key, { from: at, to }, path)
    if (goesOn === false) return text.length
    return skipSpace(text, skipSpace(text, to) + 1)
  }
}
