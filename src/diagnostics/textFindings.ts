// What is worth knowing about a valid line that its parsed value no longer shows.
import { shortText } from '../base/cutText.ts'
import { type Message, msg } from '../i18n/message.ts'
import { formatPath } from '../json/jsonPath.ts'
import { rangeOfPath } from '../json/locate.ts'
import { duplicateKeys, inexactNumbers, lineSeparators, loneSurrogates } from '../json/scanText.ts'
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

/** An API refuses a request with one; of other lines it depends on who reads them. */
function loneSurrogate(isRequest: boolean): Finding {
  return {
    code: 'lone-surrogate',
    severity: isRequest ? 'error' : 'warning',
    title: msg('Lone surrogate'),
    message: msg('The escape is not a character. OpenAI’s API and many readers refuse the line.'),
  }
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
  ]
}

/** Hints about numbers of one valid JSON line, for the line that is shown; no verdict depends on them. */
export function numberHints(text: string): Diagnostic[] {
  return inexactNumbers(text)
    .slice(0, MAX_SHOWN)
    .map(
      ({ path, range }): Diagnostic => ({
        code: 'inexact-number',
        severity: 'hint',
        title: msg('Number loses digits'),
        message: numberMessage(Number(text.slice(range.from, range.to))),
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

function numberMessage(read: number): Message {
  return Number.isFinite(read)
    ? msg(
        'Many readers take this number for {number}. Write it as a string if every digit counts.',
        { number: String(read) },
      )
    : msg('The number is larger than most readers can hold. Write a smaller one, or a string.')
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
