// Training examples for chat models: a conversation per line that ends with the wanted answer.
import { defineFormat } from '../../../formats/defineFormat.ts'
import { repeatedExamples } from '../../../formats/repeatedLines.ts'
import { FINE_TUNING_CODES } from '../apiCodes.ts'
import { leastExamples } from '../rules/leastExamples.ts'
import { fineTuningLine, tuningKindOf } from '../schemas/fineTuningLine.ts'
import { assistantContentRule, learntRules } from '../rules/messageRules.ts'
import { exampleArgumentRules } from '../rules/argumentRules.ts'
import { exampleImageRules } from '../rules/imageDataRules.ts'
import { bareImageRule } from '../rules/imageRules.ts'
import { exampleCallRules } from '../rules/chatCallRules.ts'
import { undeclaredCallRule } from '../rules/undeclaredCalls.ts'
import { exampleNullRule } from '../rules/nullRules.ts'
import { OPENAI_LIKE } from '../provider.ts'
import { msg } from '../../../i18n/message.ts'

const PAIR = '{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}'

export const format = defineFormat({
  id: 'chatFineTuning',
  title: msg('Chat fine-tuning'),
  summary: msg('Conversations for supervised fine-tuning: messages that end with the answer.'),
  // https://platform.openai.com/docs/guides/supervised-fine-tuning
  provider: OPENAI_LIKE,
  tokens: 'examples',
  recognise: (value) => tuningKindOf(value) === 'supervised',
  schema: fineTuningLine,
  severities: { 'too-small:messages[].content': 'warning' },
  lineRules: [
    undeclaredCallRule,
    {
      code: 'no-assistant-message',
      severity: 'error',
      title: msg('No assistant message'),
      reads: [['messages', '[]', 'role']],
      anyOrder: true,
      check: ([roles]) =>
        Array.isArray(roles) && roles.length > 0 && !roles.includes('assistant')
          ? {
              message: msg(
                'No message is from the assistant, so there is no answer to learn from.',
              ),
              at: 0,
            }
          : undefined,
    },
    {
      code: 'last-message-not-assistant',
      severity: 'warning',
      title: msg('Last message is not from the assistant'),
      reads: [
        ['messages', -1, 'role'],
        ['messages', '[]', 'role'],
      ],
      anyOrder: true,
      check: ([last, roles]) =>
        last !== 'assistant' && Array.isArray(roles) && roles.includes('assistant')
          ? {
              message: msg(
                'The conversation goes on after the last answer, and that part is not learnt.',
              ),
              at: 0,
            }
          : undefined,
    },
    {
      code: 'nothing-to-learn',
      severity: 'warning',
      title: msg('Every answer has weight 0'),
      reads: [
        ['messages', '[]', 'role'],
        ['messages', '[]', 'weight'],
      ],
      anyOrder: true,
      check([roles, weights]) {
        if (!Array.isArray(roles) || !Array.isArray(weights) || !roles.includes('assistant')) {
          return undefined
        }
        if (!roles.every((role, i) => role !== 'assistant' || weights[i] === 0)) return undefined
        return {
          message: msg('All assistant messages have weight 0, so nothing is learnt.'),
          at: 0,
        }
      },
    },
    assistantContentRule([]),
    ...learntRules,
    bareImageRule([['messages', '[]', 'content', '[]', 'image_url', 'url']]),
    ...exampleImageRules(),
    ...exampleArgumentRules,
    ...exampleCallRules(),
    exampleNullRule(['tools', 'parallel_tool_calls', 'functions']),
  ],
  wholeLines: repeatedExamples,
  comparesDocuments: true,
  least: leastExamples,
  apiCodes: FINE_TUNING_CODES,
  byteOrderMark: 'warning',
  // learn.microsoft.com/azure/ai-services/openai/how-to/fine-tuning, 'Prepare your data'.
  byteOrderMarkNote: msg('Azure’s guide to fine-tuning asks for it: leave it for Azure.'),
  columns: [
    {
      id: 'asked',
      title: msg('Asked'),
      paths: [
        // Before the answer; the first of a conversation is the same on every line.
        ['messages', -2, 'content', 0, 'text'],
        ['messages', -2, 'content'],
        ['messages', 0, 'content', 0, 'text'],
        ['messages', 0, 'content'],
      ],
      width: 320,
    },
    {
      id: 'preview',
      title: msg('Answer'),
      paths: [
        ['messages', -1, 'content', 0, 'text'],
        ['messages', -1, 'content'],
        ['messages', -1, 'tool_calls', 0, 'function', 'name'],
        ['messages'],
      ],
    },
  ],
  examples: {
    valid: [
      `{"messages":[${PAIR}]}`,
      `{"messages":[{"role":"system","content":"Be brief."},${PAIR}]}`,
      `{"messages":[${PAIR},{"role":"user","content":"Bye"},{"role":"assistant","content":"Bye","weight":1}]}`,
      '{"messages":[{"role":"user","content":[{"type":"text","text":"What?"},{"type":"image_url","image_url":{"url":"https://example.com/a.png"}}]},{"role":"assistant","content":"A bridge."}]}',
      '{"messages":[{"role":"user","content":"Weather?"},{"role":"assistant","tool_calls":[{"id":"c1","type":"function","function":{"name":"weather","arguments":"{}"}}]}],"tools":[{"type":"function","function":{"name":"weather","parameters":{}}}],"parallel_tool_calls":false}',
    ],
    notices: [
      {
        line: '{"messages":[{"role":"user","content":"Hi","name":null},{"role":"assistant","content":"Hello","tool_calls":null}],"tools":null}',
        codes: ['null-for-nothing'],
      },
    ],
    invalid: [
      {
        line: '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function","function":{"name":"g","arguments":"{}"}}]},{"role":"tool","tool_call_id":"c","content":"1"},{"role":"assistant","content":"Yes."}],"tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object","properties":{}}}}]}',
        codes: ['undeclared-call'],
      },
      {
        line: '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function","function":{"name":"F","arguments":"{}"}}]},{"role":"tool","tool_call_id":"c","content":"1"},{"role":"assistant","content":"Yes."}],"tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object","properties":{}}}}]}',
        codes: ['undeclared-call'],
      },
      {
        line: '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function","function":{"name":"ff","arguments":"{}"}}]},{"role":"tool","tool_call_id":"c","content":"1"},{"role":"assistant","content":"Yes."}],"tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object","properties":{}}}}]}',
        codes: ['undeclared-call'],
      },
      {
        line: '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":""}]}',
        codes: ['empty-answer'],
      },
      {
        line: '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":[{"type":"text","text":""}]}]}',
        codes: ['empty-answer'],
      },
      {
        line: '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":null,"refusal":null}]}',
        codes: ['assistant-without-content'],
      },
      {
        line: '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":[{"type":"text","text":""}],"tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]},{"role":"tool","content":[{"type":"text","text":"1"}],"tool_call_id":"c"},{"role":"assistant","content":"1"}]}',
        codes: ['tool-content-parts'],
      },
      {
        line: '{"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"/9j/4AAQSkZJRg"}}]},{"role":"assistant","content":"A bridge."}]}',
        codes: ['bare-base64-image'],
      },
      { line: '[]', codes: ['not-an-object'] },
      { line: '{}', codes: ['missing:messages'] },
      { line: '{"messages":[]}', codes: ['too-small:messages'] },
      { line: '{"messages":[{"role":"user","content":"Hi"}]}', codes: ['no-assistant-message'] },
      {
        line: `{"messages":[${PAIR},{"role":"user","content":"And?"}]}`,
        codes: ['last-message-not-assistant'],
      },
      {
        line: '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant"}]}',
        codes: ['assistant-without-content'],
      },
      {
        line: `{"messages":[{"role":"robot","content":"Hi"},${PAIR}]}`,
        codes: ['value:messages[].role'],
      },
      { line: `{"messages":[{"content":"Hi"},${PAIR}]}`, codes: ['missing:messages[].role'] },
      { line: `{"messages":[{"role":"user"},${PAIR}]}`, codes: ['missing:messages[].content'] },
      {
        line: `{"messages":[{"role":"system","content":""},${PAIR}]}`,
        codes: ['too-small:messages[].content'],
      },
      {
        line: '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello","weight":2}]}',
        codes: ['value:messages[].weight'],
      },
      {
        line: '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello","weight":0}]}',
        codes: ['nothing-to-learn'],
      },
      {
        line: '{"messages":[{"role":"user","content":"Hi","weight":0},{"role":"assistant","content":"Hello"}]}',
        codes: ['unknown-key'],
      },
      {
        line: '{"messages":[{"role":"user","content":[{"type":"input_audio","input_audio":{}}]},{"role":"assistant","content":"Hello"}]}',
        codes: ['value:messages[].content[].type'],
      },
      { line: `{"messages":[${PAIR}],"source":"x"}`, codes: ['unknown-key'] },
      { line: `{"messages":[${PAIR}],"tools":[{"name":"f"}]}`, codes: ['missing:tools[].type'] },
    ],
  },
})
