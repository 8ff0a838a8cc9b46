// What is worth knowing about a valid line that its parsed value no longer shows.
import { shortText } from '../base/cutText.ts'
import { type Message, msg } from '../i18n/message.ts'
import { formatPath } from '../json/jsonPath.ts'
import { rangeOfPath } from '../json/locate.ts'
import { lossOf, type NumberLoss } from '../json/lostNumbers.ts'
import {
  duplicateKeys,
  inexactNumbers,
  lineSeparators,
  loneSurrogates,
  lostNumbers,
  type PaddedKey,
  paddedKeys,
} from '../json/scanText.ts'
import type { TextRange } from '../json/textRange.ts'
import type { Diagnostic, Finding } from './diagnostic.ts'

/** Of each kind, so that a line of numbers does not become a list of hints. */
const MAX_SHOWN = 10

/** Code units of a value that a message shows. */
const VALUE_SHOWN = 40

const duplicateKey: Finding = {
  code: 'duplicate-key',
  severity: 'warning',
  title: msg('Duplicate key'),
  message: msg(
    'Most readers take the last value of such a key and lose the others; some refuse the line.',
  ),
}

const lineSeparator: Finding = {
  code: 'line-separator',
  severity: 'hint',
  title: msg('Raw U+2028 or U+2029'),
  message: msg('JSON allows it, but Python’s splitlines() and readers like it cut the line there.'),
}

/**
 * By what a reader loses. RFC 8259, section 6, warns of both; tried on 2026-11-28 with Node 20 (rounds, and writes
 * null for infinity), jq 1.6 (rounds) and Python 3.11 (keeps integers, and writes Infinity, which is no JSON).
 */
const LOST: Readonly<Record<NumberLoss, Finding>> = {
  digits: {
    code: 'inexact-integer',
    severity: 'hint',
    title: msg('Integer loses digits'),
    message: msg(
      'JavaScript and many other readers round integers beyond 2^53; Python keeps them. Write them as strings if every digit counts.',
    ),
  },
  range: {
    code: 'number-out-of-range',
    severity: 'warning',
    title: msg('Number out of range'),
    message: msg(
      'JavaScript and Python read such a number as infinity, or as 0. What they write then is no longer it.',
    ),
  },
}

/** `isRequest`: where every line has one, nothing else is said of the file; of data it is a property. */
function paddedKey(isRequest: boolean): Finding {
  return {
    code: 'padded-key',
    severity: 'warning',
    ...(!isRequest && { canBeNotice: true }),
    title: msg('Space around a key'),
    message: msg('For a reader it is another key than the one without the space.'),
  }
}

/** An API refuses a request with one; of other lines it depends on who reads them. */
function loneSurrogate(isRequest: boolean): Finding {
  return {
    code: 'lone-surrogate',
    severity: isRequest ? 'error' : 'warning',
    title: msg('Lone surrogate'),
    message: msg('The escape is not a character. OpenAI’s API and many readers refuse the line.'),
  }
}

/** Of a code that is one of these, where no line has it; undefined for others. */
export function titleOfTextFinding(code: string): Message | undefined {
  const all = [
    duplicateKey,
    lineSeparator,
    ...Object.values(LOST),
    paddedKey(true),
    loneSurrogate(true),
  ]
  return all.find((finding) => finding.code === code)?.title
}

/**
 * What counts for the verdict of a line that is valid JSON. Its lines of one shape have it in common,
 * as the scanner tells it with the shape (LINE_FLAGS). `isRequest`: an API is going to read the line.
 */
export function findingsOfText(text: string, isRequest: boolean): Finding[] {
  const findings: Finding[] = []
  if (loneSurrogates(text).length > 0) findings.push(loneSurrogate(isRequest))
  if (duplicateKeys(text).length > 0) findings.push(duplicateKey)
  if (lineSeparators(text).length > 0) findings.push(lineSeparator)
  if (paddedKeys(text).length > 0) findings.push(paddedKey(isRequest))
  for (const loss of new Set(lostNumbers(text).map((number) => number.loss))) {
    findings.push(LOST[loss])
  }
  return findings
}

/** The same, each with its places. */
export function explainText(text: string, isRequest: boolean): Diagnostic[] {
  const half = loneSurrogate(isRequest)
  return [
    ...loneSurrogates(text)
      .slice(0, MAX_SHOWN)
      .map((range) => ({ ...half, message: surrogateMessage(text, range), range })),
    ...duplicateKeys(text)
      .slice(0, MAX_SHOWN)
      .map(({ path, range }) => {
        const value = rangeOfPath(text, path)?.value
        const message = duplicateMessage(
          formatPath(path),
          value && shortText(text.slice(value.from, value.to), VALUE_SHOWN),
        )
        return { ...duplicateKey, message, range, path }
      }),
    ...lineSeparators(text)
      .slice(0, MAX_SHOWN)
      .map((range) => ({ ...lineSeparator, message: separatorMessage(text, range), range })),
    ...paddedKeys(text)
      .slice(0, MAX_SHOWN)
      .map((key) => ({
        ...paddedKey(isRequest),
        message: paddedMessage(key),
        range: key.range,
        path: key.path,
      })),
    ...shownNumbers(lostNumbers(text)).map(({ loss, path, range }) => ({
      ...LOST[loss],
      message: numberMessage(text.slice(range.from, range.to)),
      range,
      path,
    })),
  ]
}

/** Each kind has a place, also where there are many of the other. */
function shownNumbers<T extends { readonly loss: NumberLoss }>(numbers: readonly T[]): T[] {
  const first = (['digits', 'range'] as const).flatMap((kind) => {
    return numbers.find(({ loss }) => loss === kind) ?? []
  })
  return [...new Set([...first, ...numbers.slice(0, MAX_SHOWN)])]
}

/**
 * Hints about fractions of one valid JSON line that have more digits than a reader keeps, for the line that is
 * shown; no verdict depends on them.
 */
export function numberHints(text: string): Diagnostic[] {
  return inexactNumbers(text)
    .filter(({ range }) => lossOf(text.slice(range.from, range.to)) === undefined)
    .slice(0, MAX_SHOWN)
    .map(
      ({ path, range }): Diagnostic => ({
        code: 'inexact-number',
        severity: 'hint',
        title: msg('Number loses digits'),
        message: numberMessage(text.slice(range.from, range.to)),
        range,
        path,
      }),
    )
}

function duplicateMessage(path: string, value: string | undefined): Message {
  return value === undefined
    ? msg(
        '"{path}" is there more than once. Most readers take the last value and lose the others. Remove those that do not count.',
        { path },
      )
    : msg(
        '"{path}" is there more than once. Most readers take the last value, {value}, and lose the others. Remove those that do not count.',
        { path, value },
      )
}

function numberMessage(source: string): Message {
  const read = Number(source)
  if (!Number.isFinite(read)) {
    return msg('The number is larger than most readers can hold. Write a smaller one, or a string.')
  }
  if (read === 0) {
    return msg('Most readers take this number for 0. Write it as a string if its value counts.')
  }
  return msg(
    'Many readers take this number for {number}. Write it as a string if every digit counts.',
    { number: String(read) },
  )
}

function paddedMessage({ path, before, after }: PaddedKey): Message {
  const name = String(path.at(-1))
  if (name.trim() === '') {
    return msg('A key is made of whitespace alone. Name it, or remove it.')
  }
  const key = JSON.stringify(name)
  const space = spaceName(before ? name.charAt(0) : name.slice(-1))
  const wanted = JSON.stringify(name.trim())
  const values = { key, space, wanted }
  if (before && after) {
    return msg(
      'The key {key} begins and ends with {space}, so readers do not take it for {wanted}. Remove what is around it.',
      values,
    )
  }
  return before
    ? msg(
        'The key {key} begins with {space}, so readers do not take it for {wanted}. Remove it.',
        values,
      )
    : msg(
        'The key {key} ends with {space}, so readers do not take it for {wanted}. Remove it.',
        values,
      )
}

function spaceName(character: string): Message {
  switch (character) {
    case ' ':
      return msg('a space')
    case '\t':
      return msg('a tab')
    case '\u00a0':
      return msg('a no-break space (U+00A0)')
    case '\u3000':
      return msg('an ideographic space (U+3000)')
    case '\ufeff':
      return msg('a byte order mark (U+FEFF)')
    default:
      return msg('a line break')
  }
}

function surrogateMessage(text: string, { from, to }: TextRange): Message {
  return msg(
    '{escape} is half of a surrogate pair without its other half, which is no character. OpenAI’s API and many readers refuse the line. Complete the pair, or write \\ufffd in its place.',
    { escape: text.slice(from, to) },
  )
}

function separatorMessage(text: string, { from }: TextRange): Message {
  const hex = text.charCodeAt(from).toString(16)
  return msg(
    'The character {character} stands in a string as it is. JSON allows it, but Python’s splitlines() and readers like it cut the line here. Write it as {escape}.',
    { character: `U+${hex}`, escape: `\\u${hex}` },
  )
}
