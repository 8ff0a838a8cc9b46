// "any", as Anthropic and Mistral have it, where OpenAI says "required": some tool has to be called.
import { valueAt } from '../../../json/jsonPath.ts'
import { setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { msg } from '../../../i18n/message.ts'

const CHOICE = ['body', 'tool_choice']

export const fix = defineFix({
  id: 'requireTool',
  title: msg('Write it as {example}', { example: '"required"' }),
  order: 54,
  codes: ['value:body.tool_choice', 'type:body.tool_choice'],
  safeForAll: true,
  propose({ text }) {
    const line = parseObject(text)
    return line && valueAt(line, CHOICE) === 'any'
      ? replaceBy(setValue(text, CHOICE, '"required"'))
      : undefined
  },
  examples: [
    {
      code: 'value:body.tool_choice',
      before: '{"body": {"tool_choice" : "any", "user": "any", "n": 1.0}}',
      after: ['{"body": {"tool_choice" : "required", "user": "any", "n": 1.0}}'],
    },
    {
      code: 'value:body.tool_choice',
      before:
        '{"body":{"messages":[{"content":"\\"tool_choice\\":\\"any\\""}],"tool_choice":"any"}}',
      after: [
        '{"body":{"messages":[{"content":"\\"tool_choice\\":\\"any\\""}],"tool_choice":"required"}}',
      ],
    },
    {
      code: 'value:body.tool_choice',
      before: '{"tool_choice":"any","body":{"問":9007199254740993,"tool_choice":"\\u0061ny"}}',
      after: ['{"tool_choice":"any","body":{"問":9007199254740993,"tool_choice":"required"}}'],
    },
  ],
})
