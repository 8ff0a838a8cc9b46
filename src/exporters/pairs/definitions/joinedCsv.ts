// Requests and answers beside each other, a row each, for spreadsheets.
import { csvCell, csvRow } from '../csv.ts'
import { definePairExporter } from '../definePairExporter.ts'
import type { GroupWriter } from '../definePairExporter.ts'
import { FAILED_PAIR, GOOD_PAIR, LONE_ANSWER } from '../examplePairs.ts'
import type { ExportRow } from '../exportRow.ts'
import { fieldOf, FIELDS_OPTION, sidesOf } from '../fields.ts'
import type { FieldName } from '../fields.ts'

const BYTE_ORDER_MARK = '\uFEFF'
const LINE_END = '\r\n'

/** Columns that spreadsheets show (Excel's limit, LibreOffice's default), one of them for the group. */
const MOST_COLUMNS = 16_384

function cellsOf(fields: readonly FieldName[], row: ExportRow): string[] {
  return fields.map((name) => csvCell(fieldOf(name).value(row)))
}

function headOf(cells: readonly string[], byteOrderMark: boolean): string {
  return (byteOrderMark ? BYTE_ORDER_MARK : '') + csvRow(cells) + LINE_END
}

/** Members of a group side by side, in rows of equal length, as readers want them. */
function groupWriter(
  fields: readonly FieldName[],
  byteOrderMark: boolean,
  widest: number,
): GroupWriter {
  const limit = Math.floor((MOST_COLUMNS - 1) / Math.max(1, fields.length))
  const places = Array.from({ length: Math.min(widest, limit) }, (_, place) => place + 1)
  const names = places.flatMap((place) => fields.map((name) => `${name}_${place}`))
  return {
    head: headOf(['group', ...names], byteOrderMark),
    limit,
    begin: (name) => csvCell(name === null ? undefined : { kind: 'text', text: name }),
    member: (row) =>
      cellsOf(fields, row)
        .map((cell) => `,${cell}`)
        .join(''),
    end: (members) => ','.repeat((places.length - members) * fields.length),
  }
}

export const exporter = definePairExporter({
  id: 'joinedCsv',
  place: 30,
  title: 'Joined results (CSV)',
  summary: 'The same as a table for spreadsheets. No cell can run as a formula.',
  noun: 'row',
  extension: '.csv',
  mediaType: 'text/csv',
  nameEnding: 'joined',
  options: {
    byteOrderMark: { kind: 'check', title: 'Byte-order mark for spreadsheets', isChecked: true },
    fields: FIELDS_OPTION,
  },
  output: {
    kind: 'rows',
    rows: 'view',
    reads: ({ fields }) => sidesOf(fields),
    lineEnd: LINE_END,
    open: ({ fields, byteOrderMark }) => ({
      head: headOf(fields, byteOrderMark),
      row: (row) => ({ kind: 'line', content: csvRow(cellsOf(fields, row)) }),
    }),
    openGroups: ({ fields, byteOrderMark }, widest) => groupWriter(fields, byteOrderMark, widest),
  },
  examples: [
    {
      kind: 'rows',
      shows: 'quotes, line ends and a formula made harmless',
      options: {
        fields: ['custom_id', 'status', 'prompt', 'answer', 'total_tokens'],
        byteOrderMark: false,
      },
      rows: [GOOD_PAIR, FAILED_PAIR, LONE_ANSWER],
      file:
        'custom_id,status,prompt,answer,total_tokens\r\n' +
        'a-1,200,"system: Be brief.\n\nuser: Hi é","Hello, ""you""",12\r\n' +
        "a-2,400,'=1+1,,\r\n" +
        '7,200,,cut,\r\n',
    },
    {
      kind: 'rows',
      shows: 'a byte order mark, and a row of one empty cell',
      options: { fields: ['answer'], byteOrderMark: true },
      rows: [FAILED_PAIR, LONE_ANSWER],
      file: '\uFEFFanswer\r\n""\r\ncut\r\n',
    },
    {
      kind: 'rows',
      shows: 'groups side by side',
      options: { fields: ['custom_id', 'answer'], byteOrderMark: false },
      rows: [GOOD_PAIR, FAILED_PAIR, LONE_ANSWER],
      groups: [
        { name: '=a', members: [0, 1] },
        { name: null, members: [2] },
      ],
      file:
        'group,custom_id_1,answer_1,custom_id_2,answer_2\r\n' +
        '\'=a,a-1,"Hello, ""you""",a-2,\r\n' +
        ',7,cut,,\r\n',
    },
  ],
})
