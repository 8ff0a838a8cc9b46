// The old form of examples for fine-tuning: a prompt and its completion, both texts. Source: OpenAI's
// FineTuneCompletionRequestInput of 2025.
import { isObject } from '../../../json/jsonPath.ts'
import { defineFormat } from '../../../formats/defineFormat.ts'
import { repeatedExamples } from '../../../formats/repeatedLines.ts'
import { FINE_TUNING_CODES } from '../apiCodes.ts'
import { leastExamples } from '../rules/leastExamples.ts'
import { z } from '../../../formats/zod.ts'
import { msg, verbatim } from '../../../i18n/message.ts'

export const format = defineFormat({
  id: 'promptCompletion',
  title: msg('Prompt and completion'),
  summary: msg('Examples for fine-tuning as prompt and completion.'),
  // https://platform.openai.com/docs/guides/legacy-fine-tuning
  variantOf: 'chatFineTuning',
  tokens: 'examples',
  recognise: (value) =>
    isObject(value) &&
    typeof value['prompt'] === 'string' &&
    Object.hasOwn(value, 'completion') &&
    Object.keys(value).length === 2,
  schema: z.strictObject({
    // Empty where a style is learnt.
    prompt: z.string(),
    completion: z.string().min(1),
  }),
  severities: { 'too-small:completion': 'warning' },
  wholeLines: repeatedExamples,
  comparesDocuments: true,
  least: leastExamples,
  apiCodes: FINE_TUNING_CODES,
  byteOrderMark: 'warning',
  columns: [
    { id: 'prompt', title: verbatim('prompt'), paths: [['prompt']], width: 320 },
    { id: 'preview', title: verbatim('completion'), paths: [['completion']] },
  ],
  examples: {
    valid: [
      '{"prompt":"Hi","completion":"Hello."}',
      '{"prompt":"","completion":"A line of our voice."}',
    ],
    invalid: [
      { line: '{"prompt":"Hi","completion":7}', codes: ['type:completion'] },
      { line: '{"prompt":"Hi"}', codes: ['missing:completion'] },
      { line: '{"prompt":"Hi","completion":""}', codes: ['too-small:completion'] },
      { line: '{"prompt":["Hi"],"completion":"Hello."}', codes: ['type:prompt'] },
    ],
  },
})
