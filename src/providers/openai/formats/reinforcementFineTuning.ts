// Examples for reinforcement fine-tuning: a conversation that ends with the user, and whatever the
// grader needs beside it (`item.X`). Source: OpenAI's guide and Azure's, 2025.
import { defineFormat } from '../../../formats/defineFormat.ts'
import { repeatedExamples } from '../../../formats/repeatedLines.ts'
import { FINE_TUNING_CODES } from '../apiCodes.ts'
import { leastExamples } from '../rules/leastExamples.ts'
import { functionTools } from '../schemas/chatTools.ts'
import { readMessages, tuningKindOf } from '../schemas/fineTuningLine.ts'
import { exampleArgumentRules } from '../rules/argumentRules.ts'
import { exampleCallRules } from '../rules/chatCallRules.ts'
import { exampleImageRules } from '../rules/imageDataRules.ts'
import { bareImageRule } from '../rules/imageRules.ts'
import { assistantContentRule } from '../rules/messageRules.ts'
import { z } from '../../../formats/zod.ts'
import { msg } from '../../../i18n/message.ts'

const USER = '{"role":"user","content":"What is 2+2?"}'

export const format = defineFormat({
  id: 'reinforcementFineTuning',
  title: msg('Reinforcement fine-tuning'),
  summary: msg('Conversations that end with the user, and further keys for the grader.'),
  // https://platform.openai.com/docs/guides/reinforcement-fine-tuning
  variantOf: 'chatFineTuning',
  tokens: 'examples',
  recognise: (value) => tuningKindOf(value) === 'reinforcement',
  schema: z.looseObject({
    messages: readMessages,
    tools: functionTools.nullable().optional(),
  }),
  severities: { 'too-small:messages[].content': 'warning' },
  lineRules: [
    assistantContentRule([]),
    bareImageRule([['messages', '[]', 'content', '[]', 'image_url', 'url']]),
    ...exampleImageRules(),
    ...exampleArgumentRules,
    ...exampleCallRules(),
    {
      code: 'last-message-not-user',
      severity: 'error',
      title: msg('Last message is not from the user'),
      reads: [
        ['messages', -1, 'role'],
        ['messages', '[]', 'role'],
      ],
      anyOrder: true,
      check: ([last, roles]) =>
        last !== 'user' && Array.isArray(roles) && roles.length > 0
          ? {
              message: msg(
                'In reinforcement fine-tuning the model answers, so the conversation must end with a message from the user.',
              ),
              at: 0,
            }
          : undefined,
    },
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
      paths: [['messages', -1, 'content', 0, 'text'], ['messages', -1, 'content'], ['messages']],
    },
    {
      id: 'reference',
      title: msg('Reference'),
      paths: [
        ['reference_answer', 'value'],
        ['reference_answer'],
        ['ground_truth'],
        ['reference'],
        ['answer'],
      ],
      width: 260,
    },
  ],
  examples: {
    valid: [
      `{"messages":[${USER}],"reference_answer":{"value":"4"}}`,
      `{"messages":[{"role":"developer","content":"Be brief."},${USER}],"ground_truth":4,"unit":null}`,
    ],
    invalid: [
      { line: '{"messages":[],"reference_answer":"4"}', codes: ['too-small:messages'] },
      { line: '{"reference_answer":"4"}', codes: ['missing:messages'] },
      {
        line: `{"messages":[${USER},{"role":"assistant","content":"4"}],"reference_answer":"4"}`,
        codes: ['last-message-not-user'],
      },
      {
        line: '{"messages":[{"role":"human","content":"x"}],"reference_answer":"4"}',
        codes: ['value:messages[].role', 'last-message-not-user'],
      },
      {
        line: `{"messages":[{"role":"assistant"},${USER}],"reference_answer":"4"}`,
        codes: ['assistant-without-content'],
      },
      {
        line: '{"messages":[{"role":"user","content":""}],"reference_answer":"4"}',
        codes: ['too-small:messages[].content'],
      },
      {
        line: '{"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"iVBORw0KGgo="}}]}],"reference_answer":"4"}',
        codes: ['bare-base64-image'],
      },
    ],
  },
})
