// A number, true or false that stands in quotes where the value itself belongs.
import { defineFix } from '../defineFix.ts'
import { rangeOfPath } from '../../json/locate.ts'
import { isValidJson } from '../repairSyntax.ts'
import { proposeSplices } from '../proposeSplices.ts'

export const fix = defineFix({
  id: 'unquoteValue',
  title: 'Remove the quotes around the value',
  order: 52,
  codes: ['type:*'],
  safeForAll: true,
  propose({ text, diagnostic }) {
    if (!diagnostic.path || !isValidJson(text)) return undefined
    const range = rangeOfPath(text, diagnostic.path)?.value
    if (!range) return undefined
    const value = /^"\s*(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)\s*"$/.exec(
      text.slice(range.from, range.to),
    )?.[1]
    return value === undefined ? undefined : proposeSplices(text, [{ ...range, insert: value }])
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
