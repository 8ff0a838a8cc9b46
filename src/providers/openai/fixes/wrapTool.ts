// A tool as /v1/responses takes it, in a request of /v1/chat/completions: what makes the function
// goes into `function`.
import { valueAt } from '../../../json/jsonPath.ts'
import { setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject } from '../../../fixes/lineValue.ts'
import {
  elementsOf,
  jsonAt,
  membersOf,
  type Member,
  writerFor,
} from '../../../fixes/writeMembers.ts'
import { msg } from '../../../i18n/message.ts'

const TOOLS = ['body', 'tools']

export const fix = defineFix({
  id: 'wrapTool',
  title: msg('Move name and parameters into "function"'),
  order: 62,
  codes: ['flat-tool', 'missing:body.tools[].function'],
  safeForAll: true,
  propose({ text }) {
    const line = parseObject(text)
    const json = line && jsonAt(text, TOOLS)
    if (json === undefined || !Array.isArray(valueAt(line, TOOLS))) return undefined
    const writer = writerFor(text)
    const tools = elementsOf(json).map((tool) => {
      const members = tool.startsWith('{') ? membersOf(tool) : []
      const own = members.filter(([key]) => OF_FUNCTION.has(key))
      const isFlat = own.some(([key]) => key === 'name')
      if (!isFlat || members.some(([key]) => key === 'function' || key === 'custom')) return tool
      const rest = members.filter((member) => !own.includes(member))
      const type: Member[] = rest.some(([key]) => key === 'type') ? [] : [['type', '"function"']]
      return writer.object([...type, ...rest, ['function', writer.object(own)]])
    })
    const next = setValue(text, TOOLS, writer.array(tools))
    const isChanged = elementsOf(json).some((tool, i) => tool !== tools[i])
    return next !== undefined && isChanged ? { kind: 'replace', text: next } : undefined
  },
  examples: [
    {
      code: 'flat-tool',
      before:
        '{"body":{"tools":[{"type":"function","name":"f","parameters":{"n":1.0}}],"model":"m"}}',
      after: [
        '{"body":{"tools":[{"type":"function","function":{"name":"f","parameters":{"n":1.0}}}],"model":"m"}}',
      ],
    },
    {
      code: 'flat-tool',
      before:
        '{"body": {"tools": [{"type": "function", "function": {"name": "a"}}, {"name": "問", "strict": true}]}}',
      after: [
        '{"body": {"tools": [{"type": "function", "function": {"name": "a"}}, {"type": "function", "function": {"name": "問", "strict": true}}]}}',
      ],
    },
    {
      code: 'missing:body.tools[].function',
      before:
        '{"body":{"tools":[{"name":"f","description":"\\"}]","type":"function","x":9007199254740993}]}}',
      after: [
        '{"body":{"tools":[{"type":"function","x":9007199254740993,"function":{"name":"f","description":"\\"}]"}}]}}',
      ],
    },
  ],
})

const OF_FUNCTION: ReadonlySet<string> = new Set(['name', 'description', 'parameters', 'strict'])
