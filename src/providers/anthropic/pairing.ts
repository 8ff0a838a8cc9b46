// Anthropic's Message Batches. The API takes all requests in one body; in files people keep one a line.
import { isObject } from '../../json/jsonPath.ts'
import type { AnswerContent } from '../../pairing/answerReading.ts'
import { codeWithout, readFailure } from '../../pairing/failure.ts'
import { field, filledText, hasField } from '../../pairing/jsonReading.ts'
import { readMessagesAnswer, readMessagesRequest } from './messages.ts'
import { contentOf } from '../../pairing/bodyReading.ts'
import { defineProvider } from '../../pairing/defineProvider.ts'
import { msg } from '../../i18n/message.ts'

export const provider = defineProvider({
  id: 'anthropic',
  title: msg('Anthropic Message Batches'),
  // https://platform.claude.com/docs/en/build-with-claude/batch-processing
  requestKeyPath: ['custom_id'],
  resultKeyPath: ['custom_id'],
  requestBodyPath: ['params'],
  resultBodyPaths: [
    ['result', 'message'],
    ['result', 'error'],
    ['message'],
    ['content'],
    ['error'],
  ],
  hasOneModelPerBatch: false,
  // 256 MB, by any reading.
  requestFileLimits: { requests: 100_000, bytes: 256_000_000, keyLength: 64 },

  isRequest: (record) =>
    isObject(record) &&
    hasField(record, 'params') &&
    !hasField(record, 'result') &&
    !isFlat(record),

  isResult: (record) =>
    hasField(record, 'custom_id') && (hasField(record, 'result') || isFlat(record)),

  isFlatResult: isFlat,

  readRequest: (record) =>
    contentOf(readMessagesRequest(field(record, 'params')), ['params'], {
      modelPath: ['params', 'model'],
      url: undefined,
    }),

  readAnswer(record): AnswerContent {
    const result = isFlat(record) ? record : field(record, 'result')
    const type = filledText(field(result, 'type'))
    const message = messageOf(result)
    const isSuccess = type === 'succeeded' && isObject(message)
    const error = field(result, 'error')
    const failure = readFailure(error)
    // `canceled` and `expired` say all there is to say.
    const ending = type === 'errored' || type === 'succeeded' ? undefined : type
    return {
      status: undefined,
      isSuccess,
      errorCode: isSuccess
        ? undefined
        : (failure?.code ?? ending ?? codeWithout(undefined, isObject(result))),
      errorMessage: isSuccess ? undefined : failure?.message,
      ...(isSuccess
        ? readMessagesAnswer(message)
        : { model: undefined, answers: [], usage: undefined }),
      requestId: filledText(field(error, 'request_id')),
    }
  },
})

const ENDS = ['succeeded', 'errored', 'canceled', 'expired']

/** A script took what is inside the result out of it: `{custom_id, type, content}`. */
function isFlat(record: unknown): boolean {
  return !hasField(record, 'result') && ENDS.includes(filledText(field(record, 'type')) ?? '')
}

/** Of a flat result, the members of the message may stand beside its type. */
function messageOf(result: unknown): unknown {
  const message = field(result, 'message')
  return isObject(message) || !hasField(result, 'content') ? message : result
}
