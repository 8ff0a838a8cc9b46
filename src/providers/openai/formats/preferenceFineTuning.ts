// Examples for direct preference optimisation: an input, the answer that is preferred, and the one
// that is not. Source: OpenAI's DPO guide and API reference, 2025.
import { isObject } from '../../../json/jsonPath.ts'
import { defineFormat } from '../../../formats/defineFormat.ts'
import { repeatedExamples } from '../../../formats/repeatedLines.ts'
import { FINE_TUNING_CODES } from '../apiCodes.ts'
import { leastExamples } from '../rules/leastExamples.ts'
import { comparedAnswer, readMessages } from '../schemas/fineTuningLine.ts'
import { functionTools } from '../schemas/chatTools.ts'
import { comparedArgumentRules } from '../rules/argumentRules.ts'
import { exampleCallRules } from '../rules/chatCallRules.ts'
import { equalAnswersRule } from '../rules/equalAnswers.ts'
import { exampleImageRules } from '../rules/imageDataRules.ts'
import { bareImageRule } from '../rules/imageRules.ts'
import { assistantContentRule, contentRule, emptyAnswerRule } from '../rules/messageRules.ts'
import { z } from '../../../formats/zod.ts'
import { msg } from '../../../i18n/message.ts'

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
      messages: readMessages,
      tools: functionTools.nullable().optional(),
      parallel_tool_calls: z.boolean().nullable().optional(),
    }),
    preferred_output: comparedAnswer,
    non_preferred_output: comparedAnswer,
  }),
  severities: { 'too-small:input.messages[].content': 'warning' },
  lineRules: [
    assistantContentRule(['input']),
    contentRule(['preferred_output'], 'answer-without-content:preferred_output'),
    contentRule(['non_preferred_output'], 'answer-without-content:non_preferred_output'),
    emptyAnswerRule(['preferred_output'], 'empty-answer:preferred_output'),
    equalAnswersRule,
    bareImageRule([['input', 'messages', '[]', 'content', '[]', 'image_url', 'url']]),
    ...exampleImageRules(['input']),
    ...comparedArgumentRules,
    ...exampleCallRules(['input']),
  ],
  wholeLines: repeatedExamples,
  comparesDocuments: true,
  least: leastExamples,
  apiCodes: FINE_TUNING_CODES,
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
      {
        line: LINE.replace('"content":"Hello."', '"content":null'),
        codes: ['answer-without-content:preferred_output'],
      },
      {
        line: LINE.replace('"role":"assistant","content":"What."', '"role":"assistant"'),
        codes: ['answer-without-content:non_preferred_output'],
      },
      {
        line: LINE.replace('"content":"Hello."', '"content":"Wha\\u0074."'),
        codes: ['equal-answers'],
      },
      {
        line: LINE.replace('"content":"Hello."', '"content":""'),
        codes: ['empty-answer:preferred_output'],
      },
      {
        line: LINE.replace('"content":"Hi"', '"content":""'),
        codes: ['too-small:input.messages[].content'],
      },
      {
        line: LINE.replace('{"role":"user"', '{"role":"assistant"},{"role":"user"'),
        codes: ['assistant-without-content'],
      },
      {
        line: LINE.replace(
          '"Hi"',
          '[{"type":"input_audio","input_audio":{"data":"AAAA","format":"wav"}}]',
        ),
        codes: ['value:input.messages[].content[].type'],
      },
      {
        line: LINE.replace('"Hi"', '[{"type":"image_url","image_url":{"url":"/9j/4AAQSkZJRg"}}]'),
        codes: ['bare-base64-image'],
      },
      {
        line: LINE.replace('"content":"Hello."', '"content":"Hello.","weight":1'),
        codes: ['unknown-key'],
      },
    ],
  },
})
