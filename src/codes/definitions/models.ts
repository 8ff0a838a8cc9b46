// What models and endpoints take, and until when they are there. This moves from month to month.
import { msg } from '../../i18n/message.ts'
import type { CodeEntries, CodeEntry } from '../codeEntry.ts'
import { DEPRECATIONS, OPENAPI, issue, source } from '../sources.ts'

/** When models that end were last looked up there. */
const DEPRECATIONS_READ = { ...DEPRECATIONS, date: '2026-11-26' }

const EFFORT: CodeEntry = {
  meaning: msg('The model does not take this reasoning effort: each takes some of them.'),
  matters: msg(
    'The request comes back with status 400 and the code unsupported_value. Which efforts a model takes was read or found out by trying, and may change.',
  ),
  remedy: msg('Use one of the efforts that the finding names.'),
  source: issue('openai/openai-agents-python', 2089, '2025-11-17'),
}

export const entries: CodeEntries = {
  'deprecated:body.max_tokens': {
    meaning: msg('max_tokens is the older name of the limit on an answer.'),
    matters: msg('Models that reason refuse it; others still take it.'),
    remedy: msg('Rename it to max_completion_tokens.'),
    source: OPENAPI,
  },
  'deprecated:body.reasoning.generate_summary': {
    meaning: msg('generate_summary is the older name of reasoning.summary.'),
    matters: msg(
      'People were answered with status 400 and the code unknown_parameter in 2025, though OpenAI’s description still has it.',
    ),
    remedy: msg('Rename it to summary.'),
    source: issue('openai/openai-go', 392, '2025-05-08'),
  },
  'deprecated:*': (place) => ({
    meaning: msg('{place} still works, and OpenAI’s description calls it deprecated.', { place }),
    matters: msg('Newer models may refuse it, and one day all of them will.'),
    remedy: msg('Use what the finding names instead. Nothing has to be done at once.'),
    source: OPENAPI,
  }),
  'model-refuses:max_tokens': {
    meaning: msg('The model does not take max_tokens.'),
    matters: msg('The request comes back with status 400 and the code unsupported_parameter.'),
    remedy: msg('Rename it to max_completion_tokens.'),
    source: issue('devnullvoid/dms-ai-assistant', 12, '2026-05-22'),
  },
  'model-refuses:temperature': {
    meaning: msg('The model takes no temperature but the default.'),
    matters: msg('The request comes back with status 400 and the code unsupported_value.'),
    remedy: msg('Remove the parameter.'),
    source: issue('repowise-dev/repowise', 987, '2026-07-22'),
  },
  'model-refuses:*': (place) => ({
    meaning: msg('The model does not take {place} as the request has it.', { place }),
    matters: msg(
      'The request comes back with status 400. What models refuse was found out by trying and may change.',
    ),
    remedy: msg('Remove or change the parameter as the finding says.'),
    source: issue('mnfst/modelparams.dev', 207, '2026-08'),
  }),
  'model-refuses:reasoning_effort': EFFORT,
  'model-refuses:reasoning.effort': EFFORT,
  'endpoint-legacy': {
    meaning: msg('The endpoint is an old one whose last models were shut down.'),
    matters: msg(
      'A request for one of those models fails. Whether the endpoint takes any other is not known.',
    ),
    remedy: msg('Use /v1/chat/completions or /v1/responses.'),
    source: issue('vercel/ai', 20793, '2026-09-15'),
  },
  'endpoint-shut-down': {
    meaning: msg('The endpoint was shut down.'),
    matters: msg('The request fails.'),
    remedy: msg('Leave the line out.'),
    source: source(
      msg('OpenAI, page of Sora 2'),
      'https://developers.openai.com/api/docs/models/sora-2',
      '2026-11-28',
    ),
  },
  'stored-prompt-ends': {
    meaning: msg(
      'The request names a prompt that is stored at OpenAI. Stored prompts are removed on 2026-11-30.',
    ),
    matters: msg('A request that runs after that day fails.'),
    remedy: msg('Write the prompt into "input" and "instructions".'),
    source: DEPRECATIONS,
  },
  'model-shut-down': {
    meaning: msg('OpenAI has shut the model down.'),
    matters: msg('Every such request is expected to fail with the code model_not_found.'),
    remedy: msg('Use a model that is offered.'),
    source: DEPRECATIONS_READ,
  },
  'model-ends-soon': {
    meaning: msg('OpenAI shuts the model down within the next 15 days.'),
    matters: msg('A batch or a retry that runs after that day fails.'),
    remedy: msg('Use a model that stays, or run the batch before.'),
    source: DEPRECATIONS_READ,
  },
  'stored-prompt-ended': {
    meaning: msg(
      'The request names a prompt that is stored at OpenAI. Stored prompts were removed on 2026-11-30.',
    ),
    matters: msg('The request fails.'),
    remedy: msg('Write the prompt into "input" and "instructions".'),
    source: DEPRECATIONS_READ,
  },
  'model-without-reasoning:reasoning_effort': {
    meaning: msg('The request sets reasoning_effort, and its model does not reason.'),
    matters: msg('OpenAI answers 400 to a parameter that the model does not know.'),
    remedy: msg('Remove the parameter, or choose a model that reasons.'),
    source: issue('umputun/tg-spam', 304, '2025-06-09'),
  },
  'model-without-reasoning:reasoning.effort': {
    meaning: msg('The request sets reasoning.effort, and its model does not reason.'),
    matters: msg('The request comes back with status 400 and the code unsupported_parameter.'),
    remedy: msg('Remove the parameter, or choose a model that reasons.'),
    source: issue('BoundaryML/baml', 2708, '2025-11-08'),
  },
}
