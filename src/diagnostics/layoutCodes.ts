// What a file is whose lines make sense only together, or that holds no JSON: said once for all of its
// lines, as the one cause that they have.
import { groupNumber } from '../base/groupNumber.ts'
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
  title: 'Pretty-printed JSON, not lines',
  message:
    'The file is JSON written over several lines. JSON Lines take one value per line: write each without line breaks, as jq -c . does.',
}

export function jsonArrayFile(size?: ArraySize): FileFinding {
  return {
    code: 'json-array',
    severity: 'error',
    title: 'One JSON array, not lines',
    message: `The file is one JSON array${size ? ` of ${sizeOf(size)}` : ''}. JSON Lines take one value per line, without the brackets around all and the commas between them, as jq -c '.[]' writes them.`,
  }
}

export function wrappedArrayFile(size: ArraySize): FileFinding {
  const key = size.key ?? ''
  const path = /^[A-Za-z_]\w*$/.test(key) ? `.${key}[]` : `.[${JSON.stringify(key)}][]`
  return {
    code: 'wrapped-array',
    severity: 'error',
    title: 'One JSON object, not lines',
    message: `The file is one JSON object, whose key ${JSON.stringify(key)} holds an array of ${sizeOf(size)}. JSON Lines take one value per line, as jq -c '${path}' writes them.`,
  }
}

function sizeOf({ elements, isExact }: ArraySize): string {
  const count = `${groupNumber(elements)} ${elements === 1 ? 'element' : 'elements'}`
  return isExact ? count : `about ${count}`
}

export const loneCrFile: FileFinding = {
  code: 'lone-cr',
  severity: 'error',
  title: 'CR instead of LF',
  message:
    'Lines end with a lone CR, as on the Macs of the last century. JSON Lines end with LF, so all of this is a single line: split it.',
}

export const eventStreamFile: FileFinding = {
  code: 'event-stream',
  severity: 'error',
  title: 'Event stream, not JSON Lines',
  message:
    'The file is a stream of server-sent events: JSON stands after “data:”, and lines between are not JSON. Keep the data to get JSON Lines.',
}

/** By what is in the file instead of JSON. */
const NOT_JSON = {
  csv: [
    'CSV, not JSON Lines',
    'The file is a table: rows of columns with a separator between them (CSV). JSON Lines take one JSON object per row, so convert it first.',
  ],
  tsv: [
    'TSV, not JSON Lines',
    'The file is a table: rows of columns with a tab between them (TSV). JSON Lines take one JSON object per row, so convert it first.',
  ],
  log: [
    'Log, not JSON Lines',
    'The lines are those of a text log, not JSON. Have the program write its log as JSON, or convert it first.',
  ],
  yaml: [
    'YAML, not JSON Lines',
    'The file is YAML. JSON Lines take one JSON value per line, so convert it first.',
  ],
  html: [
    'HTML page, not JSON Lines',
    'The file is an HTML page, as is saved when a download answers with an error or a login. Download the data again.',
  ],
  xml: [
    'XML, not JSON Lines',
    'The file is XML. JSON Lines take one JSON value per line, so convert it first. If a download gave it, it may be the message of an error.',
  ],
  sql: [
    'SQL, not JSON Lines',
    'The file is a script of SQL statements, not JSON. Export the rows of the table as JSON.',
  ],
  'plain-text': [
    'Plain text, not JSON Lines',
    'The lines are plain text, not JSON. JSON Lines take one JSON value per line, such as {"prompt": "…"}.',
  ],
} as const

export type NotJsonKind = keyof typeof NOT_JSON

export function notJsonFile(kind: NotJsonKind): FileFinding {
  const [title, message] = NOT_JSON[kind]
  return { code: 'not-json', severity: 'error', title, message }
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
