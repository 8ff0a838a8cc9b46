// Data for evals: an item a line, by which prompts are filled and answers are graded, and answers that are
// there already. Source: OpenAI's description of 2026-08-21, EvalJsonlFileContentSource. OpenAI's own evals end
// on 2026-11-30, by its page of deprecations; files and other graders remain.
import { isObject } from '../../../json/jsonPath.ts'
import { defineFormat } from '../../../formats/defineFormat.ts'
import { repeatedExamples } from '../../../formats/repeatedLines.ts'
import { z } from '../../../formats/zod.ts'
import { msg, verbatim } from '../../../i18n/message.ts'

const KEYS = ['item', 'sample']

export const format = defineFormat({
  id: 'evalsData',
  title: msg('Evals data'),
  summary: msg('An item a line, for prompts and graders of evals.'),
  recognise: (value) =>
    isObject(value) &&
    // A line that lacks its item is one with a mistake.
    isObject(value['item'] ?? value['sample']) &&
    Object.keys(value).every((key) => KEYS.includes(key)),
  schema: z.strictObject({
    item: z.looseObject({}),
    sample: z.looseObject({}).nullable().optional(),
  }),
  wholeLines: repeatedExamples,
  byteOrderMark: 'warning',
  columns: [
    {
      id: 'preview',
      title: verbatim('item'),
      paths: [['item', 'input'], ['item', 'question'], ['item', 'prompt'], ['item']],
    },
    {
      id: 'sample',
      title: verbatim('sample'),
      paths: [['sample', 'output_text'], ['sample']],
      width: 260,
    },
  ],
  examples: {
    valid: [
      '{"item":{"question":"What is 2+2?","answer":"4"}}',
      '{"item":{"question":"What is 2+2?"},"sample":{"output_text":"4"}}',
    ],
    invalid: [
      { line: '{"sample":{"output_text":"4"}}', codes: ['missing:item'] },
      { line: '{"item":"What is 2+2?"}', codes: ['type:item'] },
      { line: '{"item":{"q":"x"},"sample":"4"}', codes: ['type:sample'] },
      { line: '{"item":{"q":"x"},"answer":"4"}', codes: ['unknown-key'] },
    ],
  },
})
