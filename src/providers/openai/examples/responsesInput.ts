// Lines for /v1/responses in batch input files, good and bad.
import type { FormatDefinition } from '../../../formats/defineFormat.ts'

/** The members of a body beside the model, as JSON. */
function line(members: string): string {
  return `{"custom_id":"r-1","method":"POST","url":"/v1/responses","body":{"model":"gpt-6-luna",${members}}}`
}

function items(...list: readonly string[]): string {
  return line(`"input":[${list.join()}]`)
}

function tools(...list: readonly string[]): string {
  return line(`"input":"Hi","tools":[${list.join()}]`)
}

const USER = '{"role":"user","content":"Hi"}'

/** A message of the user with these parts. */
function user(...parts: readonly string[]): string {
  return `{"role":"user","content":[${parts.join()}]}`
}

const CALL = '{"type":"function_call","call_id":"c1","name":"find","arguments":"{}"}'
const OUTPUT = '{"type":"function_call_output","call_id":"c1","output":"1"}'
const JSON_SCHEMA = '"type":"json_schema","name":"page","schema":{"type":"object"}'

export const responsesExamples: Required<
  Pick<FormatDefinition['examples'], 'valid' | 'notices' | 'invalid'>
> = {
  valid: [
    line('"input":"Hi","max_output_tokens":64'),
    line('"previous_response_id":"resp_1"'),
    line('"conversation":{"id":"conv_1"},"previous_response_id":null'),
    line(
      '"input":"Hi","instructions":"Be brief.","temperature":0,"top_p":1,"metadata":{"run":"7"},"store":false,"include":["reasoning.encrypted_content"],"reasoning":{"effort":"low","summary":"auto"},"truncation":"auto","service_tier":"flex","safety_identifier":"u-1"',
    ),
    line(
      `"input":"Hi","text":{"format":{${JSON_SCHEMA.replace('"object"', '"object","additionalProperties":false')},"strict":true},"verbosity":"low"}`,
    ),
    line(
      '"input":"Hi","access_programs":{"cyber":"standard"},"image":{"context_compression":"auto"}',
    ),
    line('"input":"Hi","prompt_cache_options":{"ttl":"12h","mode":"explicit"}'),
    items(
      '{"role":"developer","content":"Be brief."}',
      '{"type":"message","role":"user","content":[{"type":"input_text","text":"What is it?"},{"type":"input_image","image_url":"https://example.com/a.png","detail":"low"},{"type":"input_file","file_id":"file-1"}]}',
      '{"type":"message","id":"msg_1","status":"completed","role":"assistant","content":[{"type":"output_text","text":"A map.","annotations":[],"logprobs":[]}]}',
      '{"role":"assistant","content":[{"type":"output_text","text":"A map."}]}',
      USER,
    ),
    items(
      USER,
      '{"type":"reasoning","summary":[{"type":"summary_text","text":"…"}],"encrypted_content":"x"}',
      CALL,
      '{"type":"function_call_output","call_id":"c1","output":[{"type":"input_text","text":"none"}]}',
      '{"type":"custom_tool_call","call_id":"c2","name":"run","input":"ls"}',
      '{"type":"custom_tool_call_output","call_id":"c2","output":"a"}',
      '{"type":"web_search_call","id":"ws_1","status":"completed","action":{"type":"search","query":"map"}}',
      '{"type":"item_reference","id":"msg_1"}',
      '{"id":"msg_2"}',
      '{"type":"configuration_update","reasoning":{"effort":"high"}}',
    ),
    tools(
      '{"type":"function","name":"find","parameters":{"type":"object","properties":{}},"strict":false}',
      '{"type":"web_search","search_context_size":"low"}',
      '{"type":"file_search","vector_store_ids":["vs_1"],"filters":{"type":"and","filters":[{"type":"eq","key":"a","value":1}]}}',
      '{"type":"code_interpreter","container":{"type":"auto"}}',
      '{"type":"mcp","server_label":"docs","server_url":"https://example.com/mcp","require_approval":"never"}',
      '{"type":"image_generation","quality":"xhigh","output_format":"svg"}',
      '{"type":"custom","name":"sql","format":{"type":"grammar","syntax":"lark","definition":"start: /a/"}}',
      '{"type":"shell","environment":{"type":"container_auto"}}',
    ),
    line('"input":"Hi","tools":[{"type":"web_search"}],"tool_choice":{"type":"web_search"}'),
    items(
      user('{"type":"input_image","file_id":"file-1","image_url":null,"detail":"auto"}'),
      user(
        '{"type":"input_file","filename":"a.pdf","file_data":"data:application/pdf;base64,JVBERi0="}',
      ),
      user('{"type":"input_file","file_url":"https://example.com/a.pdf"}'),
    ),
  ],
  notices: [
    { line: line('"input":"Hi","tools":null,"user":null'), codes: ['null-for-nothing'] },
    {
      line: items(
        USER,
        '{"type":"reasoning","id":"rs_1","summary":[],"content":null,"status":null}',
      ),
      codes: ['null-for-nothing'],
    },
  ],
  invalid: [
    { line: line('"store":false'), codes: ['missing:body.input'] },
    { line: line('"conversation":null'), codes: ['missing:body.input'] },
    {
      line: line('"input":"Hi"').replace('"model":"gpt-6-luna",', ''),
      codes: ['missing:body.model'],
    },
    { line: line('"input":7'), codes: ['type:body.input'] },
    { line: line('"input":null'), codes: ['type:body.input'] },
    {
      line: items(
        USER,
        '{"role":"assistant","content":[{"type":"input_text","text":"Hello"}]}',
        USER,
      ),
      codes: ['assistant-input-part'],
    },
    { line: items('"Hello"'), codes: ['type:body.input[]'] },
    { line: items('{"role":"human","content":"Hi"}'), codes: ['value:body.input[].role'] },
    { line: items('{"role":"user"}'), codes: ['missing:body.input[].content'] },
    { line: items('{"role":"user","content":null}'), codes: ['type:body.input[].content'] },
    {
      line: items('{"role":"user","content":[{"type":"text","text":"x"}]}'),
      codes: ['value:body.input[].content[].type'],
    },
    {
      line: items('{"role":"user","content":[{"type":"output_text","text":"x"}]}'),
      codes: ['value:body.input[].content[].type'],
    },
    {
      line: items(
        '{"role":"user","content":[{"type":"input_image","image_url":{"url":"https://example.com/a.png"}}]}',
      ),
      codes: ['type:body.input[].content[].image_url'],
    },
    {
      line: items(
        `{"role":"user","content":[{"type":"input_image","image_url":"\\/9j\\/${'A'.repeat(60)}"}]}`,
      ),
      codes: ['bare-base64-image'],
    },
    {
      line: items(USER, CALL.replace('"{}"', '{"q":1}'), OUTPUT),
      codes: ['type:body.input[].arguments'],
    },
    {
      line: items('{"type":"Message","role":"user","content":"Hi"}'),
      codes: ['value:body.input[].type'],
    },
    { line: items('{"type":"thought","text":"Hm"}'), codes: ['unknown-value:body.input[].type'] },
    {
      line: items('{"type":"function_call_output","call_id":"","output":"a"}'),
      codes: ['output-without-call', 'too-small:body.input[].call_id'],
    },
    {
      line: line('"input":"Hi","max_output_tokens":15'),
      codes: ['too-small:body.max_output_tokens'],
    },
    {
      line: line('"input":"Hi","temperature":2.5,"top_logprobs":21'),
      codes: ['too-big:body.temperature', 'too-big:body.top_logprobs'],
    },
    {
      line: line('"input":"Hi","reasoning":{"effort":"ultra"}'),
      codes: ['unknown-value:body.reasoning.effort'],
    },
    { line: line('"input":"Hi","include":["reasoning"]'), codes: ['unknown-value:body.include[]'] },
    { line: line('"input":"Hi","tools":3'), codes: ['type:body.tools'] },
    { line: tools('{"type":"function","parameters":{}}'), codes: ['missing:body.tools[].name'] },
    { line: tools('{"type":"function","name":"my tool"}'), codes: ['tool-name-characters'] },
    { line: tools('{"type":"time_travel"}'), codes: ['unknown-value:body.tools[].type'] },
    { line: tools('{"type":"mcp","server_label":"wiki"}'), codes: ['mcp-server-missing'] },
    { line: tools('{"type":"file_search"}'), codes: ['missing:body.tools[].vector_store_ids'] },
    {
      line: line('"input":"Hi","tool_choice":"any"'),
      codes: ['value:body.tool_choice'],
    },
    {
      line: line('"input":"Hi","text":{"format":{"type":"json_schema","schema":{}}}'),
      codes: ['missing:body.text.format.name'],
    },
    {
      line: line(
        '"input":"Hi","text":{"format":{"type":"json_schema","json_schema":{"name":"a","schema":{}}}}',
      ),
      codes: ['nested-text-format'],
    },
    {
      line: line('"input":"Hi","text":{"format":{"type":"json_schema","name":"a.b","schema":{}}}'),
      codes: ['schema-name-characters'],
    },
    {
      line: line('"input":"Hi","conversation":"conv_1","previous_response_id":"resp_1"'),
      codes: ['conversation-twice'],
    },
    { line: line('"prompt":{"id":"pmpt_1"}'), codes: ['stored-prompt-ends'] },
    { line: line('"input":"Hi","foo":1'), codes: ['unknown-key'] },
    {
      line: items(
        user('{"type":"input_text","text":"?"}', '{"type":"input_image","detail":"low"}'),
      ),
      codes: ['image-part-without-source'],
    },
    {
      line: items(user('{"type":"input_image","image_url":null,"file_id":null}'), USER),
      codes: ['image-part-without-source'],
    },
    {
      line: items(
        user('{"type":"input_image","image_url":"https://example.com/a.png","file_id":"f"}'),
      ),
      codes: ['image-part-two-sources'],
    },
    {
      line: items(
        CALL,
        '{"type":"function_call_output","call_id":"c1","output":[{"type":"input_file","filename":"a.pdf"}]}',
      ),
      codes: ['file-part-without-source'],
    },
    {
      line: items(user('{"type":"input_file","file_data":"data:application/pdf;base64,JVBERi0="}')),
      codes: ['file-part-without-name'],
    },
    {
      line: items(user('{"type":"input_file","file_id":"file-1","filename":"a.pdf"}')),
      codes: ['file-part-name-beside'],
    },
    {
      line: line('"messages":[],"max_tokens":5'),
      codes: ['missing:body.input', 'misplaced:body.messages', 'misplaced:body.max_tokens'],
    },
    {
      line: line('"input":"Hi","response_format":{"type":"text"}'),
      codes: ['misplaced:body.response_format'],
    },
    {
      line: line('"input":"a","stream":true,"tools":[{"type":"function","function":{"name":"f"}}]'),
      codes: ['streaming-unsupported', 'misplaced:body.tools[].function'],
    },
  ],
}
