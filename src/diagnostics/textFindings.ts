// What is worth knowing about a valid line that its parsed value no longer shows.
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
  title: 'Duplicate key',
  message:
    'Readers mostly take the last value of such a key and lose the others; some refuse the line.',
}

const lineSeparator: Finding = {
  code: 'line-separator',
  severity: 'hint',
  title: 'Raw U+2028 or U+2029',
  message: 'JSON allows it, but Python’s splitlines() and readers like it cut the line there.',
}

/** An API refuses a request with one; of other lines it depends on who reads them. */
function loneSurrogate(isRequest: boolean): Finding {
  return {
    code: 'lone-surrogate',
    severity: isRequest ? 'error' : 'warning',
    title: 'Lone surrogate',
    message: 'The escape is not a character. OpenAI’s API and many readers refuse the line.',
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
        const message = `"${formatPath(path)}" is there more than once. Readers mostly take the last value${value ? `, ${cut(text, value)},` : ''} and lose the others. Remove those that do not count.`
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
        title: 'Number loses digits',
        message: numberMessage(Number(text.slice(range.from, range.to))),
        range,
        path,
      }),
    )
}

function numberMessage(read: number): string {
  return Number.isFinite(read)
    ? `Many readers take this number for ${read}. Write it as a string if every digit counts.`
    : 'The number is larger than most readers can hold. Write a smaller one, or a string.'
}

function surrogateMessage(text: string, { from, to }: TextRange): string {
  const escape = text.slice(from, to)
  return `${escape} is half of a surrogate pair without its other half, which is no character. OpenAI’s API and many readers refuse the line. Complete the pair, or write \\ufffd in its place.`
}

function separatorMessage(text: string, { from }: TextRange): string {
  const hex = text.charCodeAt(from).toString(16)
  return `The character U+${hex} stands in a string as it is. JSON allows it, but Python’s splitlines() and readers like it cut the line here. Write it as \\u${hex}.`
}

function cut(text: string, { from, to }: TextRange): string {
  return to - from <= VALUE_SHOWN
    ? text.slice(from, to)
    : `${text.slice(from, from + VALUE_SHOWN)}…`
}
