// Several kinds of trouble in one line, each repaired as its own fix would: a dictionary of Python
// with quotes, literals and trailing commas, an object literal of JavaScript.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { isValidJson } from '../repairSyntax.ts'
import { readSyntax } from '../syntax/readSyntax.ts'
import { applySplices } from '../textSplice.ts'
import type { RepairCause } from '../syntax/repair.ts'

export const fix = defineFix({
  id: 'repairLine',
  title: msg('Repair all syntax errors in the line'),
  order: 90,
  codes: [
    'trailing-comma',
    'missing-*',
    'unquoted-*',
    'single-quotes',
    'smart-quotes',
    'bad-*',
    'control-character',
    'nul-byte',
    'bom',
    'python-literal',
    'javascript-literal',
    'comment',
    'unterminated-string',
    'unclosed-bracket',
    'truncated-line',
    'unopened-bracket',
    'unexpected-character',
  ],
  safeForAll: true,
  propose({ text: whole, diagnostic }) {
    // At the start of the file the mark is not an error of the line.
    const mark = whole.startsWith('\ufeff') && diagnostic.code !== 'bom' ? '\ufeff' : ''
    const text = whole.slice(mark.length)
    const { repairs, stoppedAt } = readSyntax(text)
    const causes = new Set(repairs.map((repair) => repair.cause))
    if (stoppedAt !== undefined || causes.size < 2) return undefined
    if (!repairs.every((repair) => CLEAR_CAUSES.has(repair.cause))) return undefined
    const repaired = applySplices(text, repairs)
    return isValidJson(repaired) ? { kind: 'replace', text: mark + repaired } : undefined
  },
  examples: [
    {
      code: 'single-quotes',
      before: "{'custom_id': 'a', 'body': {'n': None, 'x': (1, 2), 'ok': True,}}",
      after: ['{"custom_id": "a", "body": {"n": null, "x": [1, 2], "ok": true}}'],
    },
    {
      code: 'unquoted-key',
      before: "{a: 'it\\'s', b: undefined, /* c */ \"d\": .50, e: 9007199254740993,} // f",
      after: ['{"a": "it\'s", "b": null,  "d": 0.50, "e": 9007199254740993}'],
    },
    { code: 'unquoted-key', before: '{問: “答”， b: [1 2', after: ['{"問": "答", "b": [1, 2]}'] },
    { code: 'trailing-comma', before: '{"a": 1,} // {', after: ['{"a": 1}'] },
  ],
})

/** Those of which it is clear what was meant. */
const CLEAR_CAUSES: ReadonlySet<RepairCause> = new Set<RepairCause>([
  'trailing-comma',
  'extra-comma',
  'missing-comma',
  'missing-colon',
  'unquoted-key',
  'single-quotes',
  'smart-quotes',
  'unterminated-string',
  'bad-escape',
  'control-character',
  'nul-byte',
  'bad-number',
  'python-literal',
  'javascript-literal',
  'literal-case',
  'comment',
  'closing',
  'extra-bracket',
  'bom',
  'record-separator',
  'odd-space',
  'odd-punctuation',
  'tuple',
])
