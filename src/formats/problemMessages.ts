// The words for problems: a title that is the same for all lines that have it, and a message with
// the values of one line.
import { countCodePoints } from '../base/codePoints.ts'
import { groupNumber } from '../base/groupNumber.ts'
import { formatPath, type JsonPath } from '../json/jsonPath.ts'
import { nearestKey } from '../json/nearestKey.ts'
import type { Problem } from './problem.ts'

/** Code units of a value that a message shows. */
const VALUE_SHOWN = 60

/** In sentence case, without a value of the line. */
export function titleOf(problem: Problem): string {
  const place = placeInTitle(problem.pattern)
  switch (problem.kind) {
    case 'missing':
      return `${place} is missing`
    case 'type':
      if (place === '') return `Line is not ${typeList(problem.expected)}`
      return `${place} must be ${typeList(problem.expected)}`
    case 'value':
      return problem.allowed.length <= 3
        ? `${place} must be ${valueList(problem.allowed)}`
        : `${place} is not an allowed value`
    case 'too-small':
      if (problem.measured === 'number') return `${place} is too small`
      if (problem.bound <= 1) return `${place} is empty`
      return problem.measured === 'string' ? `${place} is too short` : `${place} has too few items`
    case 'too-big':
      if (problem.measured === 'number') return `${place} is too large`
      return problem.measured === 'string' ? `${place} is too long` : `${place} has too many items`
    case 'unknown-key':
      return 'Unknown key'
    case 'key':
      return `${problem.pattern.replace(/\.\*$/, '')} has a key that is too long`
    case 'invalid':
      return `${place} is not valid`
    case 'rule':
    case 'presence':
      return problem.rule.title
  }
}

/** Of a place under keys of the line's own, people call the object: `body.logit_bias.*`. */
function placeInTitle(pattern: string): string {
  const holder = /^(.*)\.\*$/.exec(pattern)?.[1]
  return holder === undefined ? pattern : `A value in ${holder}`
}

/** What the words for a problem take from the format of the line. */
export interface MessageContext {
  /** What the reader does about a key that it does not know, in an object inside the line. */
  readonly aboutUnknownKeys?: string
  /** Lines of a service, which no one adds anything to. */
  readonly isResult?: boolean
}

/** A sentence or two: what is wrong here, and what to do. */
export function messageOf(problem: Problem, reader: MessageContext = {}): string {
  const place = shownPlace(problem.path)
  switch (problem.kind) {
    case 'missing':
      return reader.isResult
        ? `${place} is expected in a result and is not there.`
        : `${place} is required and is not there. Add it.`
    case 'type':
      return (
        typeMessage(problem, problem.path.length === 0 ? 'The line' : place) +
        (reader.isResult ? '' : quotesAdvice(problem))
      )
    case 'value':
      return `${place} is ${show(problem.value)}; allowed: ${problem.allowed.map(show).join(', ')}.`
    case 'too-small':
    case 'too-big':
      return boundMessage(problem, place)
    case 'unknown-key':
      return unknownKeyMessage(problem, reader.aboutUnknownKeys)
    case 'key':
      return `The key ${show(problem.key)} is longer than allowed.`
    case 'invalid':
    case 'rule':
      return problem.message
    case 'presence':
      return problem.rule.message
  }
}

/** In quotes, but where the path has quotes of its own. */
function shownPlace(path: JsonPath): string {
  const place = formatPath(path)
  return place.includes('"') ? place : `"${place}"`
}

/** Allowed values up to which a message names all. */
const MAX_ALLOWED = 7

function typeMessage(problem: Problem & { kind: 'type' }, what: string): string {
  const { expected, value, allowed = [] } = problem
  const isJson =
    typeof value === 'string' && expected.includes('object') && /^\s*[{[].*[}\]]\s*$/s.test(value)
  if (isJson) {
    return `${what} is a string that holds JSON. Write the JSON itself, without the quotes around it.`
  }
  const wanted =
    allowed.length > 0 && allowed.length <= MAX_ALLOWED
      ? list(allowed.map(show))
      : typeList(expected)
  return `${what} must be ${wanted}; it is ${describe(value)}.`
}

/** Numbers in quotes, and ids without, are the most frequent of wrong types. */
function quotesAdvice({ expected, value, allowed }: Problem & { kind: 'type' }): string {
  if (allowed !== undefined) return ''
  if (typeof value === 'number' && expected.includes('string')) return ' Put it in quotes.'
  const isNumber = typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value)
  const wantsNumber = expected.includes('number') || expected.includes('integer')
  return isNumber && wantsNumber ? ' Remove the quotes.' : ''
}

/** The known key that was most likely meant by an unknown one. */
export function meantBy({ key, known }: Problem & { kind: 'unknown-key' }): string | undefined {
  return nearestKey(key, known)
}

/** Known keys up to which a message names all. */
const MAX_KNOWN = 6

function unknownKeyMessage(
  problem: Problem & { kind: 'unknown-key' },
  about: string | undefined,
): string {
  const { key, path, known } = problem
  const inside = path.length === 1 ? '' : shownPlace(path.slice(0, -1))
  const trimmed = key.trim()
  if (trimmed !== key) {
    const where = inside === '' ? '' : ` in ${inside}`
    const isAtEnd = key.startsWith(trimmed)
    const end = isAtEnd ? 'ends' : 'begins'
    const space = (isAtEnd ? key.at(-1) : key[0]) === ' ' ? 'a space' : 'whitespace'
    return trimmed === ''
      ? `A key${where} is made of whitespace alone. Name it, or remove it.`
      : `The key ${show(key)}${where} ${end} with ${space}. Rename it to ${show(trimmed)}.`
  }
  const meant = meantBy(problem)
  const advice =
    meant !== undefined
      ? `Did you mean ${show(meant)}?`
      : known.length > 0 && known.length <= MAX_KNOWN
        ? `Known here: ${known.map(show).join(', ')}.`
        : 'Check its spelling, or remove it.'
  return `${shownPlace(path)} is not a known key. ${advice}${about === undefined || inside === '' ? '' : ` ${about}`}`
}

function boundMessage(problem: Problem & { kind: 'too-small' | 'too-big' }, place: string): string {
  const isSmall = problem.kind === 'too-small'
  if (problem.measured === 'number') {
    if (!Number.isFinite(problem.bound)) {
      return `${place} is a number ${isSmall ? 'below' : 'above'} what readers can hold. Write one that is nearer to 0.`
    }
    const limit = isSmall
      ? problem.isInclusive
        ? 'at least'
        : 'more than'
      : problem.isInclusive
        ? 'at most'
        : 'less than'
    return `${place} is ${show(problem.value)}; it must be ${limit} ${problem.bound}.`
  }
  const unit = problem.measured === 'string' ? 'character' : 'item'
  const measured = problem.value as string | readonly unknown[]
  const size = typeof measured === 'string' ? countCodePoints(measured) : measured.length
  if (size === 0) return `${place} is empty; it needs at least ${count(problem.bound, unit)}.`
  const limit = isSmall ? 'it needs at least' : 'it may have at most'
  return `${place} has ${count(size, unit)}; ${limit} ${groupNumber(problem.bound)}.`
}

function count(size: number, unit: string): string {
  return `${groupNumber(size)} ${unit}${size === 1 ? '' : 's'}`
}

/** 'a string, an array or null'. */
function typeList(types: readonly string[]): string {
  return list(
    types.map((type) => (type === 'null' ? type : `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`)),
  )
}

function valueList(values: readonly unknown[]): string {
  return list(values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))))
}

function list(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? 'something else'
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

function describe(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'object') return 'an object'
  return `the ${typeof value} ${show(value)}`
}

/** A value as JSON, cut. */
function show(value: unknown): string {
  if (typeof value === 'object' && value !== null) {
    return Array.isArray(value) ? `an array of ${value.length}` : 'an object'
  }
  // JSON has no infinity; the line holds a number with a large exponent.
  if (value === Infinity) return 'too large a number'
  if (value === -Infinity) return 'too small a number'
  const text = typeof value === 'string' ? value.slice(0, VALUE_SHOWN + 1) : value
  const shown = JSON.stringify(text) ?? 'nothing'
  if (shown.length <= VALUE_SHOWN) return shown
  return `${shown.slice(0, VALUE_SHOWN)}…${typeof value === 'string' ? '"' : ''}`
}
