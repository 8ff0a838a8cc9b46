// Names of tools with spaces or other characters that the API refuses. They are written again wherever
// the request calls the tool.
import { isNameText } from '../../../base/textMarks.ts'
import { isObject, type JsonPath, valueAt } from '../../../json/jsonPath.ts'
import { setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject } from '../../../fixes/lineValue.ts'
import { asSchemaName } from '../requests/schemaName.ts'
import { msg } from '../../../i18n/message.ts'

/** `*` stands for every element of a list. */
const DECLARED: readonly JsonPath[] = [
  ['body', 'tools', '*', 'function', 'name'],
  ['body', 'functions', '*', 'name'],
  ['body', 'tools', '*', 'name'],
]
const CALLED: readonly JsonPath[] = [
  ['body', 'tool_choice', 'function', 'name'],
  ['body', 'tool_choice', 'allowed_tools', 'tools', '*', 'function', 'name'],
  ['body', 'function_call', 'name'],
  ['body', 'tool_choice', 'name'],
  ['body', 'tool_choice', 'tools', '*', 'name'],
  ['body', 'input', '*', 'name'],
  ['body', 'messages', '*', 'tool_calls', '*', 'function', 'name'],
  ['body', 'messages', '*', 'function_call', 'name'],
]

export const fix = defineFix({
  id: 'plainToolName',
  title: msg('Write the names with letters, digits and "_"'),
  order: 63,
  codes: ['tool-name-characters'],
  safeForAll: true,
  propose({ text }) {
    const line = parseObject(text)
    const declared = line
      ? namesAt(line, DECLARED).filter(([path]) => isOfFunction(line, path))
      : []
    const newNames = newNamesOf(declared)
    if (!newNames) return undefined
    let next = text
    for (const [path, name] of [...declared, ...namesAt(line, CALLED)]) {
      const newName = newNames.get(name)
      if (newName === undefined) continue
      const changed = setValue(next, path, JSON.stringify(newName))
      if (changed === undefined) return undefined
      next = changed
    }
    return next === text ? undefined : { kind: 'replace', text: next }
  },
  examples: [
    {
      code: 'tool-name-characters',
      before:
        '{"body":{"tools":[{"type":"function","function":{"name":"get weather","n":1.0}}],"tool_choice":{"type":"function","function":{"name":"get weather"}}}}',
      after: [
        '{"body":{"tools":[{"type":"function","function":{"name":"get_weather","n":1.0}}],"tool_choice":{"type":"function","function":{"name":"get_weather"}}}}',
      ],
    },
    {
      code: 'tool-name-characters',
      before:
        '{"body": {"functions": [{"name": "a.b"}, {"name": "ok"}], "messages": [{"content": "a.b }\\""}, {"function_call": {"name": "a.b", "n": 9007199254740993}}]}}',
      after: [
        '{"body": {"functions": [{"name": "a_b"}, {"name": "ok"}], "messages": [{"content": "a.b }\\""}, {"function_call": {"name": "a_b", "n": 9007199254740993}}]}}',
      ],
    },
    {
      code: 'tool-name-characters',
      before:
        '{"body":{"tools":[{"function":{"name":"math/add"}}],"messages":[{"tool_calls":[{"function":{"name":"math/add","arguments":"{\\"問\\":1}"}}]}]}}',
      after: [
        '{"body":{"tools":[{"function":{"name":"math_add"}}],"messages":[{"tool_calls":[{"function":{"name":"math_add","arguments":"{\\"問\\":1}"}}]}]}}',
      ],
    },
    {
      code: 'tool-name-characters',
      before:
        '{"body":{"tools":[{"type":"function","name":"get weather"},{"type":"custom","name":"run it"}],"tool_choice":{"type":"function","name":"get weather"},"input":[{"type":"function_call","name":"get weather"}]}}',
      after: [
        '{"body":{"tools":[{"type":"function","name":"get_weather"},{"type":"custom","name":"run it"}],"tool_choice":{"type":"function","name":"get_weather"},"input":[{"type":"function_call","name":"get_weather"}]}}',
      ],
    },
  ],
})

/** Names of other tools may be any text. */
function isOfFunction(line: unknown, path: JsonPath): boolean {
  const type = valueAt(line, [...path.slice(0, -1), 'type'])
  return type === undefined || type === 'function'
}

type Named = readonly [path: JsonPath, name: string]

/** Undefined where nothing is left of a name, or two tools would have the same. */
function newNamesOf(declared: readonly Named[]): ReadonlyMap<string, string> | undefined {
  const names = new Set(declared.map(([, name]) => name))
  const newNames = new Map<string, string>()
  for (const name of names) {
    if (isNameText(name)) continue
    const newName = asSchemaName(name)
    if (newName === '' || names.has(newName)) return undefined
    names.add(newName)
    newNames.set(name, newName)
  }
  return newNames
}

function namesAt(line: unknown, patterns: readonly JsonPath[]): readonly Named[] {
  return patterns.flatMap((pattern) =>
    placesOf(line, pattern).flatMap((path): Named[] => {
      const name = valueAt(line, path)
      return typeof name === 'string' ? [[path, name]] : []
    }),
  )
}

function placesOf(value: unknown, [step, ...rest]: JsonPath): readonly JsonPath[] {
  if (step === undefined) return [[]]
  if (step === '*') {
    if (!Array.isArray(value)) return []
    return value.flatMap((element, i) => placesOf(element, rest).map((path) => [i, ...path]))
  }
  if (!isObject(value)) return []
  return placesOf(value[step], rest).map((path) => [step, ...path])
}
