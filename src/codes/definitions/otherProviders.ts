// What providers other than OpenAI demand of their own.
import { msg } from '../../i18n/message.ts'
import type { CodeEntries } from '../codeEntry.ts'
import { ANTHROPIC_BATCH, BEDROCK_BATCH, GEMINI_BATCH, source } from '../sources.ts'

export const entries: CodeEntries = {
  'anthropic-custom-id': {
    meaning: msg(
      'The custom_id is longer than 64 characters, or has characters that Anthropic does not take.',
    ),
    matters: msg('Anthropic refuses the batch.'),
    remedy: msg('Use 1 to 64 characters out of A-Z, a-z, 0-9, _ and -.'),
    source: ANTHROPIC_BATCH,
  },
  'gemini-custom-id': {
    meaning: msg('The line has custom_id where Gemini reads "key".'),
    matters: msg('The request runs, and nobody can tell its answer from others.'),
    remedy: msg('Rename "custom_id" to "key".'),
    source: GEMINI_BATCH,
  },
  'gemini-envelope': {
    meaning: msg('A request for Gemini stands in OpenAI’s envelope.'),
    matters: msg('Gemini reads {example} and nothing else.', {
      example: '{"key": "…", "request": {…}}',
    }),
    remedy: msg('Put the custom_id into "key" and the body into "request".'),
    source: GEMINI_BATCH,
  },
  'bedrock-model-id': {
    meaning: msg('modelId stands inside of modelInput.'),
    matters: msg('The job names the model, and models refuse a parameter that they do not know.'),
    remedy: msg('Remove it from modelInput.'),
    source: BEDROCK_BATCH,
  },
  'groq-url-prefix': {
    meaning: msg('The url begins with /openai, as Groq’s addresses do.'),
    matters: msg('Groq’s guide writes the url of a line without it.'),
    remedy: msg('Write /v1/… alone.'),
    source: source(msg('Groq, batch'), 'https://console.groq.com/docs/batch', '2026-08'),
  },
}
