// For tests: lines whose parts do not fit each other: calls of tools and what came of them, chosen tools.
import { chat, responses } from './lineParts.ts'

const USER = '{"role":"user","content":"Hi"}'

function talk(...messages: readonly string[]): string {
  return chat('"n":1').replace(USER, [USER, ...messages].join())
}

function calls(...ids: readonly string[]): string {
  const all = ids.map(
    (id) => `{"id":"${id}","type":"custom","custom":{"name":"sql","input":"select 1"}}`,
  )
  return `{"role":"assistant","tool_calls":[${all.join()}]}`
}

function answer(id: string): string {
  return `{"role":"tool","tool_call_id":"${id}","content":"none"}`
}

function items(...list: readonly string[]): string {
  return responses(`"input":[${[USER, ...list].join()}]`)
}

function call(id: string): string {
  return `{"type":"custom_tool_call","call_id":"${id}","name":"sql","input":"select 1"}`
}

function output(id: string): string {
  return `{"type":"custom_tool_call_output","call_id":"${id}","output":"none"}`
}

const IDS = ['call_7Hq', '呼叫 "1"'.replaceAll('"', '\\"')]

const TOOLS = '"tools":[{"type":"function","function":{"name":"f"}}]'

/** Parts that do not say where their content is, or say it twice. */
const PARTS = [
  '{"type":"input_image","detail":"high"}',
  '{"type":"input_image","image_url":"data:image/gif;base64,R0lGODlhAQABAAAAACw=","file_id":"file-1"}',
  '{"type":"input_image","image_url":"https://example.com/b.webp","file_id":"file-2","detail":"low"}',
  '{"type":"input_file","file_id":null}',
  '{"type":"input_file","file_data":"data:text/csv;base64,YQ=="}',
  '{"type":"input_file","file_url":"https://example.com/a.pdf","filename":"a.pdf"}',
  '{"type":"input_file","filename":"報告.pdf","file_id":"file-3","detail":"low"}',
]

/** Of batch input. */
export const RELATION_LINES: readonly string[] = [
  ...IDS.flatMap((id) => [
    talk(answer(id)),
    talk(calls('a', id), answer('a'), USER),
    talk(calls(id)),
    talk(calls(id), answer(id), answer(id)),
    talk(calls(id, id), answer(id)),
    items(output(id)),
    items(call(id)),
    items(output(id), call(id)),
    items(call(id), output(id), output(id)),
    items(call(id), call(id), output(id)),
  ]),
  ...['true', 'false'].map((value) => chat(`"parallel_tool_calls":${value},"n":2`)),
  ...['1', '2'].map((n) => chat(`"tools":[],"n":${n}`)),
  ...[
    '{"type":"function","function":{"name":"g"}}',
    '{"type":"custom","custom":{"name":"f "}}',
  ].map((choice) => chat(`${TOOLS},"tool_choice":${choice}`)),
  chat('"functions":[{"name":"f"}],"function_call":{"name":"g"}'),
  ...['image_generation', 'code_interpreter'].map((type) =>
    responses(`"input":"Hi","tools":[{"type":"web_search"}],"tool_choice":{"type":"${type}"}`),
  ),
  ...['always', 'never'].map((when) =>
    responses(
      `"input":"Hi","tools":[{"type":"web_search"},{"type":"mcp","server_label":"wiki","require_approval":"${when}"}]`,
    ),
  ),
  ...['[]', 'null'].map((tools) =>
    responses(`"input":"Hi","tools":${tools},"tool_choice":"required"`),
  ),
  ...['1', '2'].map((n) => chat(`"n":${n},"response_format":{"type":"json_object"}`)),
  ...PARTS.map((part) => items(`{"role":"user","content":[${part}]}`)),
  ...['Be brief in JSON.', 'Use json'].map((words) =>
    responses(`"input":"Hi","instructions":"${words}","text":{"format":{"type":"json_object"}}`),
  ),
  ...['', 'get weather', '天氣'].map((name) =>
    talk(
      `{"role":"assistant","tool_calls":[{"id":"c","type":"function","function":{"name":"${name}","arguments":"{}"}}]}`,
      answer('c'),
    ),
  ),
]
