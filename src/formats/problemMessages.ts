// The words for problems: a title that is the same for all lines that have it, and a message with
// the values of one line.
import { shortText } from '../base/cutText.ts'
import { type Message, msg, sentences, type Value } from '../i18n/message.ts'
import { formatPath, type JsonPath } from '../json/jsonPath.ts'
import { nearestKey } from '../json/nearestKey.ts'
import { boundMessage } from './boundMessages.ts'
import type { Problem } from './problem.ts'
import {
  alternatives,
  describe,
  json,
  jsonList,
  show,
  typeList,
  VALUE_SHOWN,
  valueList,
} from './valueWords.ts'

/** Without a value of the line. */
export function titleOf(problem: Problem): Message {
  const place = placeInTitle(problem.pattern)
  switch (problem.kind) {
    case 'missing':
      return msg('{place} is missing', { place })
    case 'type': {
      const types = typeList(problem.expected)
      if (place === '') return msg('Line is not {types}', { types })
      return msg('{place} must be {types}', { place, types })
    }
    case 'value':
      return problem.allowed.length <= 3
        ? msg('{place} must be {values}', { place, values: valueList(problem.allowed) })
        : msg('{place} is not an allowed value', { place })
    case 'unknown-value':
      return msg('{place} has a value that is not known here', { place })
    case 'too-small':
      if (problem.measured === 'number') return msg('{place} is too small', { place })
      if (problem.bound <= 1) return msg('{place} is empty', { place })
      return problem.measured === 'string'
        ? msg('{place} is too short', { place })
        : msg('{place} has too few items', { place })
    case 'too-big':
      if (problem.measured === 'number') return msg('{place} is too large', { place })
      return problem.measured === 'string'
        ? msg('{place} is too long', { place })
        : msg('{place} has too many items', { place })
    case 'unknown-key':
      return msg('Unknown key')
    case 'key':
      return msg('{place} has a key that is too long', {
        place: problem.pattern.replace(/\.\*$/, ''),
      })
    case 'invalid':
      return msg('{place} is not valid', { place })
    case 'rule':
    case 'presence':
      return problem.rule.title
  }
}

/** Of a place under keys of the line's own, people call the object: `body.logit_bias.*`. */
function placeInTitle(pattern: string): Value {
  const holder = /^(.*)\.\*$/.exec(pattern)?.[1]
  return holder === undefined ? pattern : msg('A value in {holder}', { holder })
}

/** What the words for a problem take from the format of the line. */
export interface MessageContext {
  /** What the reader does about a key that it does not know, in an object inside the line. */
  readonly aboutUnknownKeys?: Message
  /** Lines of a service, which no one adds anything to. */
  readonly isResult?: boolean
}

/** The text of the line at a path; undefined where nothing stands. */
export type WrittenAt = (path: JsonPath) => string | undefined

/**
 * A sentence or two: what is wrong here, and what to do. `writtenAt`: numbers are quoted from there, since parsing
 * rounds them; without it as they were read.
 */
export function messageOf(
  problem: Problem,
  reader: MessageContext = {},
  writtenAt: WrittenAt = () => undefined,
): Message {
  const place = shownPlace(problem.path)
  const digits = digitsOf(problem, writtenAt)
  switch (problem.kind) {
    case 'missing':
      return reader.isResult
        ? msg('{place} is missing from this result.', { place })
        : msg('{place} is required but missing. Add it.', { place })
    case 'type': {
      const message = typeMessage(problem, place, digits)
      const advice = reader.isResult ? undefined : quotesAdvice(problem)
      return advice ? sentences(message, advice) : message
    }
    case 'value':
      return valueMessage(problem, place, digits)
    case 'unknown-value':
      return unknownValueMessage(problem, place)
    case 'too-small':
    case 'too-big':
      return boundMessage(problem, place, digits)
    case 'unknown-key':
      return unknownKeyMessage(problem, reader.aboutUnknownKeys)
    case 'key':
      return msg('The key {key} is longer than allowed.', { key: json(problem.key) })
    case 'invalid':
      return problem.message
    case 'rule':
      return withQuotes(problem, writtenAt)
    case 'presence':
      return problem.rule.message
  }
}

/** A number as it stands in the line, cut; undefined where the problem is about something else. */
function digitsOf(problem: Problem, writtenAt: WrittenAt): string | undefined {
  if (!('value' in problem) || !Number.isFinite(problem.value)) return undefined
  return writtenDigits(problem.path, writtenAt)
}

function writtenDigits(path: JsonPath, writtenAt: WrittenAt): string | undefined {
  const written = writtenAt(path)
  return written === undefined ? undefined : shortText(written, VALUE_SHOWN)
}

function withQuotes(
  { message, quotes = [] }: Problem & { kind: 'rule' },
  writtenAt: WrittenAt,
): Message {
  const written = quotes.flatMap(([name, path]) => {
    const digits = writtenDigits(path, writtenAt)
    return digits === undefined ? [] : [[name, digits]]
  })
  if (written.length === 0) return message
  return { ...message, values: { ...message.values, ...Object.fromEntries(written) } }
}

/** In quotes, but where the path has quotes of its own. */
function shownPlace(path: JsonPath): string {
  const place = formatPath(path)
  return place.includes('"') ? place : `"${place}"`
}

/** Allowed values up to which a message names all. */
const MAX_ALLOWED = 7

function typeMessage(
  problem: Problem & { kind: 'type' },
  place: string,
  digits: string | undefined,
): Message {
  const { expected, value, path, allowed = [] } = problem
  const isLine = path.length === 0
  const isJson =
    typeof value === 'string' && expected.includes('object') && /^\s*[{[].*[}\]]\s*$/s.test(value)
  if (isJson) {
    return isLine
      ? msg(
          'The line is a string that holds JSON. Write the JSON itself, without the quotes around it.',
        )
      : msg(
          '{place} is a string that holds JSON. Write the JSON itself, without the quotes around it.',
          { place },
        )
  }
  const actual =
    digits === undefined ? describe(value) : msg('the number {value}', { value: digits })
  if (isLine) {
    return msg('The line must be {types}; it is {actual}.', { types: typeList(expected), actual })
  }
  return allowed.length > 0 && allowed.length <= MAX_ALLOWED
    ? msg('{place} must be {values}; it is {actual}.', {
        place,
        values: alternatives(allowed.map(json)),
        actual,
      })
    : msg('{place} must be {types}; it is {actual}.', {
        place,
        types: typeList(expected),
        actual,
      })
}

/** Numbers in quotes, and ids without, are the most frequent of wrong types. */
function quotesAdvice({
  expected,
  value,
  allowed,
}: Problem & { kind: 'type' }): Message | undefined {
  if (allowed !== undefined) return undefined
  if (typeof value === 'number' && expected.includes('string')) return msg('Put it in quotes.')
  const isNumber = typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value)
  const wantsNumber = expected.includes('number') || expected.includes('integer')
  return isNumber && wantsNumber ? msg('Remove the quotes.') : undefined
}

/** Allowed values above which a message names none, or the one that was meant. */
const MANY_ALLOWED = 20

function valueMessage(
  problem: Problem & { kind: 'value' },
  place: string,
  digits: string | undefined,
): Message {
  const { value, allowed } = problem
  const values = { place, value: digits ?? show(value) }
  if (allowed.length <= MANY_ALLOWED) {
    return msg('{place} is {value}; allowed: {values}.', { ...values, values: jsonList(allowed) })
  }
  const meant = meantValueOf(problem)
  return meant === undefined
    ? msg('{place} is {value}, which is none of the {count, number} values that it may be.', {
        ...values,
        count: allowed.length,
      })
    : msg('{place} is {value}, which is not allowed. Did you mean {meant}?', {
        ...values,
        meant: json(meant),
      })
}

function unknownValueMessage(problem: Problem & { kind: 'unknown-value' }, place: string): Message {
  const { value, allowed, asOf } = problem
  const texts = allowed.filter((one) => typeof one === 'string')
  const meant = meantValueOf(problem)
  const values = { place, value: json(value), day: asOf }
  if (meant !== undefined) {
    return msg('{place} is {value}, and no such value was known on {day}. Did you mean {meant}?', {
      ...values,
      meant: json(meant),
    })
  }
  return texts.length <= MAX_ALLOWED
    ? msg(
        '{place} is {value}, and no such value was known on {day}. Known are {known}; check whether it is newer.',
        { ...values, known: jsonList(texts) },
      )
    : msg(
        '{place} is {value}, and no such value was known on {day}. Check whether it is newer.',
        values,
      )
}

/** The text that was most likely meant by one that is not allowed, or not known. */
export function meantValueOf(problem: Problem): string | undefined {
  if (problem.kind !== 'value' && problem.kind !== 'unknown-value') return undefined
  const { allowed, value } = problem
  const texts = allowed.filter((one) => typeof one === 'string')
  return typeof value === 'string' ? nearestKey(value, texts, { inShortWords: true }) : undefined
}

/** The known key that was most likely meant by an unknown one. */
export function meantBy({ key, known }: Problem & { kind: 'unknown-key' }): string | undefined {
  return nearestKey(key, known, { inShortWords: true })
}

/** Known keys up to which a message names all. */
const MAX_KNOWN = 6

function unknownKeyMessage(
  problem: Problem & { kind: 'unknown-key' },
  about: Message | undefined,
): Message {
  const { key, path, known } = problem
  const holder = path.length === 1 ? undefined : shownPlace(path.slice(0, -1))
  const trimmed = key.trim()
  if (trimmed !== key) return strayWhitespace(key, trimmed, holder)
  const meant = meantBy(problem)
  const advice =
    meant !== undefined
      ? msg('Did you mean {key}?', { key: json(meant) })
      : known.length > 0 && known.length <= MAX_KNOWN
        ? msg('Known here: {keys}.', { keys: jsonList(known) })
        : msg('Check its spelling, or remove it.')
  const message = sentences(msg('{place} is not a known key.', { place: shownPlace(path) }), advice)
  return about === undefined || holder === undefined ? message : sentences(message, about)
}

/**
 * Of white space that isPaddedKey does not know, which is rare. `holder`: the object that has the key; absent where
 * it is the line.
 */
function strayWhitespace(key: string, trimmed: string, holder: string | undefined): Message {
  if (trimmed === '') {
    return holder === undefined
      ? msg('A key is made of whitespace alone. Name it, or remove it.')
      : msg('A key in {holder} is made of whitespace alone. Name it, or remove it.', { holder })
  }
  const values = {
    key:
      holder === undefined
        ? msg('The key {key}', { key: json(key) })
        : msg('The key {key} in {holder}', { key: json(key), holder }),
    name: json(trimmed),
  }
  return key.startsWith(trimmed)
    ? msg('{key} ends with whitespace. Rename it to {name}.', values)
    : msg('{key} begins with whitespace. Rename it to {name}.', values)
}
