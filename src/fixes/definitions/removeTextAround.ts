// Prose before or after the one object or array of a line: log prefixes, `data:` of server-sent
// events, fences of Markdown, a call around the value.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { isValidJson } from '../repairSyntax.ts'
import { valueInText } from '../valueInText.ts'

export const fix = defineFix({
  id: 'removeTextAround',
  title: msg('Remove the text around the value'),
  order: 31,
  codes: [
    'text-before',
    'text-after',
    'plain-text',
    'unquoted-string',
    'unexpected-character',
    'bad-number',
    'missing-comma',
    'two-values',
    'comment',
  ],
  safeForAll: true,
  propose({ text }) {
    if (EMPTY_FRAME.test(text)) return { kind: 'delete' }
    if (isValidJson(text)) return undefined
    const value = valueInText(text)
    return value === undefined ? undefined : { kind: 'replace', text: value }
  },
  examples: [
    { code: 'text-before', before: 'data: {"a": 1}', after: ['{"a": 1}'] },
    {
      code: 'text-before',
      before: '2024-01-01 10:00 INFO it\'s "x": {"a": "b: {"}',
      after: ['{"a": "b: {"}'],
    },
    { code: 'text-before', before: '```json {"a": 1} ```', after: ['{"a": 1}'] },
    { code: 'text-after', before: '{"問": "答"}; // 好', after: ['{"問": "答"}'] },
    {
      code: 'text-before',
      before: 'callback({"a": 9007199254740993});',
      after: ['{"a": 9007199254740993}'],
    },
    { code: 'unquoted-string', before: '[INFO] {"a": 1.0}', after: ['{"a": 1.0}'] },
    { code: 'plain-text', before: '```json', after: [] },
    { code: 'unquoted-string', before: 'data: [DONE]', after: [] },
  ],
})

/** Lines of a frame that holds other lines: fences, and the events around the data of a stream. */
const EMPTY_FRAME = /^\s*(?:```\w*|~~~\w*|data:\s*(?:\[DONE\])?|(?:event|id|retry):\s*[\w.-]*)\s*$/
