// Requests and answers beside each other, a row each, for spreadsheets.
import { msg } from '../../../i18n/message.ts'
import { BYTE_ORDER_MARK, csvCell, CSV_LINE_END, csvRow } from '../../cells/csv.ts'
import { definePairExporter } from '../definePairExporter.ts'
import type { GroupWriter, RowSurvey } from '../definePairExporter.ts'
import { FAILED_PAIR, GOOD_PAIR, jsonPair, LONE_ANSWER } from '../examplePairs.ts'
import type { ExportRow } from '../exportRow.ts'
import { FIELDS_OPTION, sidesOf } from '../fields.ts'
import type { FieldName } from '../fields.ts'
import { LINE_CHANGED } from '../reasons.ts'
import {
  AnswerColumns,
  type CsvColumn,
  MORE,
  MOST_MEMBERS,
  plainColumn,
  wordsOf,
} from '../unfold/answerColumns.ts'
import { type Members, membersOf } from '../unfold/answerMembers.ts'

/** Columns that spreadsheets show (Excel's limit, LibreOffice's default), one of them for the group. */
const MOST_COLUMNS = 16_384

function cellsOf(columns: readonly CsvColumn[], row: ExportRow, members?: Members): string[] {
  return columns.map(({ value }) => csvCell(value(row, members)))
}

function headOf(cells: readonly string[], byteOrderMark: boolean): string {
  return (byteOrderMark ? BYTE_ORDER_MARK : '') + csvRow(cells) + CSV_LINE_END
}

/** Members of a group side by side, in rows of equal length, as readers want them. */
function groupWriter(
  columns: readonly CsvColumn[],
  byteOrderMark: boolean,
  widest: number,
  membersOfRow: (row: ExportRow) => Members | undefined = () => undefined,
): GroupWriter {
  const limit = Math.floor((MOST_COLUMNS - 1) / Math.max(1, columns.length))
  const places = Array.from({ length: Math.min(widest, limit) }, (_, place) => place + 1)
  const names = places.flatMap((place) => columns.map(({ name }) => `${name}_${place}`))
  return {
    head: headOf(
      ['group', ...names.map((name) => csvCell({ kind: 'text', text: name }))],
      byteOrderMark,
    ),
    limit,
    begin: (name) => csvCell(name === null ? undefined : { kind: 'text', text: name }),
    member: (row) =>
      cellsOf(columns, row, membersOfRow(row))
        .map((cell) => `,${cell}`)
        .join(''),
    end: (members) => ','.repeat((places.length - members) * columns.length),
  }
}

/** The columns of unfolded answers are known when all of them were seen. */
function unfolding(fields: readonly FieldName[], byteOrderMark: boolean): RowSurvey {
  const seen = new AnswerColumns()
  return {
    reads: ['answer'],
    seeRow: (row) => seen.see(row),
    open() {
      const columns = seen.columns(fields)
      return {
        head: headOf(namesOf(columns), byteOrderMark),
        row(row) {
          const text = wordsOf(row)
          const members = membersOf(text)
          if (!seen.canHold(text, members)) return { kind: 'leftOut', reason: LINE_CHANGED }
          return { kind: 'line', content: csvRow(cellsOf(columns, row, members)) }
        },
      }
    },
    openGroups: (widest) =>
      groupWriter(seen.columns(fields), byteOrderMark, widest, (row) => membersOf(wordsOf(row))),
  }
}

function namesOf(columns: readonly CsvColumn[]): string[] {
  return columns.map(({ name }) => csvCell({ kind: 'text', text: name }))
}

export const exporter = definePairExporter({
  id: 'joinedCsv',
  place: 30,
  title: msg('Joined results (CSV)'),
  summary: msg('The same as a table for spreadsheets. No cell can run as a formula.'),
  noun: 'row',
  extension: '.csv',
  mediaType: 'text/csv',
  nameEnding: 'joined',
  options: {
    byteOrderMark: {
      kind: 'check',
      title: msg('Byte-order mark for spreadsheets'),
      isChecked: true,
    },
    unfold: {
      kind: 'check',
      title: msg('Fields of JSON answers as columns'),
      isChecked: false,
      help: msg(
        'A column for each field of answers that are JSON objects; what is nested stays JSON, other answers stay text. All answers are read twice to find the fields; after {most, number}, the rest stand together in {column}.',
        { most: MOST_MEMBERS, column: MORE },
      ),
    },
    fields: FIELDS_OPTION,
  },
  output: {
    kind: 'rows',
    rows: 'view',
    reads: ({ fields, unfold }) =>
      unfold ? [...new Set([...sidesOf(fields), 'answer' as const])] : sidesOf(fields),
    lineEnd: CSV_LINE_END,
    open({ fields, byteOrderMark }) {
      const columns = fields.map(plainColumn)
      return {
        head: headOf(fields, byteOrderMark),
        row: (row) => ({ kind: 'line', content: csvRow(cellsOf(columns, row)) }),
      }
    },
    openGroups: ({ fields, byteOrderMark }, widest) =>
      groupWriter(fields.map(plainColumn), byteOrderMark, widest),
    survey: ({ unfold, fields, byteOrderMark }) =>
      unfold ? unfolding(fields, byteOrderMark) : undefined,
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
      shows: 'fields of JSON answers as columns, in the order in which they first stand',
      options: {
        fields: ['custom_id', 'answer', 'total_tokens'],
        unfold: true,
        byteOrderMark: false,
      },
      rows: [
        jsonPair(
          'a',
          '{"mood": "good", "id": 12345678901234567890, "topics": ["x", "y"], "none": null}',
        ),
        jsonPair('b', ' {"id": 1.0, "custom_id": "=1+1", "mood": "a \\"b\\"", "mood": "last"} '),
        jsonPair('c', 'Sorry, {"mood": 1}'),
        jsonPair('d', '["no", "object"]'),
        FAILED_PAIR,
      ],
      file:
        'custom_id,answer,answer.mood,answer.id,answer.topics,answer.none,answer.custom_id,total_tokens\r\n' +
        'a,,good,12345678901234567890,"[""x"", ""y""]",,,\r\n' +
        "b,,last,1.0,,,'=1+1,\r\n" +
        'c,"Sorry, {""mood"": 1}",,,,,,\r\n' +
        'd,"[""no"", ""object""]",,,,,,\r\n' +
        'a-2,,,,,,,\r\n',
    },
    {
      kind: 'rows',
      shows: 'that there is no column of texts where all answers are JSON objects',
      options: { fields: ['custom_id', 'answer'], unfold: true, byteOrderMark: false },
      rows: [jsonPair('a', '{"x":{"y":true}}'), jsonPair('b', '{}')],
      file: 'custom_id,answer.x\r\na,"{""y"":true}"\r\nb,\r\n',
    },
    {
      kind: 'rows',
      shows: 'unfolded answers of groups side by side',
      options: { fields: ['custom_id'], unfold: true, byteOrderMark: false },
      rows: [jsonPair('a', '{"x":1}'), jsonPair('b', '{"z":2}')],
      groups: [{ name: 'g', members: [0, 1] }],
      file:
        'group,custom_id_1,answer.x_1,answer.z_1,custom_id_2,answer.x_2,answer.z_2\r\n' +
        'g,a,1,,b,,2\r\n',
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
