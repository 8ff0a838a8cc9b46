// A small table for notes, issues and chats.
import { msg } from '../../../i18n/message.ts'
import type { CellValue } from '../../cells/cellValue.ts'
import { markdownCell, markdownRow } from '../../cells/markdown.ts'
import { defineExporter } from '../defineExporter.ts'
import { findsFields, LineTable } from '../table/lineTable.ts'
import { TABLE_OPTIONS } from '../table/tableOptions.ts'

/** Rows that someone still reads, and that programs still render. */
const MOST_LINES = 1000

function cell(value: CellValue | undefined): string {
  switch (value?.kind) {
    case undefined:
      return ''
    case 'text':
      return markdownCell(value.text)
    case 'number':
      return String(value.number)
    case 'json':
      return markdownCell(value.source)
  }
}

export const exporter = defineExporter({
  id: 'markdownTable',
  place: 80,
  title: msg('Markdown table'),
  summary: msg('A table for notes, issues and chats; {most, number} lines at most.', {
    most: MOST_LINES,
  }),
  extension: '.md',
  mediaType: 'text/markdown',
  options: TABLE_OPTIONS,
  output: {
    kind: 'perLine',
    mostLines: MOST_LINES,
    finds: findsFields,
    open(values, found) {
      const table = new LineTable(values, found)
      const titles = table.titles.map(markdownCell)
      return {
        head: titles.length === 0 ? '' : markdownRow(titles) + markdownRow(titles.map(() => '---')),
        foot: '',
        write: (text, from) => markdownRow(table.row(text, from).map(cell)),
        notes: () => table.notes(),
      }
    },
  },
  examples: [
    {
      before: '\uFEFF{"id":1.0,"a|b":"x | *y*\\n<z>"}\r\n\nbroken\n{"id":"2","c":[1,{"d":null}]}',
      after:
        '| id | a\\|b | c |\n| --- | --- | --- |\n| 1.0 | x \\| \\*y\\*<br>\\<z\\> |  |\n| 2 |  | \\[1,{"d":null}\\] |\n',
    },
    {
      before: '{"a":{"b":true}}\n{"a":{"c":[1,2]}}',
      after: '| a.c | a.b |\n| --- | --- |\n|  | true |\n| 2 |  |\n',
      options: { fields: ['a.c', 'a.b'], nested: 'flat', arrays: 'counted' },
    },
    { before: '', after: '' },
  ],
})
