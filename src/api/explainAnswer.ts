// What an answer that is no success means: the likelier cause first, what to do, and the API's own
// words. Which status it gives for what: batch-format.md §3.4, and OpenAI's guide to error codes.
import { cutText } from '../base/cutText.ts'
import { type Failure, failureOf } from '../base/failures.ts'
import { parseApiError } from '../batch/parseBatch.ts'
import { duration, type Message, msg, sentences } from '../i18n/message.ts'
import { type Connection, hostOf } from './connection.ts'
import type { Answer } from './exchange.ts'
import { jsonOf } from './jsonOf.ts'
import { isOutOfMoney } from './repeats.ts'

/** What was asked for; a 404 means something else for each. */
export type Subject =
  | 'list'
  | 'models'
  | 'file'
  | 'content'
  | 'batch'
  | 'cancel'
  | 'upload'
  | 'start'
  | 'line'

/** Code units of the API's own words. */
const WORDS_LIMIT = 500

export function failureOfAnswer(answer: Answer, subject: Subject, connection: Connection): Failure {
  const status = String(answer.status)
  const said = parseApiError(jsonOf(answer.text))
  const code = said?.code ?? ''
  const words = wordsOf(answer, connection)
  const about = `${code} ${words ?? ''}`
  const tell = (failureCode: Failure['code'], message: Message): Failure =>
    failureOf(failureCode, withWords(message, words))

  switch (answer.status) {
    case 401:
      if (connection.key.isEmpty) {
        return tell(
          'api-key-refused',
          msg('{host} wants a key ({status}), and there is none. Type it in the first step.', {
            host: hostOf(connection),
            status,
          }),
        )
      }
      if (/scope|permission/i.test(about)) return tell('api-not-allowed', noScope(status))
      if (/organization|project/i.test(about)) return tell('api-key-refused', wrongIds(status))
      return tell(
        'api-key-refused',
        msg(
          'The API does not accept the key ({status}). Most likely it is incomplete, was deleted, or belongs to another server than {host}. Copy it again, or make a new one.',
          { status, host: hostOf(connection) },
        ),
      )
    case 403:
      return tell('api-not-allowed', whyForbidden(status, about, said !== undefined))
    case 404:
      return tell('api-not-found', whatIsMissing(status, subject, said !== undefined))
    case 405:
    case 501:
      return tell(
        // A call that is missing tells nothing of the file that it was about.
        subject === 'start' || subject === 'file' ? 'api-refused' : 'api-not-found',
        msg('This server does not know the call ({status}). Most likely it has no Batch API.', {
          status,
        }),
      )
    case 408:
      return tell(
        'api-timeout',
        msg('The server gave up waiting for the request ({status}). Try again.', { status }),
      )
    case 409:
      return tell(
        'api-conflict',
        subject === 'cancel'
          ? msg('The batch cannot be cancelled any more ({status}): it has ended.', { status })
          : msg(
              'This does not fit the state that things are in at the API ({status}). Most likely it was changed elsewhere meanwhile: load the list again.',
              { status },
            ),
      )
    case 413:
      return tell('api-too-large', tooLarge(status))
    case 429:
      if (isOutOfMoney(answer.text)) return tell('api-no-credit', outOfMoney(status))
      if (isOfQueue(about)) return tell('api-queue-full', queueFull(status))
      return tell('api-rate-limit', whyNotNow(answer, about, status))
  }
  if (answer.status < 300 && subject === 'models') {
    return failureOf(
      'api-refused',
      msg(
        '{host} answered with something other than a list of models, so which ones it offers is not known. Batches may run all the same: try a line first.',
        { host: hostOf(connection) },
      ),
    )
  }
  if (answer.status < 300) {
    return failureOf(
      'api-refused',
      msg(
        'What answers at {host} is not this API: its answer cannot be read. Most likely the base URL is not quite right; that of OpenAI ends with /v1.',
        { host: hostOf(connection) },
      ),
    )
  }
  if (answer.status >= 500)
    return tell(
      'api-server',
      msg(
        'The server failed ({status}). That is on its side and mostly passes: try again in some minutes.',
        { status },
      ),
    )
  if (isOutOfMoney(answer.text)) return tell('api-no-credit', outOfMoney(status))
  if (subject === 'start' && isOfQueue(about)) return tell('api-queue-full', queueFull(status))
  if (/too (large|big)/i.test(about)) return tell('api-too-large', tooLarge(status))
  return tell('api-refused', msg('The API refused this ({status}).', { status }))
}

export function redirectFailure(connection: Connection): Failure {
  return failureOf(
    'api-refused',
    msg(
      'The server names another address to ask at, and nothing was sent there. Most likely the base URL {baseUrl} is not quite right: look it up and enter it in full.',
      { baseUrl: connection.key.hideIn(connection.baseUrl) },
    ),
  )
}

/** An id that would lead elsewhere when it is a part of an address. */
export function badIdFailure(): Failure {
  return failureOf(
    'api-refused',
    msg('What should be the id of a file or batch is not one, so nothing was sent.'),
  )
}

/** The API's own words, without the key, in one paragraph; undefined where it says nothing for people. */
export function wordsOf(answer: Answer, { key }: Connection): string | undefined {
  const json = jsonOf(answer.text)
  // A page of HTML says nothing that could be shown in a sentence.
  const plain = json === undefined && !/^\s*</.test(answer.text) ? answer.text : undefined
  const said = parseApiError(json)
  const text = (said?.message || said?.code || plain || '').replace(/\s+/g, ' ').trim()
  return text === '' ? undefined : cutText(key.hideIn(text), WORDS_LIMIT)
}

function withWords(message: Message, words: string | undefined): Message {
  return words === undefined ? message : sentences(message, msg('It says: “{words}”', { words }))
}

function noScope(status: string): Message {
  return msg(
    'The key may not do this ({status}). Most likely it is a restricted one: it needs to read and write files and batches, and to list models.',
    { status },
  )
}

function wrongIds(status: string): Message {
  return msg(
    'The API does not accept the key together with the organisation or project ({status}). Most likely the ids belong to another account: leave both fields empty, or copy them from the settings.',
    { status },
  )
}

function whyForbidden(status: string, about: string, isOfApi: boolean): Message {
  if (/country|region|territory/i.test(about)) {
    return msg(
      'The API does not serve the country or region that this connection comes from ({status}). A VPN may be the reason.',
      { status },
    )
  }
  if (!isOfApi) {
    return msg(
      'Something in front of the API refused this ({status}): most likely a firewall, a VPN or a protection against robots. Try another network, or the ready-made commands.',
      { status },
    )
  }
  if (/model/i.test(about)) {
    return msg(
      'This project may not use the model ({status}). Choose another one, or allow it in the settings of the project.',
      { status },
    )
  }
  return msg(
    'The key is known and may not do this ({status}). Most likely its project or its permissions do not allow it; a restricted key needs files, batches and models.',
    { status },
  )
}

function whatIsMissing(status: string, subject: Subject, isOfApi: boolean): Message {
  if (subject === 'models') {
    return msg(
      'This server has no list of models ({status}), so which ones it offers is not known. Batches may run all the same: try a line first.',
      { status },
    )
  }
  if (!isOfApi || subject === 'list' || subject === 'upload') {
    return msg(
      'This server does not know the address ({status}). Most likely the base URL is not quite right, that of OpenAI ends with /v1; or the server has no Batch API.',
      { status },
    )
  }
  switch (subject) {
    case 'file':
    case 'content':
      return msg(
        'There is no such file any more ({status}). Most likely it was deleted or has expired, which files of results do after 30 days; or it belongs to another project than the key.',
        { status },
      )
    case 'batch':
    case 'cancel':
      return msg(
        'There is no such batch ({status}). Most likely it belongs to another project or account than the key.',
        { status },
      )
    case 'start':
      return msg(
        'The API does not find what the batch is to be made of ({status}). Most likely the uploaded file was deleted or belongs to another project.',
        { status },
      )
    case 'line':
      return msg(
        'The API does not find the endpoint or the model ({status}). Most likely the name of the model is misspelt, or this project has no access to it.',
        { status },
      )
  }
}

function tooLarge(status: string): Message {
  return msg(
    'The file is too large for the API ({status}). OpenAI takes 200 MB; split it into smaller parts.',
    { status },
  )
}

function outOfMoney(status: string): Message {
  return msg(
    'There is no credit left, or the spending limit is reached ({status}). Waiting does not help: look at billing and limits in the settings of your account.',
    { status },
  )
}

/** The limit of tokens that wait in batches, not that of a minute: the code of OpenAI, or words of others. */
function isOfQueue(about: string): boolean {
  return /enqueued|token_limit_exceeded|queue/i.test(about)
}

function queueFull(status: string): Message {
  return msg(
    'As many tokens are waiting in batches as your account may have at a time ({status}). Start this one when an earlier batch has ended, or make it smaller.',
    { status },
  )
}

function whyNotNow(answer: Answer, about: string, status: string): Message {
  const isOfTokens = /tokens per min|\bTPM\b/i.test(about)
  if (answer.retryAfter !== undefined && answer.retryAfter > 0) {
    const wait = duration(answer.retryAfter)
    return isOfTokens
      ? msg('Too many tokens within a short time ({status}). Try again in {wait}.', {
          status,
          wait,
        })
      : msg('Too many requests within a short time ({status}). Try again in {wait}.', {
          status,
          wait,
        })
  }
  return isOfTokens
    ? msg('Too many tokens within a short time ({status}). Wait a minute and try again.', {
        status,
      })
    : msg('Too many requests within a short time ({status}). Wait a minute and try again.', {
        status,
      })
}
