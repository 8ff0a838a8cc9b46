// Input of OpenAI's Batch API: one request per line.
import {
  MAX_BATCH_BYTES,
  MAX_BATCH_INPUTS,
  MAX_BATCH_REQUESTS,
  SAFE_BATCH_BYTES,
} from '../limits.ts'
import { OPENAI_CODES } from '../apiCodes.ts'
import { isObject } from '../../../json/jsonPath.ts'
import { defineFormat } from '../../../formats/defineFormat.ts'
import { batchLine, batchLineOfUnknownUrl } from '../schemas/batchLine.ts'
import { customIdKey, customIdRules } from '../rules/customIdRules.ts'
import { countEmbeddingInputs } from '../schemas/embeddingBody.ts'
import { REFUSES_UNKNOWN } from '../endpoints/misplacedKey.ts'
import { EMBEDDINGS } from '../endpoints/urls.ts'
import { urlRules } from '../rules/urlRules.ts'
import {
  bareBody,
  flatToolRule,
  misnamedKeys,
  misplacedKeys,
  nestedToolRule,
} from '../rules/misplacedKeys.ts'
import { absentSchema } from '../rules/absentSchema.ts'
import { deprecatedKeys } from '../rules/deprecatedKeys.ts'
import { effortRules } from '../rules/effortRules.ts'
import { imageBodyRules } from '../rules/imageBodyRules.ts'
import { imageFormatRules } from '../rules/imageFormatRules.ts'
import { imageDataRules } from '../rules/imageDataRules.ts'
import { imageRules } from '../rules/imageRules.ts'
import { assistantContentRule } from '../rules/messageRules.ts'
import { embeddingRules } from '../rules/embeddingRules.ts'
import { modelEndChanges, modelEndRules } from '../rules/modelEndRules.ts'
import { modelRules } from '../rules/modelRules.ts'
import { MOVING_VALUES_DATE, SDK_DATE } from '../movingValues.ts'
import { calledNameRule, nameRules, speakerNameRule } from '../rules/nameRules.ts'
import { pairedParameterRules } from '../rules/pairedParameterRules.ts'
import { partSourceRules } from '../rules/partSourceRules.ts'
import { OPENAI } from '../provider.ts'
import { requestDialectOf } from '../../requestDialect.ts'
import { oneModel, oneUrl, requestLimit, sizeLimit } from '../../common/requestParts.ts'
import { nullCallsRule, requestNullRule } from '../rules/nullRules.ts'
import { requestArgumentRules } from '../rules/argumentRules.ts'
import { requestRules } from '../rules/requestRules.ts'
import { PROMPTS_END, responsesRules } from '../rules/responsesRules.ts'
import { requestCallRules } from '../rules/chatCallRules.ts'
import { chosenToolRules } from '../rules/chosenToolRules.ts'
import { jsonWordRules } from '../rules/jsonWordRules.ts'
import { responsesCallRules } from '../rules/responsesCallRules.ts'
import { toolChoiceRules } from '../rules/toolChoiceRules.ts'
import { schemaRules } from '../rules/schemaRules.ts'
import { batchInputExamples } from '../examples/batchInput.ts'
import { msg, verbatim } from '../../../i18n/message.ts'

export const format = defineFormat({
  id: 'batchInput',
  title: msg('OpenAI batch input'),
  summary: msg('Requests for the Batch API: custom_id, method, url and body.'),
  // https://platform.openai.com/docs/guides/batch
  provider: OPENAI,
  tokens: 'requests',
  role: 'request',
  recognise: (value) => requestDialectOf(value) === 'openai',
  schema: batchLine,
  fallbackSchema: batchLineOfUnknownUrl,
  aboutUnknownKeys: REFUSES_UNKNOWN,
  severities: {
    // Only in the descriptions of the API, and gateways differ.
    'too-big:body.tools[].function.name': 'warning',
    'too-big:body.functions[].name': 'warning',
    'too-big:body.response_format.json_schema.name': 'warning',
    'too-big:body.text.format.name': 'warning',
  },
  presenceRules: [bareBody, ...misnamedKeys, ...misplacedKeys, ...deprecatedKeys, absentSchema],
  lineRules: [
    ...urlRules,
    ...customIdRules,
    ...requestRules,
    ...pairedParameterRules,
    ...toolChoiceRules,
    ...chosenToolRules,
    ...requestCallRules,
    ...responsesRules,
    ...responsesCallRules,
    ...jsonWordRules,
    ...imageBodyRules,
    ...imageFormatRules,
    assistantContentRule(['body']),
    requestNullRule,
    nullCallsRule,
    ...schemaRules,
    ...nameRules,
    calledNameRule,
    speakerNameRule,
    ...imageRules,
    ...imageDataRules,
    ...partSourceRules,
    ...requestArgumentRules,
    nestedToolRule,
    flatToolRule,
    ...modelRules,
    ...effortRules,
    ...embeddingRules,
    ...modelEndRules,
  ],
  changesOn: [...modelEndChanges, PROMPTS_END],
  knownAsOf: msg('{day} (allowed values: {sdkDay})', {
    day: MOVING_VALUES_DATE,
    sdkDay: SDK_DATE,
  }),
  key: customIdKey,
  uniform: [oneModel, oneUrl],
  limits: [
    requestLimit(MAX_BATCH_REQUESTS),
    sizeLimit(MAX_BATCH_BYTES, SAFE_BATCH_BYTES),
    {
      code: 'too-many-inputs',
      of: 'items',
      title: msg('Too many embedding inputs'),
      errorAbove: MAX_BATCH_INPUTS,
      label: msg('Embedding inputs'),
      message: (used, limit) =>
        msg(
          'The file has {used, number} embedding inputs; the limit is {limit, number}. Split it into several files.',
          { used, limit },
        ),
    },
  ],
  itemsPath: ['body', 'input'],
  countItems: (value) =>
    isObject(value) && value['url'] === EMBEDDINGS ? countEmbeddingInputs(value['body']) : 0,
  byteOrderMark: 'error',
  apiCodes: OPENAI_CODES,
  // Recorded: 400 "Invalid file format for Batch API. Must be .jsonl".
  fileExtension: '.jsonl',
  columns: [
    { id: 'customId', title: verbatim('custom_id'), paths: [['custom_id']], width: 180 },
    { id: 'model', title: verbatim('model'), paths: [['body', 'model']], width: 140 },
    { id: 'url', title: verbatim('url'), paths: [['url']], width: 170 },
    {
      id: 'preview',
      title: msg('Preview'),
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
