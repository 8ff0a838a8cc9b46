// Lines of batch input files in which tools are called and chosen, or JSON is asked for, good and bad.
import type { FormatDefinition } from '../../../formats/defineFormat.ts'

/** The members of a body beside the model, as JSON. */
function chat(members: string): string {
  return `{"custom_id":"r-1","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-6-luna",${members}}}`
}

function responses(members: string): string {
  return `{"custom_id":"r-1","method":"POST","url":"/v1/responses","body":{"model":"gpt-6-luna",${members}}}`
}

const USER = '{"role":"user","content":"Hi"}'
const HELLO = `"messages":[${USER}]`

function talk(...messages: readonly string[]): string {
  return chat(`"messages":[${[USER, ...messages].join()}]`)
}

function calls(...ids: readonly string[]): string {
  const all = ids.map(
    (id) => `{"id":"${id}","type":"function","function":{"name":"find","arguments":"{}"}}`,
  )
  return `{"role":"assistant","content":null,"tool_calls":[${all.join()}]}`
}

function answer(id: string): string {
  return `{"role":"tool","tool_call_id":"${id}","content":"1"}`
}

function items(...list: readonly string[]): string {
  return responses(`"input":[${[USER, ...list].join()}]`)
}

function call(id: string, more = ''): string {
  return `{"type":"function_call","call_id":"${id}","name":"find","arguments":"{}"${more}}`
}

function output(id: string): string {
  return `{"type":"function_call_output","call_id":"${id}","output":"1"}`
}

const TOOL = '{"type":"function","function":{"name":"find"}}'
const FLAT_TOOL =
  '{"type":"function","name":"find","parameters":{"type":"object","properties":{}},"strict":false}'

const OBJECT = '"text":{"format":{"type":"json_object"}}'

function asking(content: string): string {
  return chat(
    `"messages":[{"role":"user","content":${content}}],"response_format":{"type":"json_object"}`,
  )
}

export const callExamples: Required<Pick<FormatDefinition['examples'], 'valid' | 'invalid'>> = {
  valid: [
    talk(
      calls('c1', 'c2'),
      answer('c2'),
      answer('c1'),
      '{"role":"assistant","content":"Two."}',
      USER,
    ),
    talk(calls('c1'), answer('c1'), calls('c1'), answer('c1')),
    chat(`${HELLO},"tools":[${TOOL}],"tool_choice":{"type":"function","function":{"name":"find"}}`),
    chat(
      `${HELLO},"tools":[${TOOL}],"parallel_tool_calls":false,"tool_choice":{"type":"allowed_tools","allowed_tools":{"mode":"auto","tools":[${TOOL}]}}`,
    ),
    items(call('c1'), USER, call('c2'), output('c2'), output('c1')),
    // Whatever came before may hold the call.
    responses(`"previous_response_id":"resp_1","input":[${output('c1')}]`),
    items('{"type":"item_reference","id":"fc_1"}', output('c1')),
    items(call('c1', ',"async":true')),
    responses(
      `"input":"Hi","tools":[${FLAT_TOOL}],"tool_choice":{"type":"function","name":"find"}`,
    ),
    responses('"input":"Hi","tool_choice":"auto","parallel_tool_calls":true,"tools":[]'),
    responses(
      '"input":"Hi","tools":[{"type":"web_search"},{"type":"mcp","server_label":"docs","connector_id":"connector_gmail"}],"tool_choice":{"type":"mcp","server_label":"docs","name":"look_up"}',
    ),
    asking('"Give me json."'),
    asking('[{"type":"text","text":"As Json\\u002dlines"}]'),
    responses(`"input":"One JSON object.",${OBJECT}`),
    responses(`"input":"Hi","previous_response_id":"resp_1",${OBJECT}`),
  ],
  invalid: [
    { line: chat(`${HELLO},"tools":[${TOOL},${TOOL}]`), codes: ['tool-name-twice'] },
    {
      line: talk(calls('c1').replace('find', 'a/b'), answer('c1')),
      codes: ['called-name-characters'],
    },
    {
      line: items(call('c1').replace('find', 'a.b'), output('c1')),
      codes: ['called-name-characters'],
    },
    {
      line: items(call('c1').replace('{}', '{\\"city\\": \\"Par'), output('c1')),
      codes: ['arguments-cut-off'],
    },
    { line: asking('"Hi"'), codes: ['no-json-word'] },
    { line: responses(`"input":"Hi",${OBJECT}`), codes: ['json-word-beside-input'] },
    {
      line: responses(`"input":"Hi","instructions":"Answer in JSON.",${OBJECT}`),
      codes: ['json-word-beside-input'],
    },
    { line: talk(answer('c1')), codes: ['answer-without-call'] },
    { line: talk(calls('c1'), answer('c1'), USER, answer('c1')), codes: ['answer-without-call'] },
    { line: talk(calls('c1', 'c2'), answer('c1'), USER), codes: ['call-without-answer'] },
    {
      line: talk(calls('c1'), answer('c2'), USER),
      codes: ['answer-without-call', 'call-without-answer'],
    },
    { line: talk(calls('c1')), codes: ['call-at-end'] },
    { line: talk(calls('c1'), answer('c1'), answer('c1')), codes: ['call-answered-twice'] },
    { line: talk(calls('c1', 'c1'), answer('c1')), codes: ['call-id-twice'] },
    { line: items(output('c1')), codes: ['output-without-call'] },
    { line: items(call('c1'), USER), codes: ['call-without-output'] },
    { line: items(output('c1'), call('c1')), codes: ['output-before-call'] },
    { line: items(call('c1'), output('c1'), output('c1')), codes: ['output-twice'] },
    { line: items(call('c1'), call('c1'), output('c1')), codes: ['call-twice'] },
    { line: chat(`${HELLO},"parallel_tool_calls":false`), codes: ['parallel-calls-alone'] },
    { line: chat(`${HELLO},"tools":[]`), codes: ['no-tools'] },
    {
      line: chat(
        `${HELLO},"tools":[${TOOL}],"tool_choice":{"type":"function","function":{"name":"look_up"}}`,
      ),
      codes: ['chosen-tool-unknown'],
    },
    {
      line: responses('"input":"Hi","tool_choice":{"type":"function","name":"find"}'),
      codes: ['chosen-tool-unknown'],
    },
    {
      line: responses(
        `"input":"Hi","tools":[${FLAT_TOOL}],"tool_choice":{"type":"allowed_tools","mode":"auto","tools":[{"type":"function","name":"look_up"}]}`,
      ),
      codes: ['chosen-tool-unknown'],
    },
    {
      line: responses(`"input":"Hi","tools":[${FLAT_TOOL}],"tool_choice":{"type":"web_search"}`),
      codes: ['chosen-kind-missing'],
    },
    {
      line: responses('"input":"Hi","tool_choice":"required"'),
      codes: ['tool-choice-needs-tools'],
    },
  ],
}
