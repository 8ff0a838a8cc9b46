// Tells what a file is that holds no JSON: a table, a log, a document of another kind, plain text. Only
// said of files in which nearly no line looks like JSON, broken or not; all others are lines that are
// validated one by one.

/** What is in the file instead of JSON. */
export type TextKind =
  | 'event-stream'
  | 'html'
  | 'xml'
  | 'csv'
  | 'tsv'
  | 'yaml'
  | 'sql'
  | 'log'
  | 'plain-text'

/** Lines of the beginning that are looked at. */
const SAMPLE_LINES = 400
/** Code units of a line that are looked at. */
const LINE_LIMIT = 4096
/** Of more lines than this share that look like JSON, the file is one of lines. */
const JSON_SHARE = 0.05
/** So many lines must speak for a kind; fewer are a file of JSON Lines that is broken. */
const MIN_LINES = 3
/** Of lines that have nothing in common but that they are not JSON. */
const MIN_PLAIN_LINES = 5

/** Undefined: lines of JSON, be they valid or not. `text` begins at the start of the file. */
export function textKindOf(text: string, isWhole: boolean): TextKind | undefined {
  const lines = sampleOf(text, isWhole)
  const [first] = lines
  if (first === undefined) return undefined
  if (shareOf(lines, isStreamLine) > 0.9 && lines.some((line) => line.startsWith('data:'))) {
    return 'event-stream'
  }
  const validated = lines.filter((line) => !/^(?:<{7}|={7}|>{7}|\|{7})/.test(line))
  if (shareOf(validated, looksLikeJson) > JSON_SHARE) return undefined
  if (/^\s*<(?:!doctype\s+html|html|head|body)\b/i.test(first)) return 'html'
  if (/^\s*<(?:\?xml|!--|[a-z_][\w:.-]*(?:[\s/>]|$))/i.test(first)) return 'xml'
  if (validated.length < MIN_LINES) return undefined
  const table = tableKindOf(validated)
  if (shareOf(validated, endsInJson) > JSON_SHARE) {
    return table !== undefined && hasHeader(validated) ? table : undefined
  }
  if (isSql(validated)) return 'sql'
  if (isYaml(validated)) return 'yaml'
  if (table !== undefined) return table
  if (shareOf(validated, (line) => LOG_LINE.test(line)) > 0.5) return 'log'
  return validated.length < MIN_PLAIN_LINES ? undefined : 'plain-text'
}

/** Lines that are not blank, cut; without the last one where it may go on. */
function sampleOf(text: string, isWhole: boolean): string[] {
  const lines: string[] = []
  for (let at = 0; at < text.length && lines.length < SAMPLE_LINES; ) {
    const end = text.indexOf('\n', at)
    if (end < 0 && !isWhole && lines.length > 0) break
    const to = end < 0 ? text.length : end
    const line = text.slice(at, Math.min(to, at + LINE_LIMIT))
    if (/\S/.test(line)) lines.push(line.replace(/^\ufeff/, '').trimEnd())
    at = to + 1
  }
  return lines
}

function shareOf(lines: readonly string[], is: (line: string) => boolean): number {
  return lines.filter(is).length / Math.max(1, lines.length)
}

/** Whether a line is JSON, a part of it, or an attempt at it. */
function looksLikeJson(line: string): boolean {
  if (BEGINS_JSON.test(line)) return true
  if (!/^\s*["\d\-tfn]/.test(line)) return false
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}

/**
 * An object; an array of something; either in quotes of any kind, as a CSV export writes it; a key of
 * an object over several lines; its closing brackets. Not `[2026-01-31 …]` and `[main]`.
 */
const BEGINS_JSON =
  /^[\s\p{Cc}]*(?:["'`(“]?\s*(?:\{|\[\s*(?:["'{[\]]|-?\d[\d.eE+-]*\s*[,\]]|(?:true|false|null)\b|$))|"(?:[^"\\]|\\.)*"\s*:|[\]}][\]},\s]*$)/u

/** A log line, or another prefix, with an object behind it. */
function endsInJson(line: string): boolean {
  return /[{[]\s*["{].*[}\]]\W{0,3}$/.test(line)
}

function isStreamLine(line: string): boolean {
  return /^(?:data|event|id|retry)?:/.test(line)
}

const LOG_LINE =
  /^\W{0,2}(?:\d{4}[-/.]\d\d[-/.]\d\d\b|\d\d:\d\d:\d\d\b|[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d|\d{1,3}(?:\.\d{1,3}){3}\s|(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b|\d{10}(?:\d{3}|\.\d+)?\s)/

function tableKindOf(lines: readonly string[]): 'csv' | 'tsv' | undefined {
  const rows = rowsOf(lines)
  if (isTable(rows, '\t')) return 'tsv'
  return [',', ';', '|'].some((separator) => isTable(rows, separator)) ? 'csv' : undefined
}

/** Lines, put together where a quoted field goes on in the next. */
function rowsOf(lines: readonly string[]): string[] {
  const rows: string[] = []
  let open = ''
  for (const line of lines) {
    const row = open + line
    if (row.length < LINE_LIMIT && row.split('"').length % 2 === 0) open = `${row} `
    else {
      rows.push(row)
      open = ''
    }
  }
  return open === '' ? rows : [...rows, open]
}

const MAX_HEADER_FIELD = 40

/** Whether the first line is one of short names. */
function hasHeader([first = '']: readonly string[], separator = /[,;|\t]/): boolean {
  if (LOG_LINE.test(first)) return false
  return first
    .split(separator)
    .every(
      (field) => field.trim().length <= MAX_HEADER_FIELD && !/[.?!:]["']?$|[{}[\]]/.test(field),
    )
}

/** Rows of as many fields each, below a header or with fields enough to be no accident. */
function isTable(rows: readonly string[], separator: string): boolean {
  const counts = rows.map((row) => countSeparators(row, separator))
  const [inHeader = 0] = counts
  if (inHeader === 0) return false
  const share = (is: (count: number) => boolean): number => counts.filter(is).length / rows.length
  return hasHeader(rows, new RegExp(`[${separator}]`))
    ? share((count) => count >= inHeader) >= 0.8
    : inHeader >= 3 && share((count) => count === inHeader) >= 0.9
}

/** Outside of double quotes. */
function countSeparators(line: string, separator: string): number {
  let count = 0
  let isQuoted = false
  for (const c of line) {
    if (c === '"') isQuoted = !isQuoted
    else if (c === separator && !isQuoted) count++
  }
  return count
}

function isSql(lines: readonly string[]): boolean {
  return (
    lines.some((line) => /;\s*$/.test(line)) &&
    shareOf(lines, (line) => SQL_LINE.test(line)) > 0.5 &&
    lines.some((line) =>
      /^\s*(?:INSERT\s+INTO|CREATE\s|SELECT\s.*\sFROM\s|UPDATE\s.*\sSET\s|COPY\s)/i.test(line),
    )
  )
}

const SQL_LINE =
  /^\s*(?:--|\/\*|\(|\)|(?:INSERT\s+INTO|VALUES|CREATE|DROP|ALTER|SELECT|UPDATE|DELETE\s+FROM|BEGIN|COMMIT|SET|USE|LOCK|UNLOCK|COPY|PRAGMA)\b)/i

/** Keys and items, with something that prose with colons has not: nesting, items, document marks. */
function isYaml(lines: readonly string[]): boolean {
  const isKey = (line: string): boolean =>
    /^\s*(?:- )?(?:[\w./-]+|"[^"]*"|'[^']*'):(?:\s|$)/.test(line)
  const isPart = (line: string): boolean =>
    isKey(line) || /^(?:---|\.\.\.|%YAML|\s*#|\s*- |\s{2,}\S)/.test(line)
  const hasShape = lines.some((line) =>
    /^(?:---(?:\s|$)|%YAML|\s+- |- |\s*[\w.-]+:\s*$|\s{2,}[\w-]+:)/.test(line),
  )
  return hasShape && shareOf(lines, isPart) > 0.8 && shareOf(lines, isKey) > 0.3
}
