// A chosen tool that is written as the other endpoint takes it: chat completions have its name in `function` or
// `custom`, /v1/responses has it beside `type`.
import { isObject, valueAt } from '../../../json/jsonPath.ts'
import { setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { jsonAt, type Member, membersOf, writerFor } from '../../../fixes/writeMembers.ts'
import { msg } from '../../../i18n/message.ts'

const CHOICE = ['body', 'tool_choice']

/** The kinds of tools that have a name. */
const KINDS: readonly unknown[] = ['function', 'custom']

export const fix = defineFix({
  id: 'placeChosenTool',
  title: msg('Write the choice of a tool as this endpoint takes it'),
  order: 61,
  codes: [
    'missing:body.tool_choice.function',
    'missing:body.tool_choice.custom',
    'missing:body.tool_choice.name',
  ],
  safeForAll: true,
  propose({ text, diagnostic }) {
    const line = parseObject(text)
    const choice = line && valueAt(line, CHOICE)
    const json = jsonAt(text, CHOICE)
    if (!isObject(choice) || json === undefined || !KINDS.includes(choice['type'])) return undefined
    const kind = String(choice['type'])
    const writer = writerFor(text)
    const members = membersOf(json)
    if (diagnostic.code === 'missing:body.tool_choice.name') {
      if (!isObject(choice[kind]) || Object.hasOwn(choice, 'name')) return undefined
      const flat = members.flatMap((member) =>
        member[0] === kind ? membersOf(member[1]) : [member],
      )
      return replaceBy(setValue(text, CHOICE, writer.object(flat)))
    }
    const name = members.find(([key]) => key === 'name')
    if (name === undefined || Object.hasOwn(choice, kind)) return undefined
    const nested = members.map(
      (member): Member => (member === name ? [kind, writer.object([name])] : member),
    )
    return replaceBy(setValue(text, CHOICE, writer.object(nested)))
  },
  examples: [
    {
      code: 'missing:body.tool_choice.function',
      before:
        '{"body":{"tool_choice":{"type":"function","name":"f"},"n":1.0,"x":"\\"tool_choice\\""}}',
      after: [
        '{"body":{"tool_choice":{"type":"function","function":{"name":"f"}},"n":1.0,"x":"\\"tool_choice\\""}}',
      ],
    },
    {
      code: 'missing:body.tool_choice.name',
      before:
        '{"body": {"input": "問", "tool_choice": {"type": "function", "function": {"name": "f"}}}}',
      after: ['{"body": {"input": "問", "tool_choice": {"type": "function", "name": "f"}}}'],
    },
    {
      code: 'missing:body.tool_choice.custom',
      before: '{"seed":9007199254740993,"body":{"tool_choice":{"name":"}","type":"custom"}}}',
      after: [
        '{"seed":9007199254740993,"body":{"tool_choice":{"custom":{"name":"}"},"type":"custom"}}}',
      ],
    },
  ],
})
