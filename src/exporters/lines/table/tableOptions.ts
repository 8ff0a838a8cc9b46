// The options that all tables have: which fields are columns, and how a value fits into a cell.
import { msg } from '../../../i18n/message.ts'
import type { ExportOptionValues } from '../exportOptions.ts'
import type { ArrayWay } from '../fields/fieldValue.ts'

export const TABLE_OPTIONS = {
  fields: { kind: 'fields', title: msg('Columns') },
  nested: {
    kind: 'choice',
    title: msg('Nested objects'),
    choices: [
      { value: 'json', title: msg('One column, as JSON') },
      { value: 'flat', title: msg('One column per field (a.b)') },
    ],
    initial: 'json',
  },
  arrays: {
    kind: 'choice',
    title: msg('Arrays'),
    choices: [
      { value: 'json', title: msg('As JSON') },
      { value: 'joined', title: msg('Joined into one string') },
      { value: 'counted', title: msg('Number of elements') },
    ],
    initial: 'json',
  },
  separator: {
    kind: 'text',
    title: msg('Separator'),
    initial: '; ',
    when: { option: 'arrays', is: 'joined' },
  },
} as const

export const DELIMITED_OPTIONS = {
  ...TABLE_OPTIONS,
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

export function arrayWayOf({ arrays, separator }: TableValues): ArrayWay {
  return arrays === 'joined' ? { kind: 'joined', separator } : { kind: arrays }
}

/** A mark that the definitions of CSV and TSV begin with or without. */
export function byteOrderMarkOption(initial: boolean) {
  return {
    kind: 'flag',
    title: msg('Byte-order mark for spreadsheets'),
    help: msg('Without it, Excel may misread characters that are not ASCII.'),
    initial,
  } as const
}
