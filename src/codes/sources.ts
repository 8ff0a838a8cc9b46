// Where facts about formats come from. Only addresses that everybody can open; the page opens none by itself.
import { type Message, msg } from '../i18n/message.ts'
import type { Source } from './codeEntry.ts'

export function source(name: Message, url: string, date: string): Source {
  return { name, url, date }
}

export function rfc(number: string, section: string, date: string): Source {
  return {
    name: msg('RFC {number}, section {section}', { number, section }),
    url: `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`,
    date,
  }
}

/** The grammar of JSON. */
export function rfc8259(section: string): Source {
  return rfc('8259', section, '2017-12')
}

/** Somebody's report of what a server answered. */
export function issue(repository: string, number: number, date: string): Source {
  return {
    name: msg('Reported in {repository}, {number}', { repository, number: `#${number}` }),
    url: `https://github.com/${repository}/issues/${number}`,
    date,
  }
}

const TRIED: Message = msg('Tried while Lineproof was made')

export function tried(date: string): Source {
  return { name: TRIED, date }
}

export const JSON_LINES = source(msg('JSON Lines'), 'https://jsonlines.org/', '2026-11-26')

export const BATCH_GUIDE = source(
  msg('OpenAI, Batch guide'),
  'https://platform.openai.com/docs/guides/batch',
  '2026-06-27',
)

export const OPENAPI = source(
  msg('OpenAI, OpenAPI description'),
  'https://github.com/openai/openai-openapi',
  '2026-08-21',
)

export const SDK = source(
  msg('OpenAI, SDK 7.57.0'),
  'https://github.com/openai/openai-node',
  '2026-11-13',
)

/** Answers of the Batch API to broken files, recorded as test cases. */
export const RECORDED = source(
  msg('Llama Stack, recorded answers'),
  'https://github.com/meta-llama/llama-stack/blob/main/tests/integration/batches/test_batches_errors.py',
  '2025-08',
)

export const STRUCTURED = source(
  msg('OpenAI, Structured Outputs guide'),
  'https://platform.openai.com/docs/guides/structured-outputs',
  '2026-08-21',
)

export const FUNCTION_CALLING = source(
  msg('OpenAI, function calling guide'),
  'https://platform.openai.com/docs/guides/function-calling',
  '2026-11',
)

export const DEPRECATIONS = source(
  msg('OpenAI, deprecations'),
  'https://platform.openai.com/docs/deprecations',
  '2026-11-12',
)

export const FINE_TUNING = source(
  msg('OpenAI, supervised fine-tuning guide'),
  'https://platform.openai.com/docs/guides/supervised-fine-tuning',
  '2026-11',
)

export const REINFORCEMENT = source(
  msg('OpenAI, reinforcement fine-tuning guide'),
  'https://platform.openai.com/docs/guides/reinforcement-fine-tuning',
  '2026-11',
)

export const COOKBOOK = source(
  msg('OpenAI Cookbook, data preparation for chat fine-tuning'),
  'https://cookbook.openai.com/examples/chat_finetuning_data_prep',
  '2026-11',
)

export const AZURE_BATCH = source(
  msg('Microsoft, Azure OpenAI batch'),
  'https://learn.microsoft.com/azure/ai-foundry/openai/how-to/batch',
  '2026-08',
)

export const ANTHROPIC_BATCH = source(
  msg('Anthropic, batch processing'),
  'https://platform.claude.com/docs/en/build-with-claude/batch-processing',
  '2026-11-26',
)

export const GEMINI_BATCH = source(
  msg('Google, Gemini batch mode'),
  'https://ai.google.dev/gemini-api/docs/batch-mode',
  '2026-11-26',
)

export const BEDROCK_BATCH = source(
  msg('Amazon Bedrock, batch inference data'),
  'https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-data.html',
  '2026-11-26',
)

/** Of what a schema says; the schemas of each provider name where they are from. */
export const DESCRIPTIONS: Source = {
  name: msg('The provider’s documentation; of OpenAI its OpenAPI description'),
  url: OPENAPI.url as string,
  date: '2026-08-21',
}
