// How many examples a job of fine-tuning needs. Recorded: the job fails with invalid_n_examples, "must have at
// least 10 examples" (2025). A file for validating may have fewer, and
// other services differ, so it is a warning.
import type { LeastRule } from '../../../formats/defineFormat.ts'
import { msg } from '../../../i18n/message.ts'

export const leastExamples: LeastRule = {
  code: 'too-few-examples',
  lines: 10,
  title: msg('Too few examples for training'),
  message: (used, least) =>
    msg(
      'The file has {used, plural, one {# example} other {# examples}}; OpenAI refuses to train on fewer than {least, number} (invalid_n_examples). For validating it may do.',
      { used, least },
    ),
}
