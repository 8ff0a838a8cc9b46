// A tool as /v1/chat/completions takes it, in a request of /v1/responses: name and parameters stand
// beside `type` there.
import { valueAt } from '../../../json/jsonPath.ts'
import { setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject } from '../../../fixes/lineValue.ts'
import { elementsOf, jsonAt, membersOf, writerFor } from '../../../fixes/writeMembers.ts'
import { msg } from '../../../i18n/message.ts'

const TOOLS = ['body', 'tools']

export const fix = defineFix({
  id: 'flattenTool',
  title: msg('Move name and parameters out of "function"'),
  order: 62,
  codes: ['misplaced:body.tools[].function'],
  safeForAll: true,
  propose({ text }) {
    const line = parseObject(text)
    const json = line && jsonAt(text, TOOLS)
    if (json === undefined || !Array.isArray(valueAt(line, TOOLS))) return undefined
    const writer = writerFor(text)
    const before = elementsOf(json)
    const tools = before.map((tool) => {
      const members = tool.startsWith('{') ? membersOf(tool) : []
      if (!members.some(([key, value]) => key === 'function' && value.startsWith('{'))) return tool
      const flat = members.flatMap((member) =>
        member[0] === 'function' ? membersOf(member[1]) : [member],
      )
      return writer.object(flat)
    })
    if (before.every((tool, i) => tool === tools[i])) return undefined
    const next = setValue(text, TOOLS, writer.array(tools))
    return next === undefined ? undefined : { kind: 'replace', text: next }
  },
  examples: [
    {
      code: 'misplaced:body.tools[].function',
      before: '{"body":{"tools":[{"type":"function","function":{"name":"f","n":1.0}}]}}',
      after: ['{"body":{"tools":[{"type":"function","name":"f","n":1.0}]}}'],
    },
    {
      code: 'misplaced:body.tools[].function',
      before:
        '{"body": {"tools": [{"type": "web_search"}, {"type": "function", "function": {"name": "問"}}]}}',
      after: ['{"body": {"tools": [{"type": "web_search"}, {"type": "function", "name": "問"}]}}'],
    },
    {
      code: 'misplaced:body.tools[].function',
      before:
        '{"body":{"tools":[{"function":{"name":"f","description":"\\"}"},"n":9007199254740993}]}}',
      after: ['{"body":{"tools":[{"name":"f","description":"\\"}","n":9007199254740993}]}}'],
    },
  ],
})
