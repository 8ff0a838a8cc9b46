// CSV and TSV: each row becomes an object with the names of its columns as keys.
// https://datatracker.ietf.org/doc/html/rfc4180, and what spreadsheets make of it.
import { msg } from '../../i18n/message.ts'
import { defineSource, type OptionValues, type SourceHead } from '../defineSource.ts'
import {
  DELIMITERS,
  type DelimiterName,
  type TableSyntax,
  sniffTable,
} from '../table/sniffTable.ts'
import { findRow } from '../table/findRow.ts'
import type { RowSyntax } from '../table/rowReader.ts'
import { TableReader } from '../table/tableReader.ts'

export const source = defineSource({
  id: 'table',
  title: msg('Table (CSV, TSV)'),
  summary: msg('Each row becomes an object whose keys are the names of the columns.'),
  options: [
    {
      id: 'delimiter',
      label: msg('Delimiter'),
      kind: 'choice',
      choices: [
        { value: 'comma', label: msg('Comma') },
        { value: 'semicolon', label: msg('Semicolon') },
        { value: 'tab', label: msg('Tab') },
        { value: 'pipe', label: msg('Vertical bar') },
      ],
      initial: 'comma',
    },
    {
      id: 'quote',
      label: msg('Quote character'),
      kind: 'choice',
      choices: [
        { value: 'double', label: msg('Double quotes') },
        { value: 'single', label: msg('Single quotes') },
        { value: 'none', label: msg('None: quotes are text') },
      ],
      initial: 'double',
    },
    {
      id: 'header',
      label: msg('The first row is a header'),
      kind: 'flag',
      initial: 'yes',
    },
    {
      id: 'types',
      label: msg('Values'),
      kind: 'choice',
      choices: [
        { value: 'strings', label: msg('All are strings') },
        {
          value: 'inferred',
          label: msg('Numbers, true and false are recognised, each value by itself'),
        },
      ],
      initial: 'strings',
    },
    {
      id: 'empty',
      label: msg('Empty values'),
      kind: 'choice',
      choices: [
        { value: 'text', label: msg('Empty string') },
        { value: 'null', label: msg('null') },
        { value: 'omitted', label: msg('Left out of the object') },
      ],
      initial: 'text',
    },
    {
      id: 'trim',
      label: msg('Trim spaces around values'),
      kind: 'flag',
      initial: 'no',
    },
  ],
  recognise(head) {
    const certainty = certaintyOf(head)
    if (certainty === 0) return undefined
    const text = new TextDecoder().decode(head.bytes, { stream: true })
    if (text.trim() === '' || BEGINS_JSON.test(text)) return undefined
    const syntax = sniffTable(text, head.isWhole)
    if (!syntax) return certainty < 0.6 ? undefined : { certainty: 0.5, options: ofName(head.name) }
    return { certainty: certainty * (0.8 + 0.2 * syntax.regularity), options: optionsOf(syntax) }
  },
  async convert(options, sink, { wasm }) {
    const { Parser } = (await import('papaparse')).default
    return new TableReader(Parser, wasm, syntaxOf(options), options, sink)
  },
  async findRow(options, row) {
    const { Parser } = (await import('papaparse')).default
    return findRow(Parser, syntaxOf(options), row)
  },
  examples: [
    {
      before: 'id,prompt\r\n1,"Say ""hi"", 你好"\r\n2,"two\nlines"\r\n',
      after: '{"id":"1","prompt":"Say \\"hi\\", 你好"}\n{"id":"2","prompt":"two\\nlines"}\n',
    },
    // Numbers that a reader would change, and what only looks like one, stay texts.
    {
      before: 'a;b\n1.50;007\n-3e-05;12345678901234567890\nTRUE;+886\n;x\n',
      options: { delimiter: 'semicolon', types: 'inferred', empty: 'null' },
      after:
        '{"a":1.50,"b":"007"}\n{"a":-3e-05,"b":"12345678901234567890"}\n{"a":true,"b":"+886"}\n{"a":null,"b":"x"}\n',
    },
    {
      before: 'x\t1\n\ny\t\n',
      options: { delimiter: 'tab', header: 'no', empty: 'omitted' },
      after: '{"column_1":"x","column_2":"1"}\n{"column_1":"y"}\n',
    },
    // Rows that are too short and too long.
    {
      before: 'a,b\n1\n1,2,3,4\n5,6',
      after: '{"a":"1"}\n{"a":"1","b":"2","_extra":["3","4"]}\n{"a":"5","b":"6"}\n',
      left: [
        { row: 2, isLost: false },
        { row: 3, isLost: false },
      ],
    },
    {
      before: 'a,,a\n1,2,3\n',
      after: '{"a":"1","column_2":"2","a_2":"3"}\n',
      left: [{ row: 1, isLost: false }],
    },
    // A quote that nobody closed costs one row.
    {
      before: 'a,b\n1,"open\n2,"x, y"\n3,z\n',
      after: '{"a":"1","b":"\\"open"}\n{"a":"2","b":"x, y"}\n{"a":"3","b":"z"}\n',
      left: [{ row: 2, isLost: false }],
    },
    {
      before: 'a,b\n1,"open\n3,z',
      after: '{"a":"1","b":"\\"open"}\n{"a":"3","b":"z"}\n',
      left: [{ row: 2, isLost: false }],
    },
    {
      before: 'a,b\n1,"say "hi" now"\n',
      after: '{"a":"1","b":"say \\"hi\\" now"}\n',
      left: [{ row: 2, isLost: false }],
    },
    {
      before: 'a,b\n1,\0\n\0,2\n',
      after: '{"a":"1","b":"\\u0000"}\n{"a":"\\u0000","b":"2"}\n',
      left: [{ row: 2, isLost: false }],
    },
    {
      before: 'sep=;\na;b\n1;2\n',
      options: { delimiter: 'semicolon' },
      after: '{"a":"1","b":"2"}\n',
    },
    {
      before: "a| b\n 1 | 'x|y'\n",
      options: { delimiter: 'pipe', quote: 'none', trim: 'yes' },
      after: '{"a":"1","b":"\'x","_extra":["y\'"]}\n',
      left: [{ row: 2, isLost: false }],
    },
    { before: 'a\rb\r', options: { header: 'no' }, after: '{"column_1":"a"}\n{"column_1":"b"}\n' },
    { before: 'a,b\n', after: '' },
  ],
})

/** No column is called so. */
const BEGINS_JSON = /^\s*[[{]/

const QUOTES: Readonly<Record<string, string | undefined>> = { double: '"', single: "'" }

function syntaxOf(options: OptionValues): RowSyntax {
  return {
    delimiter: DELIMITERS[options['delimiter'] as DelimiterName] ?? ',',
    quote: QUOTES[options['quote'] ?? ''],
  }
}

function certaintyOf({ content, name }: SourceHead): number {
  const isNamed = /\.(?:csv|tsv|tab)$/i.test(name)
  if (content.layout === 'csv' || content.layout === 'tsv') return isNamed ? 1 : 0.9
  // Few rows, or JSON in the cells: the name decides.
  if (!isNamed || !['lines', 'plain-text', 'lone-cr', 'log', 'yaml'].includes(content.layout))
    return 0
  return 0.7
}

function ofName(name: string): OptionValues {
  return /\.(?:tsv|tab)$/i.test(name) ? { delimiter: 'tab' } : {}
}

function optionsOf({ delimiter, quote, hasHeader, isSpaced }: TableSyntax): OptionValues {
  return {
    delimiter,
    quote,
    header: hasHeader ? 'yes' : 'no',
    ...(isSpaced && { trim: 'yes' }),
  }
}
