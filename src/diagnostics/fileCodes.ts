// The catalogue of what is said about a file as a whole, apart from limits and other rules of its
// format.
import type { LineNumber } from '../base/units.ts'
import { type Message, msg, sentences } from '../i18n/message.ts'
import type { FileFinding, Severity } from './diagnostic.ts'

/**
 * `severity` is the format's: an error where the reader of the file refuses the mark. `note`: what is
 * known of the readers of that format. Tried on 2026-11-26 with Python 3.12, Node 22 and jq 1.6; of
 * pandas: github.com/microsoft/promptflow/pull/4188.
 */
export function byteOrderMarkInFile(severity: Severity, note?: Message): FileFinding {
  const message =
    severity === 'error'
      ? msg(
          'An invisible byte order mark (EF BB BF) stands before the first value. The Batch API then refuses its first line. Remove the mark.',
        )
      : msg(
          'An invisible byte order mark (EF BB BF) stands before the first value. Python’s json, pandas and JavaScript’s JSON.parse refuse the line for it; jq skips it. Remove the mark.',
        )
  return {
    code: 'bom',
    severity,
    title: msg('Byte order mark'),
    message: note ? sentences(message, note) : message,
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
        title: msg('Windows line endings'),
        message: msg(
          'Lines end with CR LF. JSON readers skip the CR; tools that compare, sort or join lines see it as a part of them.',
        ),
      }
    case 'mixed':
      return {
        code: 'mixed-line-ends',
        severity: 'warning',
        title: msg('Mixed line endings'),
        message: msg('Some lines end with LF and some with CR LF. The export can write LF alone.'),
        ...(lines !== undefined && { lines }),
      }
    // The line that they make of the file says so (layoutCodes.ts).
    case 'cr':
    case 'lf':
    case 'none':
      return undefined
  }
}

export const missingFinalNewline: FileFinding = {
  code: 'missing-final-newline',
  severity: 'hint',
  title: msg('No newline at the end'),
  message: msg(
    'The last line does not end with LF. Most readers accept it; Elasticsearch’s bulk API refuses the file, and a file joined to it continues the last line.',
  ),
}

export const emptyFile: FileFinding = {
  code: 'empty-file',
  severity: 'error',
  title: msg('Empty file'),
  message: msg('The file has no lines.'),
}

/** For who reads it that is an empty file, too: blank lines are no requests. */
export const blankFile: FileFinding = {
  ...emptyFile,
  message: msg('All lines of the file are blank.'),
}

export function wideTextFile(bits: 16 | 32, isBigEndian: boolean): FileFinding {
  const encoding = `UTF-${bits} (${isBigEndian ? 'big' : 'little'}-endian)`
  return {
    code: bits === 16 ? 'utf-16' : 'utf-32',
    severity: 'error',
    // No browser decodes UTF-32.
    ...(bits === 16 && { offer: 'convert' }),
    title: bits === 16 ? msg('UTF-16 text') : msg('UTF-32 text'),
    message:
      bits === 16
        ? msg(
            'The file is {encoding}, and JSON Lines are UTF-8. Converting it changes nothing else.',
            {
              encoding,
            },
          )
        : msg(
            'The file is {encoding}. JSON Lines are UTF-8: save it again as UTF-8, without a byte order mark.',
            { encoding },
          ),
  }
}

export const nulFile: FileFinding = {
  code: 'nul-file',
  severity: 'error',
  title: msg('Nothing but NUL bytes'),
  message: msg(
    'The file holds nothing but NUL bytes (0x00): its content was never written, or is lost. Get it again from where it came from.',
  ),
}

/** Demanded by Elasticsearch and OpenSearch in their reference of the bulk API. */
export const bulkWithoutNewline: FileFinding = {
  code: 'missing-final-newline',
  severity: 'error',
  title: msg('No newline at the end'),
  message: msg(
    'The file is for the bulk API of Elasticsearch or OpenSearch, which refuses it when its last line does not end with a newline.',
  ),
}

/** What conversion/containers reads. */
const UNPACKED_HERE: ReadonlySet<string> = new Set(['gzip', 'zstd', 'zip'])

/** `kind` as people write it: 'gzip', 'Zstandard'. */
export function compressedFile(kind: string): FileFinding {
  return {
    code: 'compressed',
    severity: 'error',
    ...(UNPACKED_HERE.has(kind) && { offer: 'unpack' }),
    title: msg('Compressed file'),
    message: UNPACKED_HERE.has(kind)
      ? msg('The file is compressed with {kind}. Unpack it to see what is inside.', { kind })
      : msg('The file is compressed with {kind}. Unpack it first, then open what is inside.', {
          kind,
        }),
  }
}

/** By what is in the file instead of text. */
const NOT_TEXT = {
  parquet: msg('The file is an Apache Parquet file. It holds no lines of JSON.'),
  sqlite: msg('The file is an SQLite database. It holds no lines of JSON.'),
  office: msg(
    'The file is an Office document, such as an Excel workbook (.xlsx), whatever it is called. Save the sheet as CSV (UTF-8) there and open that: it becomes lines here.',
  ),
  pdf: msg('The file is a PDF document. It holds no lines of JSON.'),
  binary: msg('The file is binary data. It holds no lines of JSON.'),
} as const

export function notTextFile(kind: keyof typeof NOT_TEXT): FileFinding {
  return {
    code: 'not-text',
    severity: 'error',
    title: msg('Not a text file'),
    message: NOT_TEXT[kind],
  }
}
