// What a file is whose lines make sense only together, or that holds no JSON: said once for all of its
// lines, as the one cause that they have.
import { type Message, msg } from '../i18n/message.ts'
import type { FileFinding } from './diagnostic.ts'

/** How many elements an array has, as far as that is known. */
export interface ArraySize {
  readonly elements: number
  /** False: about so many. */
  readonly isExact: boolean
  /** Of the object that holds it; absent when the array is the file. */
  readonly key?: string
}

export const prettyPrintedFile: FileFinding = {
  code: 'pretty-printed',
  severity: 'error',
  offer: 'convert',
  title: msg('Pretty-printed JSON, not lines'),
  message: msg(
    'The file is JSON written over several lines. JSON Lines take one value per line: write each without line breaks, as jq -c . does.',
  ),
}

export function jsonArrayFile(size?: ArraySize): FileFinding {
  return {
    code: 'json-array',
    severity: 'error',
    offer: 'convert',
    title: msg('One JSON array, not lines'),
    message: arrayMessage(size),
  }
}

function arrayMessage(size: ArraySize | undefined): Message {
  const command = "jq -c '.[]'"
  if (!size) {
    return msg(
      'The file is one JSON array. JSON Lines take one value per line, without the brackets around all and the commas between them, as {command} writes them.',
      { command },
    )
  }
  const values = { count: size.elements, command }
  return size.isExact
    ? msg(
        'The file is one JSON array of {count, plural, one {# element} other {# elements}}. JSON Lines take one value per line, without the brackets around all and the commas between them, as {command} writes them.',
        values,
      )
    : msg(
        'The file is one JSON array of about {count, plural, one {# element} other {# elements}}. JSON Lines take one value per line, without the brackets around all and the commas between them, as {command} writes them.',
        values,
      )
}

export function wrappedArrayFile({ key = '', elements, isExact }: ArraySize): FileFinding {
  const path = /^[A-Za-z_]\w*$/.test(key) ? `.${key}[]` : `.[${JSON.stringify(key)}][]`
  const values = { key: JSON.stringify(key), count: elements, command: `jq -c '${path}'` }
  return {
    code: 'wrapped-array',
    severity: 'error',
    offer: 'convert',
    title: msg('One JSON object, not lines'),
    message: isExact
      ? msg(
          'The file is one JSON object, whose key {key} holds an array of {count, plural, one {# element} other {# elements}}. JSON Lines take one value per line, as {command} writes them.',
          values,
        )
      : msg(
          'The file is one JSON object, whose key {key} holds an array of about {count, plural, one {# element} other {# elements}}. JSON Lines take one value per line, as {command} writes them.',
          values,
        ),
  }
}

export const loneCrFile: FileFinding = {
  code: 'lone-cr',
  severity: 'error',
  offer: 'convert',
  title: msg('CR instead of LF'),
  message: msg(
    'Lines end with a lone CR, as on the Macs of the last century. JSON Lines end with LF, so all of this is a single line: split it.',
  ),
}

export const eventStreamFile: FileFinding = {
  code: 'event-stream',
  severity: 'error',
  offer: 'convert',
  title: msg('Event stream, not JSON Lines'),
  message: msg(
    'The file is a stream of server-sent events: JSON stands after “data:”, and lines between are not JSON. Keep the data to get JSON Lines.',
  ),
}

/** By what is in the file instead of JSON. */
const NOT_JSON = {
  csv: {
    title: msg('CSV, not JSON Lines'),
    message: msg(
      'The file is a table: rows of columns with a separator between them (CSV). JSON Lines take one JSON object per row, so convert it first.',
    ),
  },
  tsv: {
    title: msg('TSV, not JSON Lines'),
    message: msg(
      'The file is a table: rows of columns with a tab between them (TSV). JSON Lines take one JSON object per row, so convert it first.',
    ),
  },
  log: {
    title: msg('Log, not JSON Lines'),
    message: msg(
      'The lines are those of a text log, not JSON. Have the program write its log as JSON, or convert it first.',
    ),
  },
  yaml: {
    title: msg('YAML, not JSON Lines'),
    message: msg('The file is YAML. JSON Lines take one JSON value per line, so convert it first.'),
  },
  html: {
    title: msg('HTML page, not JSON Lines'),
    message: msg(
      'The file is an HTML page, as is saved when a download answers with an error or a login. Download the data again.',
    ),
  },
  xml: {
    title: msg('XML, not JSON Lines'),
    message: msg(
      'The file is XML. JSON Lines take one JSON value per line, so convert it first. If a download gave it, it may be the message of an error.',
    ),
  },
  sql: {
    title: msg('SQL, not JSON Lines'),
    message: msg(
      'The file is a script of SQL statements, not JSON. Export the rows of the table as JSON.',
    ),
  },
  'plain-text': {
    title: msg('Plain text, not JSON Lines'),
    message: msg(
      'The lines are plain text, not JSON. JSON Lines take one JSON value per line, such as {example}.',
      { example: '{"prompt": "…"}' },
    ),
  },
} as const

export type NotJsonKind = keyof typeof NOT_JSON

/** Kinds of text whose rows or lines can be made lines of JSON (conversion/). */
const CONVERTIBLE: ReadonlySet<NotJsonKind> = new Set(['csv', 'tsv', 'log', 'plain-text'])

export function notJsonFile(kind: NotJsonKind): FileFinding {
  return {
    code: 'not-json',
    severity: 'error',
    ...(CONVERTIBLE.has(kind) && { offer: 'convert' }),
    ...NOT_JSON[kind],
  }
}

const LAYOUT_CODES: ReadonlySet<string> = new Set([
  'json-array',
  'wrapped-array',
  'pretty-printed',
  'lone-cr',
  'event-stream',
  'not-json',
])

/** Codes that stand for "not JSON by itself" and are the same for all such lines of the file. */
export function isLayoutCode(code: string): boolean {
  return LAYOUT_CODES.has(code)
}
