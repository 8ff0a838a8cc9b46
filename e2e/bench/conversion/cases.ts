// What is converted and unpacked: files of one kind each, whose rows are made up once and then repeated.
import { benchRequestLine } from '../../../src/benchmark/requestLines.ts'
import { createTextPool, POOL_SIZE } from '../../../src/benchmark/textPool.ts'

export interface ConversionCase {
  readonly id: string
  readonly title: string
  readonly fileName: string
  /** `unpacked`: it opens as what is in it; `converted`: in the dialog. */
  readonly becomes: 'converted' | 'unpacked'
  /** Of the size that was asked for. */
  readonly share: number
  readonly head: string
  readonly row: (index: number) => string
  /** Before every row but the first. */
  readonly separator: string
  readonly foot: string
  readonly encoding: 'utf-8' | 'utf-16le'
  readonly packing?: 'gzip' | 'zip' | 'zstd'
  /** At most so many times as long as merely reading. */
  readonly maxRatio?: number
  /** Bytes in a second at least. */
  readonly minRate?: number
  /** Of what people would take instead: how the program gets at the rows. */
  readonly kind: 'array' | 'csv' | 'lines'
}

/** Rows that differ; a file has them again and again. */
export const DISTINCT_ROWS = 8192

/** As many: what stands again within a few hundred kilobytes would be packed away. */
const texts = Array.from({ length: DISTINCT_ROWS / POOL_SIZE }, (_, seed) =>
  createTextPool('ascii', 400, seed + 1),
).flat()
const short = createTextPool('ascii', 40)

/** Insides of JSON strings have escapes, which are text in a table. */
const textAt = (index: number): string => texts[index % texts.length] as string
const wordsAt = (index: number): string =>
  (short[index % short.length] as string).replaceAll(/[",\\\n\t|]/g, ' ')

const request = (index: number): string =>
  benchRequestLine(index + 1, texts[index % texts.length] as string)

const indented = (index: number): string =>
  JSON.stringify(JSON.parse(request(index)), null, 2).replaceAll('\n', '\n  ')

const plainRow = (index: number, delimiter: string): string =>
  [10_000 + index, wordsAt(index), (index % 997) / 7, '2026-11-27', wordsAt(index + 7)].join(
    delimiter,
  )

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

const PLAIN = { becomes: 'converted', foot: '\n', separator: '\n', encoding: 'utf-8' } as const
const ARRAY = {
  ...PLAIN,
  fileName: 'array.json',
  share: 1,
  kind: 'array',
  maxRatio: 2,
} as const
const TABLE = { ...PLAIN, share: 0.5, kind: 'csv', minRate: 60_000_000 } as const
const COLUMNS = ['id', 'name', 'score', 'date', 'text']
const LINES = { ...PLAIN, head: '', share: 0.5, kind: 'lines', row: request } as const

export const CONVERSION_CASES: readonly ConversionCase[] = [
  {
    ...ARRAY,
    id: 'array',
    title: 'JSON array, an element a line',
    head: '[\n',
    row: request,
    separator: ',\n',
    foot: '\n]\n',
  },
  {
    ...ARRAY,
    id: 'array-indented',
    title: 'JSON array, indented',
    head: '[\n  ',
    row: indented,
    separator: ',\n  ',
    foot: '\n]\n',
  },
  {
    ...TABLE,
    id: 'csv',
    title: 'CSV, prompts in quotes',
    fileName: 'prompts.csv',
    head: 'id,category,prompt,model\n',
    row: (index) => `q-${index},${wordsAt(index)},${quoted(textAt(index))},gpt-5.4-mini`,
  },
  {
    ...TABLE,
    id: 'csv-quoted',
    title: 'CSV, short values, all in quotes',
    fileName: 'quoted.csv',
    head: `${COLUMNS.map(quoted).join(',')}\n`,
    row: (index) => plainRow(index, '\t').split('\t').map(quoted).join(','),
  },
  {
    ...TABLE,
    id: 'tsv',
    title: 'TSV, short values',
    fileName: 'values.tsv',
    head: `${COLUMNS.join('\t')}\n`,
    row: (index) => plainRow(index, '\t'),
  },
  {
    ...LINES,
    id: 'utf-16',
    title: 'Lines in UTF-16',
    fileName: 'wide.jsonl',
    encoding: 'utf-16le',
  },
  {
    ...LINES,
    id: 'gzip',
    title: 'Lines in gzip',
    fileName: 'lines.jsonl.gz',
    becomes: 'unpacked',
    packing: 'gzip',
  },
  {
    ...LINES,
    id: 'zip',
    title: 'Lines in zip',
    fileName: 'lines.zip',
    becomes: 'unpacked',
    packing: 'zip',
  },
  {
    ...LINES,
    id: 'zstd',
    title: 'Lines in Zstandard',
    fileName: 'lines.jsonl.zst',
    becomes: 'unpacked',
    packing: 'zstd',
  },
]
