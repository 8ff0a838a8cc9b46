// What is said of lines and files by the number of their tokens.
import { msg } from '../../i18n/message.ts'
import type { CodeEntries } from '../codeEntry.ts'
import { FINE_TUNING, issue } from '../sources.ts'

export const entries: CodeEntries = {
  'context-exceeded': {
    meaning: msg('The prompt, or a text to embed, has more tokens than the model takes.'),
    matters: msg(
      'This request comes back with status 400 and the code context_length_exceeded; the others of the batch run.',
    ),
    remedy: msg('Shorten the text, split it, or choose a model with a longer context.'),
    source: issue('openai/openai-openapi', 302, '2024-08-02'),
  },
  'context-perhaps-exceeded': {
    meaning: msg(
      'The request may need more tokens than the model takes: the count is an estimate, or the longest answer that it allows does not fit.',
    ),
    matters: msg('The request may be refused, or its answer be cut off.'),
    remedy: msg('Shorten the text, lower the limit of the answer, or choose a longer context.'),
    source: issue('openai/openai-python', 3071, '2026-11-27'),
  },
  'example-too-long': {
    meaning: msg('The example has more tokens than training reads.'),
    matters: msg(
      'OpenAI cuts off the rest: the end of the example, often the answer, is not learnt.',
    ),
    remedy: msg('Shorten the example, or split it into several.'),
    source: { ...FINE_TUNING, date: '2025-01-15' },
  },
  'enqueued-tokens': {
    meaning: msg(
      'The prompts of the file have more tokens than your limit for batches that wait, or may have.',
    ),
    matters: msg(
      'The API fails the batch at once with the code token_limit_exceeded. Batches that already wait or run count, too.',
    ),
    remedy: msg('Split the file, and start each part when the one before is done.'),
    source: issue('openai/openai-python', 2084, '2025-02-04'),
  },
}
