// A number, true or false that stands in quotes where the value itself belongs.
import { msg } from '../../i18n/message.ts'
import { rangeOfPath } from '../../json/locate.ts'
import { replaceRange } from '../../json/spliceText.ts'
import { defineFix } from '../defineFix.ts'
import { parseObject } from '../lineValue.ts'

export const fix = defineFix({
  id: 'unquoteValue',
  title: msg('Remove the quotes around the value'),
  order: 52,
  codes: ['type:*'],
  safeForAll: true,
  propose({ text, diagnostic }) {
    if (!diagnostic.path || !parseObject(text)) return undefined
    const range = rangeOfPath(text, diagnostic.path)?.value
    const value = range && QUOTED.exec(text.slice(range.from, range.to))?.[1]
    if (!range || value === undefined) return undefined
    return { kind: 'replace', text: replaceRange(text, range, value) }
  },
  examples: [
    {
      code: 'type:body.temperature',
      path: ['body', 'temperature'],
      before: '{"body": {"temperature": "0.50", "n": "1"}}',
      after: ['{"body": {"temperature": 0.50, "n": "1"}}'],
    },
    {
      code: 'type:body.logprobs',
      path: ['body', 'logprobs'],
      before: '{"body":{"logprobs":"true"}}',
      after: ['{"body":{"logprobs":true}}'],
    },
    {
      code: 'type:body.logit_bias.*',
      path: ['body', 'logit_bias', '問'],
      before: '{"body": {"logit_bias": {"問": " -100 "}}}',
      after: ['{"body": {"logit_bias": {"問": -100}}}'],
    },
  ],
})

const QUOTED = /^"\s*(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)\s*"$/
