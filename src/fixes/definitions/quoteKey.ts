// Keys without quotes, as JavaScript allows them.
import { msg } from '../../i18n/message.ts'
import { defineFix } from '../defineFix.ts'
import { repairSyntax } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'quoteKey',
  title: msg('Quote the keys'),
  order: 14,
  codes: ['unquoted-key'],
  safeForAll: true,
  propose: ({ text }) => repairSyntax(text, 'unquoted-key'),
  examples: [
    { code: 'unquoted-key', before: '{a: 1}', after: ['{"a": 1}'] },
    {
      code: 'unquoted-key',
      before: '{custom_id: "x", body: {$ref: "{a: 1}", 1: 2}}',
      after: ['{"custom_id": "x", "body": {"$ref": "{a: 1}", "1": 2}}'],
    },
    { code: 'unquoted-key', before: '{"a":1,b :2, c-d:3}', after: ['{"a":1,"b" :2, "c-d":3}'] },
    { code: 'unquoted-key', before: '{名字: "王", 年龄:3}', after: ['{"名字": "王", "年龄":3}'] },
    {
      code: 'unquoted-key',
      before: '{true: 1, url: "http://a.b/c:d"}',
      after: ['{"true": 1, "url": "http://a.b/c:d"}'],
    },
    { code: 'unquoted-key', before: '{a": 1}', after: ['{"a": 1}'] },
  ],
})
