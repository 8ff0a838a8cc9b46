// A row for each line, for spreadsheets and data tools.
import { msg, verbatim } from '../../../i18n/message.ts'
import { defineExporter } from '../defineExporter.ts'
import { openDelimited } from '../table/delimitedLines.ts'
import { byteOrderMarkOption, DELIMITED_OPTIONS, TABLE_OUTPUT } from '../table/tableOptions.ts'

export const exporter = defineExporter({
  id: 'csv',
  place: 40,
  title: verbatim('CSV'),
  summary: msg('A table for spreadsheets and data tools, with a row per line.'),
  extension: '.csv',
  mediaType: 'text/csv',
  options: { ...DELIMITED_OPTIONS, byteOrderMark: byteOrderMarkOption(true) },
  output: {
    ...TABLE_OUTPUT,
    open: (values, { titles }) => openDelimited(values, titles, ','),
  },
  examples: [
    {
      before:
        '{"id":12345678901234567890,"text":"a, \\"b\\"\\nc"}\r\n{"id":1.0,"ok":true,"text":null}',
      after: '\uFEFFid,text,ok\r\n12345678901234567890,"a, ""b""\nc",\r\n1.0,,true\r\n',
    },
    {
      before: '\uFEFF{"a":{"b":[1,2],"c":{}},"a.b":"=1+1","":"é"}\n\nbroken\n[1]\n',
      after: 'a,a.b,"[""""]",value\r\n"{""b"":[1,2],""c"":{}}",\'=1+1,é,\r\n,,,[1]\r\n',
      options: { byteOrderMark: false },
    },
    {
      before: '{"a":{"b":[1,"x",null],"c":{}},"a.b":"=1"}\n{"a":5,"value":"\\ud800"}\n"text"\n',
      after:
        'a.b,a.c,"[""a.b""]",a,value,value_2\r\n"1; x; null",{},=1,,,\r\n,,,5,\\ud800,\r\n,,,,,text\r\n',
      options: { byteOrderMark: false, nested: 'flat', arrays: 'joined', formulaSafe: false },
    },
    {
      before: '{"x":1,"m":[{"r":"a"},{"r":"b"}]}\n{"x":2,"x":3,"m":[]}\n{}\n',
      after: 'm[-1].r,x\r\nb,1\r\n,3\r\n,\r\n',
      options: { byteOrderMark: false, fields: ['m[-1].r', 'x'] },
    },
    {
      before: '{"x":[]}\n{"x":null}\n',
      after: '0\r\n""\r\n',
      options: { byteOrderMark: false, header: false, arrays: 'counted' },
    },
    // A name that is the root in a path, and names that have no UTF-8.
    {
      before: '{"$":1,"\\ud800":2,"\\ud801":3}\n',
      after: '$,"[""\\ud801""]"\r\n1,3\r\n',
      options: { byteOrderMark: false, fields: ['["$"]', '["\\ud801"]'] },
    },
    { before: '', after: '', options: { byteOrderMark: false } },
  ],
})
