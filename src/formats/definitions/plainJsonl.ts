// Any JSON Lines file: every valid JSON value is a line, and one that is not an object is worth a look.
// The smallest format, and the one to copy for a new one.
import { msg } from '../../i18n/message.ts'
import { defineFormat } from '../defineFormat.ts'
import { repeatedLines } from '../repeatedLines.ts'
import { z } from '../zod.ts'

export const format = defineFormat({
  id: 'plainJsonl',
  title: msg('JSON Lines'),
  summary: msg('Any JSON value on each line.'),
  // https://jsonlines.org/
  // Chosen when no other format is sure; see detectFormat.ts.
  recognise: () => false,
  schema: z.looseObject({}),
  severities: { 'not-an-object': 'warning' },
  wholeLines: repeatedLines,
  byteOrderMark: 'warning',
  // Those of each file: see columnsOfSample.ts.
  columns: [],
  examples: {
    valid: ['{}', '{"name":"Ada","born":1815}', ' {"deep":[{"a":null}]} '],
    invalid: [
      { line: '[1,2,3]', codes: ['not-an-object'] },
      { line: '"text"', codes: ['not-an-object'] },
      { line: 'null', codes: ['not-an-object'] },
      { line: '12e3', codes: ['not-an-object'] },
    ],
  },
})
