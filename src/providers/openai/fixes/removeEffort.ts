// The reasoning effort of a model that does not reason.
import { isObject } from '../../../json/jsonPath.ts'
import { removeMember } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject } from '../../../fixes/lineValue.ts'
import { msg } from '../../../i18n/message.ts'

const BODY = ['body']

export const fix = defineFix({
  id: 'removeEffort',
  title: msg('Remove the reasoning effort'),
  order: 60,
  codes: ['model-without-reasoning:reasoning_effort', 'model-without-reasoning:reasoning.effort'],
  safeForAll: true,
  drops: true,
  propose({ text, diagnostic: { code } }) {
    const body = parseObject(text)?.['body']
    if (!isObject(body)) return undefined
    if (code.endsWith('reasoning_effort')) {
      return { kind: 'replace', text: removeMember(text, BODY, 'reasoning_effort') }
    }
    const { reasoning } = body
    if (!isObject(reasoning) || !Object.hasOwn(reasoning, 'effort')) return undefined
    const isAll = Object.keys(reasoning).length === 1
    return {
      kind: 'replace',
      text: isAll
        ? removeMember(text, BODY, 'reasoning')
        : removeMember(text, [...BODY, 'reasoning'], 'effort'),
    }
  },
  examples: [
    {
      code: 'model-without-reasoning:reasoning_effort',
      before:
        '{"body": {"model": "gpt-4o", "reasoning_effort": "low", "stop": "reasoning_effort"}}',
      after: ['{"body": {"model": "gpt-4o", "stop": "reasoning_effort"}}'],
    },
    {
      code: 'model-without-reasoning:reasoning.effort',
      before: '{"body":{"input":"\\"}","reasoning":{"effort":"low"},"n":1.0}}',
      after: ['{"body":{"input":"\\"}","n":1.0}}'],
    },
    {
      code: 'model-without-reasoning:reasoning.effort',
      before: '{"body":{"reasoning":{"summary":"auto","effort":"低"},"n":9007199254740993}}',
      after: ['{"body":{"reasoning":{"summary":"auto"},"n":9007199254740993}}'],
    },
  ],
})
