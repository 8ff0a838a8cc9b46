// Input of Amazon Bedrock's batch inference: the job names the model, and modelInput is a body of
// that model or of Converse. Source: docs.aws.amazon.com, batch-inference-data.
import { defineFormat } from '../../../formats/defineFormat.ts'
import { BEDROCK } from '../provider.ts'
import { requestDialectOf } from '../../requestDialect.ts'
import { CHOOSE, requestsFor } from '../../common/requestParts.ts'
import { z } from '../../../formats/zod.ts'
import { msg, verbatim } from '../../../i18n/message.ts'

const LINE =
  '{"recordId":"REC0000001","modelInput":{"messages":[{"role":"user","content":"Hi"}],"max_tokens":16}}'

export const format = defineFormat({
  id: 'bedrockBatchInput',
  title: msg('Amazon Bedrock batch input'),
  summary: msg('Records for batch inference: recordId and modelInput.'),
  // https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-data.html
  provider: BEDROCK,
  variantOf: 'batchInput',
  recognisedAs: requestsFor(BEDROCK.name, CHOOSE),
  role: 'request',
  recognise: (value) => requestDialectOf(value) === 'bedrock',
  schema: z.looseObject({ recordId: z.string().min(1).optional(), modelInput: z.looseObject({}) }),
  presenceRules: [
    {
      code: 'bedrock-model-id',
      severity: 'warning',
      title: msg('modelId inside modelInput'),
      message: msg(
        'The job names the model, and models refuse "modelId" as a parameter. Remove it from modelInput.',
      ),
      at: ['modelInput'],
      has: ['modelId'],
    },
  ],
  key: {
    path: ['recordId'],
    code: 'duplicate-record-id',
    title: msg('Duplicate recordId'),
    firstCode: 'record-id-repeated',
    firstTitle: msg('recordId is repeated below'),
  },
  byteOrderMark: 'warning',
  columns: [
    { id: 'recordId', title: verbatim('recordId'), paths: [['recordId']], width: 180 },
    {
      id: 'preview',
      title: msg('Preview'),
      paths: [
        ['modelInput', 'messages', -1, 'content', 0, 'text'],
        ['modelInput', 'messages', -1, 'content'],
        ['modelInput', 'prompt'],
        ['modelInput', 'inputText'],
        ['modelInput'],
      ],
    },
  ],
  examples: {
    valid: [LINE, '{"modelInput":{"inputText":"Hi"}}'],
    invalid: [
      { line: '{"recordId":"a","modelInput":"Hi"}', codes: ['type:modelInput'] },
      { line: '{"recordId":"a"}', codes: ['missing:modelInput'] },
      {
        line: LINE.replace('"max_tokens"', '"modelId":"m","max_tokens"'),
        codes: ['bedrock-model-id'],
      },
    ],
  },
})
