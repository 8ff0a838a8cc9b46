// How a table is written, from its beginning.

export const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', pipe: '|' } as const
export type DelimiterName = keyof typeof DELIMITERS

export interface TableSyntax {
  readonly delimiter: DelimiterName
  readonly quote: 'double' | 'single'
  readonly hasHeader: boolean
  /** Most delimiters are followed by a space. */
  readonly isSpaced: boolean
  /** The share of rows that have as many fields as most of them, from 0 to 1. */
  readonly regularity: number
}

/** Rows that are looked at, and code units. */
const SAMPLE_ROWS = 200
const SAMPLE_LENGTH = 64 * 1024

/** `head`: the beginning of the text; `isWhole`: it is all of it. Undefined where no row has two fields. */
export function sniffTable(head: string, isWhole: boolean): TableSyntax | undefined {
  const text = head.slice(0, SAMPLE_LENGTH).replaceAll(/\r\n?/g, '\n')
  const isAll = isWhole && head.length <= SAMPLE_LENGTH
  const quote = quoteOf(text)
  const named = separatorLine(text)
  const candidates = (named ? [named] : (Object.keys(DELIMITERS) as DelimiterName[]))
    .map((delimiter) => {
      const rows = splitRows(text, DELIMITERS[delimiter], quote === 'single' ? "'" : '"', isAll)
      return { delimiter, rows, ...regularityOf(rows) }
    })
    .filter(({ width }) => width > 1)
    .toSorted((a, b) => b.regularity - a.regularity || b.width - a.width)
  const [best] = candidates
  if (!best) return undefined
  return {
    delimiter: best.delimiter,
    quote,
    hasHeader: hasHeader(best.rows),
    isSpaced: isSpaced(best.rows),
    regularity: best.regularity,
  }
}

/** Excel writes and reads `sep=;` as a first line. */
export const SEPARATOR_LINE = /^"?sep=(.)"?$/i

function separatorLine(text: string): DelimiterName | undefined {
  const sign = SEPARATOR_LINE.exec(text.split('\n', 1)[0] as string)?.[1]
  return (Object.keys(DELIMITERS) as DelimiterName[]).find((name) => DELIMITERS[name] === sign)
}

/** Single quotes only where they stand around whole fields and double ones do not. */
function quoteOf(text: string): 'double' | 'single' {
  const count = (sign: string): number =>
    text.match(new RegExp(`(?:^|[,;|\\t])${sign}[^${sign}\\n]*${sign}(?=[,;|\\t\\n]|$)`, 'gm'))
      ?.length ?? 0
  return count('"') === 0 && count("'") > 2 ? 'single' : 'double'
}

/** Rows that are not blank; a last one that may go on is left out. */
function splitRows(text: string, delimiter: string, quote: string, isAll: boolean): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let isQuoted = false
  for (let at = 0; at < text.length && rows.length < SAMPLE_ROWS; at++) {
    const sign = text[at] as string
    if (sign === quote && (isQuoted || field === '')) isQuoted = !isQuoted
    else if (isQuoted || (sign !== delimiter && sign !== '\n')) field += sign
    else {
      row.push(field)
      field = ''
      if (sign === '\n') {
        if (row.length > 1 || row[0] !== '') rows.push(row)
        row = []
      }
    }
  }
  if (isAll && rows.length < SAMPLE_ROWS && (row.length > 0 || field !== ''))
    rows.push([...row, field])
  return rows.filter(([first = ''], index) => index > 0 || !SEPARATOR_LINE.test(first))
}

function regularityOf(rows: readonly string[][]): { width: number; regularity: number } {
  const counts = new Map<number, number>()
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1)
  const [width = 0, count = 0] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
  return { width, regularity: rows.length === 0 ? 0 : count / rows.length }
}

/** Code units of the name of a column. */
const NAME_LIMIT = 60

/** Whether nothing speaks against the first row being names. */
function hasHeader([first = [], ...others]: readonly string[][]): boolean {
  const named = first.filter((name) => name.trim() !== '')
  if (named.length * 2 < first.length) return false
  return named.every((name) => {
    const index = first.indexOf(name)
    return (
      name.length <= NAME_LIMIT &&
      !/^[-+]?[\d.,]+$|[.?!。?!]$|[{}\n]/.test(name.trim()) &&
      !others.some((row) => row[index] === name)
    )
  })
}

function isSpaced(rows: readonly string[][]): boolean {
  const behind = rows.flatMap((row) => row.slice(1)).filter((field) => field !== '')
  return behind.filter((field) => field.startsWith(' ')).length > behind.length * 0.8
}
