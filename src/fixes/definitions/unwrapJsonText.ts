// An object or array that was encoded twice: where it belongs stands a string that holds its JSON.
import { msg } from '../../i18n/message.ts'
import { rangeOfPath } from '../../json/locate.ts'
import { replaceRange } from '../../json/spliceText.ts'
import { defineFix } from '../defineFix.ts'
import { parseJson, parseObject } from '../lineValue.ts'

export const fix = defineFix({
  id: 'unwrapJsonText',
  title: msg('Unwrap the JSON in the string'),
  order: 54,
  codes: ['type:*'],
  safeForAll: true,
  propose({ text, diagnostic }) {
    if (!diagnostic.path?.length || !parseObject(text)) return undefined
    const range = rangeOfPath(text, diagnostic.path)?.value
    const value = range && parseJson(text.slice(range.from, range.to))
    if (!range || typeof value !== 'string') return undefined
    // Line breaks between tokens would be line ends here, and whitespace means nothing there.
    const inner = value.trim().replaceAll(/[\r\n]+/g, ' ')
    if (!/^[{[]/.test(inner) || typeof parseJson(inner) !== 'object') return undefined
    return { kind: 'replace', text: replaceRange(text, range, inner) }
  },
  examples: [
    {
      code: 'type:body',
      path: ['body'],
      before: '{"custom_id":"a","body":"{\\"model\\":\\"gpt-4o\\",\\"n\\":1.0}"}',
      after: ['{"custom_id":"a","body":{"model":"gpt-4o","n":1.0}}'],
    },
    {
      code: 'type:body.tools',
      path: ['body', 'tools'],
      before: '{"body": {"tools": "[{\\"問\\": \\"\\\\\\"}\\"}]\\n"}}',
      after: ['{"body": {"tools": [{"問": "\\"}"}]}}'],
    },
    {
      code: 'type:body.response_format',
      path: ['body', 'response_format'],
      before: '{"body":{"response_format":"{\\n \\"n\\": 9007199254740993\\n}"}}',
      after: ['{"body":{"response_format":{  "n": 9007199254740993 }}}'],
    },
  ],
})
