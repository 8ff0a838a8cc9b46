// Batch inference of Amazon Bedrock: a result is its request with the answer, or the error, beside it.
import { isObject } from '../../json/jsonPath.ts'
import type { AnswerContent } from '../../pairing/answerReading.ts'
import { codeWithout, readFailure } from '../../pairing/failure.ts'
import { countField, field, filledText, hasField } from '../../pairing/jsonReading.ts'
import { readBedrockAnswer, readBedrockRequest } from './bedrockBody.ts'
import { contentOf } from '../../pairing/bodyReading.ts'
import { defineProvider } from '../../pairing/defineProvider.ts'
import { msg } from '../../i18n/message.ts'

const OUTCOME_KEYS = ['modelOutput', 'error']

export const provider = defineProvider({
  id: 'bedrock',
  title: msg('Amazon Bedrock batch inference'),
  // https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference.html
  requestKeyPath: ['recordId'],
  resultKeyPath: ['recordId'],
  requestBodyPath: ['modelInput'],
  resultBodyPaths: [['modelOutput'], ['error']],
  hasOneModelPerBatch: true,
  // Quotas of an account and a model, which AWS states in its console alone; these are what other
  // providers take.
  requestFileLimits: { requests: 50_000, bytes: 200_000_000, keyLength: 512 },

  isRequest: (record) =>
    hasField(record, 'modelInput') && !OUTCOME_KEYS.some((key) => hasField(record, key)),

  isResult: (record) =>
    (hasField(record, 'modelInput') || hasField(record, 'recordId')) &&
    OUTCOME_KEYS.some((key) => hasField(record, key)),

  readRequest: (record) =>
    // The job names the model.
    contentOf(readBedrockRequest(field(record, 'modelInput')), ['modelInput'], {
      modelPath: undefined,
      url: undefined,
    }),

  readAnswer(record): AnswerContent {
    const output = field(record, 'modelOutput')
    const error = field(record, 'error')
    const isSuccess = isObject(output) && !readFailure(error)
    const code = field(error, 'errorCode')
    const status = countField(error, 'errorCode')
    const failure = readFailure(error)
    return {
      status,
      isSuccess,
      errorCode: isSuccess
        ? undefined
        : (filledText(code) ?? failure?.code ?? codeWithout(status, isObject(output))),
      errorMessage: isSuccess
        ? undefined
        : (filledText(field(error, 'errorMessage')) ?? failure?.message),
      ...readBedrockAnswer(output),
      requestId: undefined,
    }
  },
})
