// OpenAI's Batch API, and everyone who writes its lines: Azure, Groq, DashScope, vLLM and local
// runners; and those who leave method and url to the job: Mistral, Together, Fireworks, Novita.
import { isObject } from '../../json/jsonPath.ts'
import type { AnswerContent } from '../../pairing/answerReading.ts'
import { codeWithout, mergeFailures, readFailure } from '../../pairing/failure.ts'
import { field, filledText, hasField, textField } from '../../pairing/jsonReading.ts'
import { contentOf } from '../../pairing/bodyReading.ts'
import { readOpenAiAnswer, readOpenAiRequest } from './bodies/openaiBody.ts'
import { defineProvider } from '../../pairing/defineProvider.ts'
import { MAX_BATCH_INPUTS, MAX_BATCH_REQUESTS, MAX_CUSTOM_ID, SAFE_BATCH_BYTES } from './limits.ts'
import { msg } from '../../i18n/message.ts'

export const provider = defineProvider({
  id: 'openai',
  title: msg('OpenAI Batch API and compatible ones'),
  // https://platform.openai.com/docs/guides/batch
  requestKeyPath: ['custom_id'],
  resultKeyPath: ['custom_id'],
  requestBodyPath: ['body'],
  resultBodyPaths: [['response', 'body'], ['response'], ['error'], ['choices'], ['output']],
  isFlatResult: isFlat,
  hasOneModelPerBatch: true,
  requestFileLimits: {
    requests: MAX_BATCH_REQUESTS,
    bytes: SAFE_BATCH_BYTES,
    inputs: MAX_BATCH_INPUTS,
    keyLength: MAX_CUSTOM_ID,
  },
  isAskedLast: true,

  isRequest(record) {
    if (!isObject(record) || hasField(record, 'response')) return false
    // A line that lost its id is a request all the same.
    return ['method', 'url', 'body'].filter((key) => hasField(record, key)).length >= 2
      ? true
      : hasField(record, 'custom_id') && hasField(record, 'body')
  },

  isResult(record) {
    if (!isObject(record) || !hasField(record, 'custom_id')) return false
    if (['body', 'method'].some((key) => hasField(record, key))) return false
    return hasField(record, 'response') || hasField(record, 'error') || isFlat(record)
  },

  readRequest(record) {
    const body = field(record, 'body')
    const url = textField(record, 'url')
    return contentOf(readOpenAiRequest(url, body), ['body'], { modelPath: ['body', 'model'], url })
  },

  readAnswer(record): AnswerContent {
    const response = field(record, 'response')
    const status = statusOf(field(response, 'status_code'))
    const body = isFlat(record) ? record : bodyOf(response)
    const read = readOpenAiAnswer(body)
    const failure = mergeFailures([readFailure(field(record, 'error')), bodyFailure(status, body)])
    const isAnswered = isObject(body) && (status === undefined || status === 200)
    const isSuccess = isAnswered && !failure && !read.failure
    const said = mergeFailures([failure, read.failure])
    return {
      status,
      isSuccess,
      errorCode: isSuccess ? undefined : (said?.code ?? codeWithout(status, isObject(response))),
      errorMessage: isSuccess ? undefined : said?.message,
      model: read.model,
      answers: read.answers,
      usage: read.usage,
      requestId: filledText(field(response, 'request_id')),
    }
  },
})

/** A script kept the API's answer beside the id, and nothing around it. */
function isFlat(record: unknown): boolean {
  return !hasField(record, 'response') && ['choices', 'output'].some((key) => isList(record, key))
}

function isList(record: unknown, key: string): boolean {
  return Array.isArray(field(record, key))
}

/** Some runners write the status as text. */
function statusOf(status: unknown): number | undefined {
  if (typeof status === 'number') return status
  return typeof status === 'string' && /^\d{1,3}$/.test(status) ? Number(status) : undefined
}

/** Fireworks puts the API's body right where others wrap it with its status. */
function bodyOf(response: unknown): unknown {
  if (hasField(response, 'body')) return field(response, 'body')
  return hasField(response, 'choices') || hasField(response, 'data') ? response : undefined
}

/**
 * OpenAI gives the details of an HTTP error in the body and leaves the error beside it null. With a
 * good status a body's `error` counts only where there is no answer: Responses always have the key.
 */
function bodyFailure(status: number | undefined, body: unknown) {
  const isGood = status === undefined || status === 200
  if (typeof body === 'string') return isGood ? undefined : readFailure(body)
  if (isGood && ['choices', 'output', 'data', 'results'].some((key) => hasField(body, key))) {
    return undefined
  }
  const failure = readFailure(field(body, 'error'))
  // Some servers send the error itself for a body: {"message": …, "code": …}.
  return failure ?? (isGood ? undefined : readFailure(body))
}
