// Anthropic's Message Batches. The API takes all requests in one body; in files people keep one a line.
import { isObject } from '../../../json/jsonPath.ts'
import type { AnswerContent } from '../../answerReading.ts'
import { codeWithout, readFailure } from '../../failure.ts'
import { field, filledText, hasField } from '../../jsonReading.ts'
import { readMessagesAnswer, readMessagesRequest } from '../bodies/anthropicMessages.ts'
import { contentOf } from '../bodies/bodyReading.ts'
import { defineProvider } from '../defineProvider.ts'

export const provider = defineProvider({
  id: 'anthropic',
  title: 'Anthropic Message Batches',
  docsUrl: 'https://platform.claude.com/docs/en/build-with-claude/batch-processing',
  requestKeyPath: ['custom_id'],
  resultKeyPath: ['custom_id'],
  requestBodyPath: ['params'],
  resultBodyPaths: [
    ['result', 'message'],
    ['result', 'error'],
  ],
  hasOneModelPerBatch: false,

  isRequest: (record) =>
    isObject(record) && hasField(record, 'params') && !hasField(record, 'result'),

  isResult: (record) => hasField(record, 'custom_id') && hasField(record, 'result'),

  readRequest: (record) =>
    contentOf(readMessagesRequest(field(record, 'params')), ['params'], {
      modelPath: ['params', 'model'],
      url: undefined,
    }),

  readAnswer(record): AnswerContent {
    const result = field(record, 'result')
    const type = filledText(field(result, 'type'))
    const message = field(result, 'message')
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
