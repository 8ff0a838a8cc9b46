// Input of OpenAI's Batch API: one request per line.
import {
  MAX_BATCH_BYTES,
  MAX_BATCH_INPUTS,
  MAX_BATCH_REQUESTS,
  SAFE_BATCH_BYTES,
} from '../limits.ts'
import { isObject } from '../../../json/jsonPath.ts'
import { defineFormat } from '../../../formats/defineFormat.ts'
import { batchLine, batchLineOfUnknownUrl } from '../schemas/batchLine.ts'
import { customIdKey, customIdRules } from '../rules/customIdRules.ts'
import { countEmbeddingInputs } from '../schemas/embeddingBody.ts'
import { EMBEDDINGS } from '../endpoints/urls.ts'
import { urlRules } from '../rules/urlRules.ts'
import {
  bareBody,
  flatToolRule,
  misnamedKeys,
  misplacedKeys,
  nestedToolRule,
} from '../rules/misplacedKeys.ts'
import { imageRules } from '../rules/imageRules.ts'
import { assistantContentRule } from '../rules/messageRules.ts'
import { modelRules } from '../rules/modelRules.ts'
import { nameRules } from '../rules/nameRules.ts'
import { OPENAI } from '../provider.ts'
import { requestDialectOf } from '../../requestDialect.ts'
import { oneModel, oneUrl } from '../../common/requestParts.ts'
import { NULL_CHAT_KEYS, nullRule } from '../rules/nullRules.ts'
import { requestRules } from '../rules/requestRules.ts'
import { schemaRules } from '../rules/schemaRules.ts'
import { batchInputExamples } from '../examples/batchInput.ts'

export const format = defineFormat({
  id: 'batchInput',
  title: 'OpenAI batch input',
  summary: 'Requests for the Batch API: custom_id, method, url and body.',
  // https://platform.openai.com/docs/guides/batch
  provider: OPENAI,
  role: 'request',
  recognise: (value) => requestDialectOf(value) === 'openai',
  schema: batchLine,
  fallbackSchema: batchLineOfUnknownUrl,
  aboutUnknownKeys: 'OpenAI refuses a request with a parameter that it does not know.',
  severities: {
    // Only in the descriptions of the API, and gateways differ.
    'too-big:body.tools[].function.name': 'warning',
    'too-big:body.functions[].name': 'warning',
    'too-big:body.response_format.json_schema.name': 'warning',
  },
  presenceRules: [bareBody, ...misnamedKeys, ...misplacedKeys],
  lineRules: [
    ...urlRules,
    ...customIdRules,
    ...requestRules,
    assistantContentRule(['body']),
    nullRule(['body'], NULL_CHAT_KEYS),
    ...schemaRules,
    ...nameRules,
    ...imageRules,
    nestedToolRule,
    flatToolRule,
    ...modelRules,
  ],
  key: customIdKey,
  uniform: [oneModel, oneUrl],
  limits: [
    {
      code: 'too-many-requests',
      of: 'lines',
      title: 'Too many requests',
      errorAbove: MAX_BATCH_REQUESTS,
      noun: 'requests',
    },
    {
      code: 'file-too-large',
      of: 'bytes',
      title: 'File is too large',
      errorAbove: MAX_BATCH_BYTES,
      warnAbove: SAFE_BATCH_BYTES,
      noun: 'bytes',
    },
    {
      code: 'too-many-inputs',
      of: 'items',
      title: 'Too many embedding inputs',
      errorAbove: MAX_BATCH_INPUTS,
      noun: 'embedding inputs',
    },
  ],
  itemsPath: ['body', 'input'],
  countItems: (value) =>
    isObject(value) && value['url'] === EMBEDDINGS ? countEmbeddingInputs(value['body']) : 0,
  byteOrderMark: 'error',
  // Recorded: 400 "Invalid file format for Batch API. Must be .jsonl".
  fileExtension: '.jsonl',
  columns: [
    { id: 'customId', title: 'custom_id', paths: [['custom_id']], width: 180 },
    { id: 'model', title: 'model', paths: [['body', 'model']], width: 140 },
    { id: 'url', title: 'url', paths: [['url']], width: 170 },
    {
      id: 'preview',
      title: 'Preview',
      paths: [
        ['body', 'messages', -1, 'content', 0, 'text'],
        ['body', 'messages', -1, 'content'],
        ['body', 'input', -1, 'content', 0, 'text'],
        ['body', 'input', -1, 'content'],
        ['body', 'input', 0],
        ['body', 'input'],
        ['body', 'prompt'],
        ['messages', -1, 'content'],
        ['params', 'messages', -1, 'content'],
        ['body'],
      ],
    },
  ],
  examples: batchInputExamples,
})
