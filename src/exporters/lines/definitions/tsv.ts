// The same as CSV with tabs between the cells, which some programs read and people can paste.
import { msg, verbatim } from '../../../i18n/message.ts'
import { defineExporter } from '../defineExporter.ts'
import { openDelimited } from '../table/delimitedLines.ts'
import { byteOrderMarkOption, DELIMITED_OPTIONS, TABLE_OUTPUT } from '../table/tableOptions.ts'

export const exporter = defineExporter({
  id: 'tsv',
  place: 50,
  title: verbatim('TSV'),
  summary: msg(
    'The same table with tabs between the cells; what holds a tab or line break is quoted.',
  ),
  extension: '.tsv',
  mediaType: 'text/tab-separated-values',
  options: { ...DELIMITED_OPTIONS, byteOrderMark: byteOrderMarkOption(false) },
  output: {
    ...TABLE_OUTPUT,
    open: (values, { titles }) => openDelimited(values, titles, '\t'),
  },
  examples: [
    {
      before: '\uFEFF{"a":"x\\ty","b":"1\\n2"}\r\n{"b":-1,"c":"-1"}',
      after: 'a\tb\tc\r\n"x\ty"\t"1\n2"\t\r\n\t-1\t\'-1\r\n',
    },
    { before: 'not JSON\n', after: '' },
    { before: '', after: '\uFEFF', options: { byteOrderMark: true } },
  ],
})
