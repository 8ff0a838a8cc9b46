// What a batch's status, its end and its errors mean, in words: what happened, what is billed, and what
// to do next. Status words and codes as batch-format.md §3.2 and §3.3 have them.
import { type Message, msg, sentences, verbatim } from '../i18n/message.ts'
import type { Batch, BatchError, BatchStatus } from './batchObject.ts'

const WORDS: Readonly<Record<BatchStatus, Message>> = {
  validating: msg('Validating'),
  failed: msg('Failed'),
  in_progress: msg('In progress'),
  finalizing: msg('Finalizing'),
  completed: msg('Completed'),
  expired: msg('Expired'),
  cancelling: msg('Cancelling'),
  cancelled: msg('Cancelled'),
}

const MEANINGS: Readonly<Record<BatchStatus, Message>> = {
  validating: msg('The API checks the file before it runs anything.'),
  failed: msg('The API refused the batch. No request was sent, and nothing is billed.'),
  in_progress: msg('Requests are being answered. This takes up to 24 hours.'),
  finalizing: msg('All requests are done, and the result files are being written.'),
  completed: msg('The batch has ended, and its results can be opened.'),
  expired: msg('24 hours passed before all requests were answered.'),
  cancelling: msg('Requests under way are finished first. This takes up to 10 minutes.'),
  cancelled: msg('The batch was cancelled.'),
}

function isStatus(status: string): status is BatchStatus {
  return Object.hasOwn(WORDS, status)
}

/** 'In progress'; a word that is not known as the API has it. */
export function statusWord(status: Batch['status']): Message {
  return isStatus(status) ? WORDS[status] : verbatim(status)
}

/** A sentence. */
export function statusMeaning(status: Batch['status']): Message {
  if (isStatus(status)) return MEANINGS[status]
  return msg('The API calls this “{status}”, which is no status of OpenAI’s.', { status })
}

/** It failed at once since the account has too many tokens waiting: nothing is wrong with it. */
export function isQueueFull({ status, errors }: Pick<Batch, 'status' | 'errors'>): boolean {
  return status === 'failed' && errors.some(({ code }) => code === 'token_limit_exceeded')
}

/** What an end leaves, and what to do about it. Undefined where all went well, or it goes on. */
export function explainEnd(batch: Batch): Message | undefined {
  switch (batch.status) {
    case 'completed':
      return explainCompleted(batch)
    case 'expired':
      return sentences(
        MEANINGS.expired,
        batch.outputFileId === undefined
          ? msg('No request was answered in time. Send them again; a smaller batch may be faster.')
          : msg(
              '{completed, number} of {total, number} were: their answers are in the output file, and are billed. Retry the others.',
              batch.counts,
            ),
      )
    case 'cancelled':
      return batch.outputFileId === undefined
        ? msg('The batch was cancelled before any request was answered.')
        : msg(
            'The batch was cancelled. {completed, number} of {total, number} requests were answered before: their answers are in the output file, and are billed.',
            batch.counts,
          )
    case 'failed':
      return isQueueFull(batch) ? QUEUE_FULL : explainFailed(batch)
    // It goes on, or the status is none of OpenAI's.
    case 'validating':
    case 'in_progress':
    case 'finalizing':
    case 'cancelling':
    default:
      return undefined
  }
}

const QUEUE_FULL = msg(
  'As many tokens are waiting in batches as your account may have at a time. No request was sent, and nothing is billed.',
)

/** By OpenAI a batch fails before its first request; other servers fail in the middle of one, too. */
function explainFailed({ outputFileId, errorFileId, counts }: Batch): Message {
  if (outputFileId !== undefined) {
    return msg(
      'The batch failed. {completed, number} of {total, number} requests were answered before: their answers are in the output file, and are billed.',
      counts,
    )
  }
  return errorFileId === undefined
    ? MEANINGS.failed
    : msg('The batch failed before any request was answered. The error file says why.')
}

function explainCompleted({ outputFileId, errorFileId, counts }: Batch): Message | undefined {
  const { total, completed, failed } = counts
  if (outputFileId === undefined && errorFileId === undefined) {
    return total === 0
      ? msg('The batch is completed and has no results: there was no request in it.')
      : msg(
          'The batch is completed, but the API names no file with results. Look again in some minutes; then ask whoever runs the API, with the id of the batch.',
        )
  }
  if (outputFileId === undefined) {
    return msg(
      'Every request failed, so there is no output file. The error file says why for each of them.',
    )
  }
  if (failed > 0 && errorFileId === undefined) {
    return msg(
      '{failed, plural, one {# request failed} other {# requests failed}}, but the API left no error file. They show as missing, and can be sent again.',
      { failed },
    )
  }
  if (failed > 0) {
    return msg(
      '{failed, number} of {total, number} requests failed. The error file says why for each of them.',
      { failed, total },
    )
  }
  const lost = total - completed
  if (lost > 0) {
    return msg(
      '{lost, plural, one {# request has} other {# requests have}} neither an answer nor an error by the counts of the API. Open the results to see which.',
      { lost },
    )
  }
  return undefined
}

/** By code of `errors.data`, what is wrong and what to do. */
const CODES: Readonly<Record<string, Message>> = {
  invalid_json_line: msg('The API could not read the line as JSON.'),
  missing_required_parameter: msg('The line lacks a key that every request needs.'),
  invalid_url: msg('The url of the line is not the endpoint of the batch.'),
  url_mismatch: msg('The url of the line is not the endpoint of the batch.'),
  streaming_unsupported: msg('A batch does not stream. Remove "stream" from the body.'),
  model_not_found: msg(
    'The model is unknown, cannot be used in batches, or is not open to your project.',
  ),
  duplicate_custom_id: msg('Another line has the same custom_id. Each must be there once.'),
  mismatched_model: msg('The line names another model than the lines before. Use one for a file.'),
  model_mismatch: msg('The line names another model than the lines before. Use one for a file.'),
  token_limit_exceeded: QUEUE_FULL,
  empty_file: msg('There is no request in the file.'),
  too_many_tasks: msg('There are more requests in the file than a batch may have.'),
  file_not_found: msg('The API does not find the file that the batch was made of.'),
}

/** One entry of `errors.data`: what it means, and the API's own words. */
export function explainError({ code, message, param }: BatchError): Message {
  const isAboutFile = param === 'file_id' || param === 'input_file_id'
  const meaning = isAboutFile
    ? CODES['file_not_found']
    : code !== undefined && Object.hasOwn(CODES, code)
      ? CODES[code]
      : undefined
  const words = message.trim() === '' ? code : message.trim()
  if (meaning === undefined) {
    return words === undefined ? msg('The API does not say why.') : verbatim(words)
  }
  return words === undefined ? meaning : sentences(meaning, msg('It says: “{words}”', { words }))
}
