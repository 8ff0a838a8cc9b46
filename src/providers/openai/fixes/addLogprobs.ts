// The most likely tokens are asked for: log probabilities are then given, too.
import { isObject } from '../../../json/jsonPath.ts'
import { setMember } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'addLogprobs',
  title: msg('Set logprobs to true'),
  order: 79,
  codes: ['top-logprobs-alone'],
  safeForAll: true,
  propose({ text }) {
    const body = parseObject(text)?.['body']
    // One that is false was said on purpose: then it is open which of the two is meant.
    if (!isObject(body) || (body['logprobs'] ?? null) !== null) return undefined
    return replaceBy(setMember(text, ['body'], 'logprobs', 'true'))
  },
  examples: [
    {
      code: 'top-logprobs-alone',
      before: '{"body": {"top_logprobs": 5, "n": 1.0}}',
      after: ['{"body": {"top_logprobs": 5, "n": 1.0, "logprobs": true}}'],
    },
    {
      code: 'top-logprobs-alone',
      before: '{"body":{"問":"logprobs","top_logprobs":9007199254740993}}',
      after: ['{"body":{"問":"logprobs","top_logprobs":9007199254740993,"logprobs":true}}'],
    },
    {
      code: 'top-logprobs-alone',
      before: '{"body":{"logprobs":null,"top_logprobs":2}}',
      after: ['{"body":{"logprobs":true,"top_logprobs":2}}'],
    },
  ],
})
