// Examples for direct preference optimisation: an input, the answer that is preferred, and the one
// that is not. Source: OpenAI's DPO guide and API reference, 2025.
import { isObject } from '../../../json/jsonPath.ts'
import { defineFormat } from '../../../formats/defineFormat.ts'
import { repeatedExamples } from '../../../formats/repeatedLines.ts'
import { assistantMessage, chatMessage } from '../schemas/chatMessage.ts'
import { functionTools } from '../schemas/chatTools.ts'
import { z } from '../../../formats/zod.ts'
import { msg } from '../../../i18n/message.ts'

const answer = z
  .array(z.discriminatedUnion('role', [assistantMessage]))
  .min(1)
  .max(1)

const INPUT = '{"messages":[{"role":"user","content":"Hi"}]}'
const LINE = `{"input":${INPUT},"preferred_output":[{"role":"assistant","content":"Hello."}],"non_preferred_output":[{"role":"assistant","content":"What."}]}`

export const format = defineFormat({
  id: 'preferenceFineTuning',
  title: msg('Preference fine-tuning (DPO)'),
  summary: msg('An input with a preferred and a non-preferred answer.'),
  // https://platform.openai.com/docs/guides/direct-preference-optimization
  variantOf: 'chatFineTuning',
  tokens: 'examples',
  recognise: (value) =>
    isObject(value) &&
    (Object.hasOwn(value, 'preferred_output') || Object.hasOwn(value, 'non_preferred_output')),
  schema: z.strictObject({
    input: z.strictObject({
      messages: z.array(chatMessage).min(1),
      tools: functionTools.optional(),
      parallel_tool_calls: z.boolean().optional(),
    }),
    preferred_output: answer,
    non_preferred_output: answer,
  }),
  wholeLines: repeatedExamples,
  byteOrderMark: 'warning',
  columns: [
    {
      id: 'preview',
      title: msg('Last message'),
      paths: [
        ['input', 'messages', -1, 'content', 0, 'text'],
        ['input', 'messages', -1, 'content'],
        ['input'],
      ],
    },
    {
      id: 'preferred',
      title: msg('Preferred'),
      paths: [['preferred_output', 0, 'content'], ['preferred_output']],
      width: 260,
    },
    {
      id: 'nonPreferred',
      title: msg('Not preferred'),
      paths: [['non_preferred_output', 0, 'content'], ['non_preferred_output']],
      width: 260,
    },
  ],
  examples: {
    valid: [LINE, LINE.replace('"Hi"', '[{"type":"text","text":"Hi"}]')],
    invalid: [
      {
        line: LINE.replace(/,"non_preferred_output".*/, '}'),
        codes: ['missing:non_preferred_output'],
      },
      {
        line: LINE.replace(
          '"role":"assistant","content":"Hello."',
          '"role":"user","content":"Hello."',
        ),
        codes: ['value:preferred_output[].role'],
      },
      {
        line: LINE.replace(
          '{"role":"assistant","content":"What."}',
          '{"role":"assistant","content":"A"},{"role":"assistant","content":"B"}',
        ),
        codes: ['too-big:non_preferred_output'],
      },
      {
        line: LINE.replace('[{"role":"user","content":"Hi"}]', '[]'),
        codes: ['too-small:input.messages'],
      },
      { line: LINE.replace(INPUT, '"Hi"'), codes: ['type:input'] },
    ],
  },
})
