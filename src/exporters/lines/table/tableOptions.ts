// The options that all tables have: which fields are columns, and how a value fits into a cell.
import { msg } from '../../../i18n/message.ts'
import type { ExportOptionValues } from '../exportOptions.ts'
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
    choices: [...IN_A_CELL, { value: 'rows', title: msg('One row per element') }],
    help: msg('One row per element: cells that are no array are repeated.'),
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

export type TableValues = ExportOptionValues<typeof TABLE_OPTIONS>
export type DelimitedValues = ExportOptionValues<typeof DELIMITED_OPTIONS>

/** What all tables have in common. */
export const TABLE_OUTPUT = {
  kind: 'perLine',
  finds: ({ fields, nested }) => (fields ? undefined : nested === 'flat' ? 'flatFields' : 'fields'),
  reads: ({ fields, nested, arrays, separator }) => ({
    columns: fields,
    isFlat: nested === 'flat',
    arrays,
    separator,
  }),
} as const satisfies Omit<PerLineOutput<TableValues | DelimitedValues>, 'open'>

/** A mark that the definitions of CSV and TSV begin with or without. */
export function byteOrderMarkOption(initial: boolean) {
  return {
    kind: 'flag',
    title: msg('Byte-order mark for spreadsheets'),
    help: msg('Without it, Excel may misread characters that are not ASCII.'),
    initial,
  } as const
}
