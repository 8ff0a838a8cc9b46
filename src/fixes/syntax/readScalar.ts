// Numbers and bare words of a line: what they are in JSON, if anything.
import type { TextOffset } from '../../base/units.ts'
import { isWordAt } from './repair.ts'
import type { RepairCause } from './repair.ts'

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.$+-])/y
const NUMBER_LIKE = /[-+]?[\d.][\w.+-]*/y

/** The end of the number of JSON at `at`; undefined where there is none, or it goes on oddly. */
function numberEnd(text: string, at: TextOffset): TextOffset | undefined {
  NUMBER.lastIndex = at
  return NUMBER.test(text) ? NUMBER.lastIndex : undefined
}

/** What begins like a number at `at`, in one piece; undefined where nothing does. */
export function numberLikeAt(text: string, at: TextOffset): string | undefined {
  NUMBER_LIKE.lastIndex = at
  const like = NUMBER_LIKE.exec(text)?.[0]
  return like !== undefined && /\d/.test(like) ? like : undefined
}

const DECIMAL = /^([-+]?)(\d[\d_]*)?(?:\.(\d[\d_]*)?)?(?:([eE][-+]?\d+))?[nLlfFdD]?$/
const RADIX = /^([-+]?)(0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+)[nL]?$/

/**
 * The same number as JSON writes it, or undefined: leading zeros, plus sign, missing digits on one
 * side of the point, hexadecimal, binary and octal, underscores between digits, type suffixes.
 */
function normaliseNumber(like: string): string | undefined {
  const radix = RADIX.exec(like)
  if (radix) {
    const [, sign, digits = ''] = radix
    const value = BigInt(digits.replaceAll('_', '')).toString()
    return sign === '-' ? `-${value}` : value
  }
  const decimal = DECIMAL.exec(like)
  if (!decimal) return undefined
  const [, sign, whole, fraction, exponent = ''] = decimal
  if (whole === undefined && fraction === undefined) return undefined
  const digits = (whole ?? '0').replaceAll('_', '').replace(/^0+(?=\d)/, '')
  const point = like.includes('.') ? `.${(fraction ?? '0').replaceAll('_', '')}` : ''
  return `${sign === '-' ? '-' : ''}${digits}${point}${exponent}`
}

const WORDS: Readonly<Record<string, readonly [insert: string, cause?: RepairCause]>> = {
  true: ['true'],
  false: ['false'],
  null: ['null'],
  None: ['null', 'python-literal'],
  True: ['true', 'python-literal'],
  False: ['false', 'python-literal'],
  NaN: ['null', 'javascript-literal'],
  nan: ['null', 'javascript-literal'],
  Infinity: ['null', 'javascript-literal'],
  inf: ['null', 'javascript-literal'],
  undefined: ['null', 'javascript-literal'],
  TRUE: ['true', 'literal-case'],
  FALSE: ['false', 'literal-case'],
  NULL: ['null', 'literal-case'],
  Null: ['null', 'literal-case'],
  NONE: ['null', 'literal-case'],
  none: ['null', 'literal-case'],
  nil: ['null', 'literal-case'],
}

const LITERAL = /[-+]?[A-Za-z]+(?![\w$\p{L}\p{M}\p{N}])/uy

export interface Scalar {
  readonly to: TextOffset
  readonly insert: string
  /** Absent for what JSON has as it is. */
  readonly cause?: RepairCause
}

/** The number or literal at `at`, of JSON or of another language. */
export function scalarAt(text: string, at: TextOffset): Scalar | undefined {
  const end = numberEnd(text, at)
  if (end !== undefined && !isWordAt(text, end)) return { to: end, insert: '' }
  const literal = literalAt(text, at)
  if (literal) return literal
  const like = numberLikeAt(text, at)
  if (like === undefined) return undefined
  const insert = normaliseNumber(like)
  const to = at + like.length
  return insert === undefined || isWordAt(text, to)
    ? undefined
    : { to, insert, cause: 'bad-number' }
}

/** The literal at `at`, of JSON or of another language. */
export function literalAt(text: string, at: TextOffset): Scalar | undefined {
  LITERAL.lastIndex = at
  const word = LITERAL.exec(text)?.[0]
  if (word === undefined) return undefined
  const isSigned = word.startsWith('-') || word.startsWith('+')
  const bare = isSigned ? word.slice(1) : word
  if (!Object.hasOwn(WORDS, bare)) return undefined
  const [insert, cause] = WORDS[bare] as readonly [string, RepairCause?]
  if (isSigned && bare !== 'NaN' && bare !== 'nan' && !/^inf/i.test(bare)) return undefined
  return cause ? { to: at + word.length, insert, cause } : { to: at + word.length, insert }
}
