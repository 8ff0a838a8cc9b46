// The options that all tables have: which fields are columns, and how a value fits into a cell.
import { msg } from '../../../i18n/message.ts'
import type { ExportOptionValues } from '../exportOptions.ts'
import type { ArrayWay } from '../columns/lineCells.ts'
import type { PerLineOutput } from '../defineExporter.ts'

const FIELDS = { kind: 'fields', title: msg('Columns') } as const

const NESTED = {
  kind: 'choice',
  title: msg('Nested objects'),
  choices: [
    { value: 'json', title: msg('One column, as JSON') },
    { value: 'flat', title: msg('One column per field (a.b)') },
  ],
  initial: 'json',
} as const

const IN_A_CELL = [
  { value: 'json', title: msg('As JSON') },
  { value: 'joined', title: msg('Joined into one string') },
  { value: 'counted', title: msg('Number of elements') },
] as const

const ARRAYS = { kind: 'choice', title: msg('Arrays'), initial: 'json' } as const

const SEPARATOR = {
  kind: 'text',
  title: msg('Separator'),
  initial: '; ',
  when: { option: 'arrays', is: 'joined' },
} as const

const NULLS = {
  kind: 'choice',
  title: msg('null'),
  choices: [
    { value: 'empty', title: msg('Empty cell') },
    { value: 'word', title: msg('The word null') },
  ],
  initial: 'empty',
  help: msg('Fields that a line does not have, and empty strings, are empty cells.'),
} as const

/** A row for each line. */
export const TABLE_OPTIONS = {
  fields: FIELDS,
  nested: NESTED,
  arrays: { ...ARRAYS, choices: IN_A_CELL },
  separator: SEPARATOR,
  nulls: NULLS,
} as const

export const DELIMITED_OPTIONS = {
  fields: FIELDS,
  nested: NESTED,
  arrays: {
    ...ARRAYS,
    choices: [
      ...IN_A_CELL,
      { value: 'rows', title: msg('One row per element, other cells repeated') },
    ],
  },
  separator: SEPARATOR,
  nulls: NULLS,
  header: { kind: 'flag', title: msg('Header row'), initial: true },
  formulaSafe: {
    kind: 'flag',
    title: msg('Escape formulas'),
    help: msg(
      'Text that a spreadsheet would run as a formula gets an apostrophe in front. Switch it off for programs that need the exact text.',
    ),
    initial: true,
  },
} as const

/** A line for each line, or for each element. */
export const JSONL_OPTIONS = {
  fields: FIELDS,
  nested: {
    kind: 'choice',
    title: msg('Nested objects'),
    choices: [
      { value: 'json', title: msg('Nested, as in the lines') },
      { value: 'flat', title: msg('One key per field (a.b)') },
    ],
    initial: 'json',
    help: msg('Nested lines are read by whatever reads the lines themselves.'),
  },
  arrays: {
    ...ARRAYS,
    choices: [
      { value: 'json', title: msg('As they are') },
      { value: 'rows', title: msg('One line per element, other fields repeated') },
    ],
  },
} as const

export type DelimitedValues = ExportOptionValues<typeof DELIMITED_OPTIONS>

/** What all of them choose. */
interface TableChoice {
  readonly fields: readonly string[] | undefined
  readonly nested: 'json' | 'flat'
  readonly arrays: ArrayWay
  readonly separator?: string
}

/** What all of them have in common. */
export const TABLE_OUTPUT = {
  kind: 'perLine',
  finds: ({ fields, nested }) => (fields ? undefined : nested === 'flat' ? 'flatFields' : 'fields'),
  reads: ({ fields, nested, arrays, separator = '' }) => ({
    columns: fields,
    isFlat: nested === 'flat',
    arrays,
    separator,
  }),
} as const satisfies Omit<PerLineOutput<TableChoice>, 'open'>

/** A mark that the definitions of CSV and TSV begin with or without. */
export function byteOrderMarkOption(initial: boolean) {
  return {
    kind: 'flag',
    title: msg('Byte-order mark for spreadsheets'),
    help: msg('Without it, Excel may misread characters that are not ASCII.'),
    initial,
  } as const
}
