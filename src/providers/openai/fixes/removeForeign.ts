// Parameters of /v1/chat/completions that nothing in /v1/responses stands for.
import { isObject } from '../../../json/jsonPath.ts'
import { removeMember } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject } from '../../../fixes/lineValue.ts'
import { msg } from '../../../i18n/message.ts'

const KEYS = ['n', 'seed', 'stop', 'logit_bias', 'frequency_penalty', 'presence_penalty']

export const fix = defineFix({
  id: 'removeForeign',
  title: msg('Remove the parameter'),
  order: 80,
  codes: KEYS.map((key) => `misplaced:body.${key}`),
  // Answers will be others without it.
  safeForAll: false,
  drops: true,
  propose({ text, diagnostic }) {
    const key = KEYS.find((one) => diagnostic.code === `misplaced:body.${one}`)
    const body = parseObject(text)?.['body']
    if (key === undefined || !isObject(body) || !Object.hasOwn(body, key)) return undefined
    return { kind: 'replace', text: removeMember(text, ['body'], key) }
  },
  examples: [
    {
      code: 'misplaced:body.n',
      before: '{"body":{"n":2,"input":"\\"n\\":2"}}',
      after: ['{"body":{"input":"\\"n\\":2"}}'],
    },
    {
      code: 'misplaced:body.stop',
      before: '{"body": {"input": "問", "stop": ["}", ","], "top_p": 1.0}}',
      after: ['{"body": {"input": "問", "top_p": 1.0}}'],
    },
    {
      code: 'misplaced:body.seed',
      before: '{"seed":9007199254740993,"body":{"seed":9007199254740993}}',
      after: ['{"seed":9007199254740993,"body":{}}'],
    },
  ],
})
