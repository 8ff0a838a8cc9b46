// Gemini's batch files, and Vertex AI's, whose lines have no key: a result there holds its request, by
// which it is joined, and whatever else was in the line: a key of the user's own, as `custom_id`.
import { isObject } from '../../json/jsonPath.ts'
import type { AnswerContent } from '../../pairing/answerReading.ts'
import { codeWithout, readFailure } from '../../pairing/failure.ts'
import type { ApiFailure } from '../../pairing/failure.ts'
import { field, filledText, hasField } from '../../pairing/jsonReading.ts'
import { contentOf } from '../../pairing/bodyReading.ts'
import { isOfGemini, readGenerateAnswer, readGenerateRequest } from './geminiContent.ts'
import { defineProvider } from '../../pairing/defineProvider.ts'
import { msg } from '../../i18n/message.ts'

const OUTCOME_KEYS = ['response', 'error', 'status']

export const provider = defineProvider({
  id: 'gemini',
  title: msg('Gemini Batch API and Vertex AI'),
  // https://ai.google.dev/gemini-api/docs/batch-api
  requestKeyPath: ['key'],
  resultKeyPath: ['key'],
  otherKeyPath: ['custom_id'],
  echoPath: ['request'],
  requestBodyPath: ['request'],
  resultBodyPaths: [['response'], ['error'], ['status']],
  hasOneModelPerBatch: true,
  // 2 GB, by any reading; the number of requests is limited by tokens in the queue alone.
  requestFileLimits: { bytes: 2_000_000_000 },

  isRequest: (record) =>
    hasField(record, 'request') &&
    !OUTCOME_KEYS.some((key) => hasField(record, key)) &&
    (!hasField(record, 'custom_id') || isOfGemini(record)),

  isResult: (record) =>
    (hasField(record, 'key') || hasField(record, 'request')) &&
    OUTCOME_KEYS.some((key) => hasField(record, key)) &&
    (!hasField(record, 'custom_id') || isOfGemini(record)),

  readRequest(record) {
    const request = field(record, 'request')
    // The job names the model; a line may all the same.
    const modelPath = hasField(request, 'model') ? ['request', 'model'] : undefined
    return contentOf(readGenerateRequest(request), ['request'], { modelPath, url: undefined })
  },

  readAnswer(record): AnswerContent {
    const response = field(record, 'response')
    const failure =
      readRpcFailure(field(record, 'error')) ??
      readStatus(field(record, 'status')) ??
      readRpcFailure(field(response, 'error'))
    const isSuccess = isObject(response) && !failure
    const read = readGenerateAnswer(response)
    return {
      status: failure?.status,
      isSuccess,
      errorCode: isSuccess
        ? undefined
        : (failure?.code ?? codeWithout(failure?.status, isObject(response))),
      errorMessage: failure?.message,
      ...read,
      requestId: filledText(field(response, 'responseId')),
    }
  },
})

interface RpcFailure extends ApiFailure {
  /** HTTP status. */
  readonly status: number | undefined
}

/** Names of google.rpc.Code by number; 0 is OK. */
const RPC_CODES: readonly string[] = [
  'OK',
  'CANCELLED',
  'UNKNOWN',
  'INVALID_ARGUMENT',
  'DEADLINE_EXCEEDED',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'PERMISSION_DENIED',
  'RESOURCE_EXHAUSTED',
  'FAILED_PRECONDITION',
  'ABORTED',
  'OUT_OF_RANGE',
  'UNIMPLEMENTED',
  'INTERNAL',
  'UNAVAILABLE',
  'DATA_LOSS',
  'UNAUTHENTICATED',
]

/** A code is a number of google.rpc or an HTTP status; `{"code":0}` is a status of success. */
function readRpcFailure(error: unknown): RpcFailure | undefined {
  const failure = readFailure(error)
  const number = field(error, 'code')
  if (!failure || number === 0) return undefined
  if (typeof number !== 'number') return { ...failure, status: undefined }
  const name = filledText(field(error, 'status')) ?? RPC_CODES[number] ?? failure.code
  return { ...failure, code: name, status: number >= 100 ? number : undefined }
}

/** Vertex: a text, empty on success, in which the HTTP error stands as JSON; or a status as above. */
function readStatus(status: unknown): RpcFailure | undefined {
  if (typeof status !== 'string') return readRpcFailure(status)
  if (status === '') return undefined
  const from = status.indexOf('{')
  try {
    const inner = readRpcFailure(field(JSON.parse(status.slice(Math.max(from, 0))), 'error'))
    if (inner) return inner
  } catch {
    // A sentence, then.
  }
  return { code: undefined, message: status, status: undefined }
}
