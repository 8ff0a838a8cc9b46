// Several values on one line, with or without commas between them.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { readSyntax } from '../syntax/readSyntax.ts'
import { applySplices } from '../textSplice.ts'

export const fix = defineFix({
  id: 'splitValues',
  title: msg('Put each value on its own line'),
  order: 30,
  codes: ['two-values', 'text-after', 'record-separator'],
  safeForAll: true,
  propose({ text }) {
    const { repairs, values, stoppedAt } = readSyntax(text)
    // A rest that is cut off or unclear is for the eye.
    if (values.length < 2 || stoppedAt !== undefined) return undefined
    if (repairs.some(({ cause }) => cause === 'closing' || cause === 'cut-off')) return undefined
    const lastEnd = values.at(-1)?.to ?? 0
    const between = repairs.filter(
      ({ cause, from }) => BETWEEN.has(cause) || (cause === 'trailing-comma' && from >= lastEnd),
    )
    const texts = applySplices(text, between).split('\n')
    return { kind: 'split', texts: texts.map((each) => each.trim()) }
  },
  examples: [
    { code: 'two-values', before: '{"a": 1}{"b": 2}', after: ['{"a": 1}', '{"b": 2}'] },
    {
      code: 'two-values',
      before: '{"a": "}{"}, {"b": 1.0} ,{"c": [9007199254740993]},',
      after: ['{"a": "}{"}', '{"b": 1.0}', '{"c": [9007199254740993]}'],
    },
    { code: 'two-values', before: '1 "2" [3]', after: ['1', '"2"', '[3]'] },
    { code: 'text-after', before: '{"a": 1} {"b": 2,}', after: ['{"a": 1}', '{"b": 2,}'] },
    {
      code: 'two-values',
      before: '{"a":1}\\n{"a":"x\\ny"}\\n{"a":3}',
      after: ['{"a":1}', '{"a":"x\\ny"}', '{"a":3}'],
    },
    {
      code: 'two-values',
      before: '{"問":1.0},\\r\\n{"b":2},\\r\\n',
      after: ['{"問":1.0}', '{"b":2}'],
    },
    {
      code: 'record-separator',
      before: '\u001e{"問":1}\u001e{"答":2}',
      after: ['{"問":1}', '{"答":2}'],
    },
  ],
})

const BETWEEN: ReadonlySet<string> = new Set([
  'two-values',
  'record-separator',
  'bom',
  'extra-bracket',
  'written-break',
])
