// Examples for training.
import { msg } from '../../i18n/message.ts'
import type { CodeEntries } from '../codeEntry.ts'
import { EXAMPLE_REFUSED } from '../consequences.ts'
import { COOKBOOK, FINE_TUNING, REINFORCEMENT } from '../sources.ts'

export const entries: CodeEntries = {
  'no-assistant-message': {
    meaning: msg('No message of the example is from the assistant.'),
    matters: msg('There is no answer to learn from.'),
    remedy: msg('Add the answer that the model should give.'),
    source: COOKBOOK,
  },
  'last-message-not-assistant': {
    meaning: msg('The conversation goes on after the last answer.'),
    matters: msg('What follows the last answer is not learnt.'),
    remedy: msg('End the example with an answer.'),
    source: FINE_TUNING,
  },
  'last-message-not-user': {
    meaning: msg('The conversation does not end with a message of the user.'),
    matters: msg(
      'In reinforcement fine-tuning the model answers the last message, so the file is refused.',
    ),
    remedy: msg('End the example with the message that is to be answered.'),
    source: REINFORCEMENT,
  },
  'nothing-to-learn': {
    meaning: msg('Every answer of the example has weight 0.'),
    matters: msg('Nothing of it is learnt.'),
    remedy: msg('Give weight 1 to the answers that count, or delete the line.'),
    source: FINE_TUNING,
  },
  'empty-answer': {
    meaning: msg('An answer of the example is empty.'),
    matters: msg('The model would learn to say nothing.'),
    remedy: msg('Write the answer, or delete the line.'),
    source: COOKBOOK,
  },
  'tool-content-parts': {
    meaning: msg('The content of a tool message is a list of parts.'),
    matters: EXAMPLE_REFUSED,
    remedy: msg('Write it as one text.'),
    source: FINE_TUNING,
  },
  'too-few-examples': {
    meaning: msg('The file has fewer than 10 examples.'),
    matters: msg(
      'OpenAI fails a training job with it (invalid_n_examples). As a file for validation it may do.',
    ),
    remedy: msg('Add examples.'),
    source: FINE_TUNING,
  },
  'shared-examples': {
    meaning: msg('Another open file has lines that are the same byte for byte.'),
    matters: msg('A model that is tested on what it was trained on looks better than it is.'),
    remedy: msg('Keep each example in one of the files: for training or for validation.'),
    source: COOKBOOK,
  },
  'answer-without-content:*': (place) => ({
    meaning: msg('An answer in {place} has neither content nor a call of a tool.', { place }),
    matters: msg('There is nothing to compare, so the model learns nothing from it.'),
    remedy: msg('Write the answer, or delete the line.'),
    source: COOKBOOK,
  }),
  'undeclared-call': {
    meaning: msg('The example calls a tool that is not in its list of tools.'),
    matters: msg('The model would learn to call tools that it is not offered.'),
    remedy: msg('Add the tool to "tools", or correct the name in the call.'),
    source: FINE_TUNING,
  },
  'equal-answers': {
    meaning: msg('The preferred answer and the other one are the same text.'),
    matters: msg('There is nothing to prefer, so the model learns nothing from the example.'),
    remedy: msg('Write another answer, or delete the line.'),
    source: FINE_TUNING,
  },
  'empty-answer:preferred_output': {
    meaning: msg('The preferred answer is empty.'),
    matters: msg('The model would learn to say nothing.'),
    remedy: msg('Write the answer, or delete the line.'),
    source: COOKBOOK,
  },
}
