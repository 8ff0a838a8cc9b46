// Good answers as examples for chat fine-tuning.
import { msg } from '../../../i18n/message.ts'
import { definePairExporter } from '../definePairExporter.ts'
import { FAILED_PAIR, GOOD_PAIR } from '../examplePairs.ts'
import {
  KEPT_ELSEWHERE,
  NO_CONVERSATION,
  NO_SUCCESS,
  NO_SUCH_TOOLS,
  NOT_TRAINABLE,
  NOT_USABLE,
} from '../reasons.ts'
import { trainingLine } from '../training/trainingLine.ts'

const TOOL_REQUEST =
  '{"custom_id":"t","url":"/v1/responses","body":{"model":"m","instructions":"Help.","tools":[{"type":"function","name":"f","strict":null,"parameters":{"type":"object","x":1.0}}],"input":[{"role":"user","content":[{"type":"input_text","text":"What?"},{"type":"input_image","image_url":"https://example.org/a.png"}]},{"type":"function_call","call_id":"c1","name":"f","arguments":"{}"},{"type":"function_call_output","call_id":"c1","output":"7"}]}}'
const TOOL_ANSWER =
  '{"custom_id":"t","response":{"status_code":200,"body":{"object":"response","status":"completed","output":[{"type":"reasoning","summary":[{"type":"summary_text","text":"Hm"}]},{"type":"message","content":[{"type":"output_text","text":"Seven."}]}]}},"error":null}'

export const exporter = definePairExporter({
  id: 'trainingSet',
  place: 40,
  title: msg('Training set'),
  summary: msg('Prompts with their usable answers, as chat fine-tuning lines.'),
  noun: 'example',
  extension: '.jsonl',
  mediaType: 'application/jsonl',
  nameEnding: 'training',
  needsRequests: msg(
    'A training set is made of prompts and answers. Add the input file to write one.',
  ),
  options: {},
  output: {
    kind: 'rows',
    rows: 'view',
    reads: () => ['request', 'answer'],
    skip: ({ outcome, unusable }) => {
      if (outcome !== 'succeeded') return NO_SUCCESS
      return unusable === undefined ? undefined : NOT_USABLE
    },
    isByContent: true,
    lineEnd: '\n',
    open: () => ({ head: '', row: trainingLine }),
  },
  examples: [
    {
      kind: 'rows',
      shows: 'the messages as they are, and the answer after them',
      rows: [GOOD_PAIR, FAILED_PAIR],
      file: '{"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hi \\u00e9"},{"role":"assistant","content":"Hello, \\"you\\""}]}\n',
      leftOut: [NO_SUCCESS],
    },
    {
      kind: 'rows',
      shows: 'Responses, with an image, a call and its result, and flat tools',
      rows: [[TOOL_REQUEST, TOOL_ANSWER]],
      file: '{"messages":[{"role":"system","content":"Help."},{"role":"user","content":[{"type":"text","text":"What?"},{"type":"image_url","image_url":{"url":"https://example.org/a.png"}}]},{"role":"assistant","tool_calls":[{"id":"c1","type":"function","function":{"name":"f","arguments":"{}"}}]},{"role":"tool","content":"7","tool_call_id":"c1"},{"role":"assistant","content":"Seven."}],"tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object","x":1.0}}}]}\n',
    },
    {
      kind: 'rows',
      shows: 'messages without the keys that training does not know, and an answer that is a call',
      rows: [
        [
          '{"custom_id":"a","url":"/v1/chat/completions","body":{"tools":[{"type":"function","function":{"name":"f"}}],"messages":[{"role":"user","content":"Hi","cache":1},{"content":null,"role":"assistant","reasoning_content":"Hm","tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]},{"role":"tool","tool_call_id":"c","content":"1"}]}}',
          '{"custom_id":"a","response":{"status_code":200,"body":{"choices":[{"finish_reason":"tool_calls","message":{"role":"assistant","content":null,"tool_calls":[{"index":0,"id":"d","type":"function","function":{"name":"f","arguments":"{\\"a\\":1}"}}]}}]}},"error":null}',
        ],
      ],
      file: '{"messages":[{"role":"user","content":"Hi"},{"content":null,"role":"assistant","tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]},{"role":"tool","tool_call_id":"c","content":"1"},{"role":"assistant","tool_calls":[{"id":"d","type":"function","function":{"name":"f","arguments":"{\\"a\\":1}"}}]}],"tools":[{"type":"function","function":{"name":"f"}}]}\n',
    },
    {
      kind: 'rows',
      shows: 'what has no form in training files',
      rows: [
        [
          '{"custom_id":"a","url":"/v1/chat/completions","body":{"messages":[{"role":"user","content":[{"type":"input_audio","input_audio":{"data":"AAAA","format":"wav"}}]}]}}',
          '{"custom_id":"a","response":{"status_code":200,"body":{"choices":[{"finish_reason":"stop","message":{"content":"A bell."}}]}},"error":null}',
        ],
        [
          '{"custom_id":"a","url":"/v1/responses","body":{"previous_response_id":"r","input":"And?"}}',
          TOOL_ANSWER,
        ],
        [
          '{"custom_id":"a","url":"/v1/responses","body":{"input":"Hi","tools":[{"type":"web_search"}]}}',
          TOOL_ANSWER,
        ],
        [
          '{"custom_id":"a","url":"/v1/chat/completions","body":{"messages":[{"role":"user","content":"Hi"}]}}',
          '{"custom_id":"a","response":{"status_code":200,"body":{"choices":[{"finish_reason":"length","message":{"content":"A"}}]}},"error":null}',
        ],
        [
          '{"custom_id":"a","url":"/v1/embeddings","body":{"input":"Hi"}}',
          '{"custom_id":"a","response":{"status_code":200,"body":{"data":[{"embedding":[1,0]}]}},"error":null}',
        ],
      ],
      file: '',
      leftOut: [NOT_TRAINABLE, KEPT_ELSEWHERE, NO_SUCH_TOOLS, NOT_USABLE, NO_CONVERSATION],
    },
  ],
})
