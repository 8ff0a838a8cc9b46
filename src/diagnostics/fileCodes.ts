// The catalogue of what is said about a file as a whole, apart from limits and other rules of its
// format.
import type { LineNumber } from '../base/units.ts'
import type { FileFinding, Severity } from './diagnostic.ts'

/**
 * `severity` is the format's: an error where the reader of the file refuses the mark. `note`: what is
 * known of the readers of that format. Tried on 2026-11-26 with Python 3.12, Node 22 and jq 1.6; of
 * pandas: github.com/microsoft/promptflow/pull/4188.
 */
export function byteOrderMarkInFile(severity: Severity, note?: string): FileFinding {
  const readers =
    severity === 'error'
      ? 'The Batch API then refuses its first line'
      : 'Python’s json, pandas and JavaScript’s JSON.parse refuse the line for it; jq skips it'
  return {
    code: 'bom',
    severity,
    title: 'Byte order mark',
    message: `An invisible byte order mark (EF BB BF) stands before the first value. ${readers}. Remove the mark.${note === undefined ? '' : ` ${note}`}`,
  }
}

export type LineEnds = 'lf' | 'crlf' | 'mixed' | 'cr' | 'none'

/** Undefined when there is nothing to say about the line ends. `lines`: some that end in CR LF. */
export function lineEndsInFile(
  lineEnds: LineEnds,
  lines?: readonly LineNumber[],
): FileFinding | undefined {
  switch (lineEnds) {
    case 'crlf':
      return {
        code: 'crlf',
        severity: 'hint',
        title: 'Windows line ends',
        message:
          'Lines end with CR LF. JSON readers skip the CR; tools that compare, sort or join lines see it as a part of them.',
      }
    case 'mixed':
      return {
        code: 'mixed-line-ends',
        severity: 'warning',
        title: 'Mixed line ends',
        message: 'Some lines end with LF and some with CR LF. The export can write LF alone.',
        ...(lines !== undefined && { lines }),
      }
    case 'cr':
      return {
        code: 'lone-cr',
        severity: 'error',
        title: 'CR in place of LF',
        message:
          'Lines end with a lone CR, as on the Macs of the last century. JSON Lines end with LF, so this is a single line.',
      }
    case 'lf':
    case 'none':
      return undefined
  }
}

export const missingFinalNewline: FileFinding = {
  code: 'missing-final-newline',
  severity: 'hint',
  title: 'No newline at the end',
  message:
    'The last line does not end with LF. Most readers accept it; Elasticsearch’s bulk API refuses the file, and a file joined to it continues the last line.',
}

export const emptyFile: FileFinding = {
  code: 'empty-file',
  severity: 'error',
  title: 'Empty file',
  message: 'The file holds no line.',
}

export const prettyPrintedFile: FileFinding = {
  code: 'pretty-printed',
  severity: 'error',
  title: 'Pretty-printed JSON',
  message:
    'The file is JSON written over several lines. JSON Lines take each value on one line: write it without line breaks.',
}

export const jsonArrayFile: FileFinding = {
  code: 'json-array',
  severity: 'error',
  title: 'One array, not lines',
  message:
    'The file is one JSON array. JSON Lines take one value per line, without the brackets around all of them and the commas between them.',
}

export function utf16File(isBigEndian: boolean): FileFinding {
  return {
    code: 'utf-16',
    severity: 'error',
    title: 'UTF-16 text',
    message: `The file is UTF-16 (${isBigEndian ? 'big' : 'little'}-endian). JSON Lines are UTF-8: save it again as UTF-8, without a byte order mark.`,
  }
}

/** `kind` as people write it: 'gzip', 'Zstandard'. */
export function compressedFile(kind: string): FileFinding {
  return {
    code: 'compressed',
    severity: 'error',
    title: 'Compressed file',
    message: `The file is compressed with ${kind}. Unpack it first, then open what is inside.`,
  }
}

/** `what`: 'a PDF document', 'binary data'. */
export function notTextFile(what: string): FileFinding {
  return {
    code: 'not-text',
    severity: 'error',
    title: 'Not a text file',
    message: `The file is ${what}. It holds no lines of JSON.`,
  }
}
