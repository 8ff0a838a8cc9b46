// Rows from lines of text, read with a provider the way documents are: for examples and properties.
import { present } from '../../../base/assert.ts'
import { verbatim } from '../../../i18n/message.ts'
import type { Outcome } from '../../../pairing/outcome.ts'
import type { AnswerClass, RequestClass } from '../../../pairing/pairLines.ts'
import { echoIn } from '../../../pairing/echoedRequest.ts'
import { findProvider } from '../../../pairing/providerRegistry.ts'
import { readKey } from '../../../pairing/recordKey.ts'
import type { RecordKey } from '../../../pairing/recordKey.ts'
import { checkUsability } from '../../../pairing/usability.ts'
import { answerLine, requestOfLine } from '../exportRow.ts'
import type { ExportRow } from '../exportRow.ts'

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export function exampleRow(
  [requestText, answerText]: readonly [request: string | undefined, answer: string | undefined],
  providerId = 'openai',
): ExportRow {
  const provider = present(findProvider(providerId), providerId)
  const { requestKeyPath, resultKeyPath } = provider
  const request =
    requestText === undefined
      ? undefined
      : requestOfLine(bytesOf(requestText), { provider, keyPath: requestKeyPath })
  const answer =
    answerText === undefined
      ? undefined
      : answerLine(bytesOf(answerText), { provider, keyPath: resultKeyPath })
  const read = answer?.content
  const [first] = read?.answers ?? []
  const unusable = read && checkUsability(read, request?.content?.wantsJson, undefined)[0]?.reason
  const requestClass: RequestClass | undefined = request && {
    isBroken: request.content === undefined,
    model: request.content?.model,
    wantsJson: request.content?.wantsJson !== undefined,
  }
  const answerClass: AnswerClass | undefined = answer && {
    isBroken: read === undefined,
    isSuccess: read?.isSuccess ?? false,
    status: read?.status,
    errorCode: read ? read.errorCode : 'broken_line',
    errorMessage: read?.errorMessage === undefined ? undefined : verbatim(read.errorMessage),
    finishReason: first?.finishReason,
    ending: first?.ending ?? 'unknown',
    model: read?.model,
    unusable,
    hasText: first?.text !== undefined,
    statesUsage: read?.usage !== undefined,
  }
  const key = keyOf(request, answer)
  return {
    key,
    keyByteLength: key.kind === 'missing' ? 0 : bytesOf(key.text).length,
    isEchoed: isEchoed(request, answer),
    outcome: outcomeOf(requestClass, answerClass),
    unusable,
    requestProvider: request && provider,
    requestClass,
    answerClass,
    tokens: read?.usage,
    request,
    answer,
  }
}

function keyOf(request: ExportRow['request'], answer: ExportRow['answer']): RecordKey {
  const line = request?.isJson ? request : answer
  return line?.isJson ? readKey(line.record, line.keyPath) : { kind: 'missing' }
}

function isEchoed(request: ExportRow['request'], answer: ExportRow['answer']): boolean {
  const line = request?.isJson ? request : answer
  return line?.isJson === true && echoIn(line.provider, line.record, line.keyPath) !== undefined
}

function outcomeOf(request: RequestClass | undefined, answer: AnswerClass | undefined): Outcome {
  if (!request) return 'unexpected'
  if (!answer) return 'missing'
  return answer.isSuccess ? 'succeeded' : 'failed'
}
