// A small table for notes, issues and chats.
import { msg } from '../../../i18n/message.ts'
import { markdownCell, markdownRow } from '../../cells/markdown.ts'
import { DecodingSink } from '../columns/decodingSink.ts'
import { defineExporter } from '../defineExporter.ts'
import { TABLE_OPTIONS, TABLE_OUTPUT } from '../table/tableOptions.ts'

/** Rows that someone still reads, and that programs still render. */
const MOST_LINES = 1000

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

class MarkdownSink extends DecodingSink {
  protected text(bytes: Uint8Array, from: number, to: number): void {
    this.out.text(markdownCell(decoder.decode(bytes.subarray(from, to))))
  }

  json(bytes: Uint8Array, from: number, to: number): void {
    this.text(bytes, from, to)
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
    ...TABLE_OUTPUT,
    mostLines: MOST_LINES,
    open({ nulls }, table) {
      const titles = table.titles.map(markdownCell)
      const sink = new MarkdownSink(nulls === 'word')
      return {
        head: titles.length === 0 ? '' : markdownRow(titles) + markdownRow(titles.map(() => '---')),
        foot: '',
        write(cells, row, out) {
          sink.out = out
          for (let column = 0; column < cells.columnCount; column++) {
            out.text(column === 0 ? '| ' : ' | ')
            cells.write(column, row, sink)
          }
          out.text(' |\n')
        },
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
