// Input of Azure's Global Batch. Older guides write the urls without /v1; `model` is the name of the
// deployment, the same in all lines. Source: Microsoft's how-to of 2026-08.
import { chatMessage } from '../../openai/schemas/chatMessage.ts'
import { type ApiCodes, defineFormat } from '../../../formats/defineFormat.ts'
import { customIdKey, customIdRules } from '../../openai/rules/customIdRules.ts'
import { AZURE } from '../provider.ts'
import { requestDialectOf } from '../../requestDialect.ts'
import {
  CHOOSE,
  limitsOf,
  oneModel,
  oneUrl,
  requestColumns,
  requestsFor,
  streamRule,
} from '../../common/requestParts.ts'
import { z } from '../../../formats/zod.ts'
import { msg, sentences } from '../../../i18n/message.ts'

/** From Microsoft's how-to of 2026-08, https://learn.microsoft.com/azure/ai-foundry/openai/how-to/batch. */
const AZURE_CODES: ApiCodes = {
  notJson: 'invalid_json_line',
  byCode: {
    'empty-file': 'empty_file',
    'duplicate-custom-id': 'duplicate_custom_id',
    'mixed-urls': 'url_mismatch',
    'mixed-models': 'model_mismatch',
    'too-many-requests': 'too_many_tasks',
  },
}

function request(url: string, messages = '[{"role":"user","content":"Hi"}]', id = '"r-1"'): string {
  return `{"custom_id":${id},"method":"POST","url":"${url}","body":{"model":"batch","messages":${messages}}}`
}

export const format = defineFormat({
  id: 'azureBatchInput',
  title: msg('Azure OpenAI batch input'),
  summary: msg('Requests for Azure’s Global Batch: custom_id, method, url and body.'),
  // https://learn.microsoft.com/azure/ai-foundry/openai/how-to/batch
  provider: AZURE,
  variantOf: 'batchInput',
  recognisedAs: requestsFor(
    AZURE.name,
    sentences(CHOOSE, msg('OpenAI takes /v1/chat/completions, not /chat/completions.')),
  ),
  tokens: 'requests',
  role: 'request',
  recognise: (value) => requestDialectOf(value) === 'azure',
  schema: z.looseObject({
    custom_id: z.string().min(1),
    method: z.literal('POST'),
    url: z.string().min(1),
    body: z.looseObject({
      model: z.string().min(1),
      messages: z.array(chatMessage).min(1).optional(),
    }),
  }),
  lineRules: [...customIdRules, streamRule(['body', 'stream'])],
  key: customIdKey,
  uniform: [oneModel, oneUrl],
  limits: limitsOf({ requests: 100_000, megabytes: 200 }),
  byteOrderMark: 'error',
  apiCodes: AZURE_CODES,
  columns: requestColumns({ hasUrl: true }),
  examples: {
    valid: [
      request('/chat/completions'),
      request('/openai/deployments/batch/chat/completions?api-version=2024-10-21'),
      '{"custom_id":"r-1","method":"POST","url":"/embeddings","body":{"model":"batch","input":"x"}}',
    ],
    invalid: [
      { line: request('/chat/completions', '[]'), codes: ['too-small:body.messages'] },
      { line: request('/chat/completions', undefined, '7'), codes: ['type:custom_id'] },
      {
        line: request('/chat/completions').replace('"method":"POST",', ''),
        codes: ['missing:method'],
      },
      {
        line: request('/chat/completions').replace('"model":"batch",', '"stream":true,'),
        codes: ['missing:body.model', 'streaming-unsupported'],
      },
      {
        line: request('/chat/completions', '[{"role":"human","content":"Hi"}]'),
        codes: ['value:body.messages[].role'],
      },
    ],
  },
})
