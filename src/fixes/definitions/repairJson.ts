// The last resort: what the library jsonrepair makes of the line. It guesses freely.
import { jsonrepair } from 'jsonrepair'
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { isValidJson } from '../repairSyntax.ts'

/** Code units. The library takes memory of many times the text. */
const LIMIT = 4 << 20

export const fix = defineFix({
  id: 'repairJson',
  title: msg('Repair by guessing'),
  order: 200,
  codes: [
    'trailing-comma',
    'missing-*',
    'unquoted-*',
    'single-quotes',
    'smart-quotes',
    'unterminated-string',
    'unescaped-quote',
    'bad-*',
    'control-character',
    'python-literal',
    'javascript-literal',
    'comment',
    'unclosed-bracket',
    'unopened-bracket',
    'mismatched-bracket',
    'truncated-line',
    'text-before',
    'text-after',
    'unexpected-character',
  ],
  safeForAll: false,
  propose({ text }) {
    if (text.length > LIMIT || !/[{[]/.test(text) || isValidJson(text)) return undefined
    const repaired = tryRepair(text)?.replaceAll(/\s*\n\s*/g, ' ')
    // Prose becomes one string, and several values an array: neither is what the line was to be.
    if (repaired === undefined || !startsAlike(text, repaired)) return undefined
    return isValidJson(repaired) ? { kind: 'replace', text: repaired } : undefined
  },
  examples: [
    { code: 'missing-colon', before: '{"a" 1, "b" "c"', after: ['{"a": 1, "b": "c"}'] },
    { code: 'unexpected-character', before: '{"a": "b" + "c"}', after: ['{"a": "bc"}'] },
    {
      code: 'trailing-comma',
      before: '{"n": 9007199254740993, "f": 1.0,}',
      after: ['{"n": 9007199254740993, "f": 1.0}'],
    },
    {
      code: 'unterminated-string',
      before: '{"問": "答, "b": [1, 2}',
      after: ['{"問": "答", "b": [1, 2]}'],
    },
  ],
})

function tryRepair(text: string): string | undefined {
  try {
    return jsonrepair(text)
  } catch {
    return undefined
  }
}

function startsAlike(before: string, after: string): boolean {
  const first = (text: string) => text.trimStart().charAt(0)
  return first(after) === '{' || first(before) === first(after)
}
