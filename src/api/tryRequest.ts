// A line sent as an ordinary request, once.
import { cutText } from '../base/cutText.ts'
import { failureOf } from '../base/failures.ts'
import { ok, type Result } from '../base/result.ts'
import { endpointUrl } from '../batch/endpointUrl.ts'
import { parseApiError, parseUsage } from '../batch/parseBatch.ts'
import type { TryAnswer } from '../contracts/batchApi.ts'
import { msg, sentences } from '../i18n/message.ts'
import { failureOfReply, isGood } from './askJson.ts'
import type { Connection } from './connection.ts'
import type { Environment } from './environment.ts'
import { type Answer, exchange } from './exchange.ts'
import { wordsOf } from './explainAnswer.ts'
import { jsonOf } from './jsonOf.ts'

/** Code units of an answer that are shown. */
const SHOWN_LIMIT = 200_000

export async function tryRequest(
  environment: Environment,
  connection: Connection,
  { path, body }: { readonly path: string; readonly body: string },
  signal: AbortSignal,
): Promise<Result<TryAnswer>> {
  const url = endpointUrl(connection.baseUrl, path)
  if (url === undefined) {
    return {
      ok: false,
      failure: failureOf(
        'api-refused',
        msg(
          'Nothing was sent: “{path}” is no endpoint that answers lines of a batch. Correct the url of the line.',
          { path: connection.key.hideIn(cutText(path, 100)) },
        ),
      ),
    }
  }
  const patience = environment.patience.model
  const startedAt = environment.now()
  const reply = await exchange(environment, connection, {
    method: 'POST',
    url,
    body,
    signal,
    patience,
  })
  const ms = environment.now() - startedAt
  if (reply.kind === 'answer') return ok(answerOfLine(reply, ms, connection))
  const failure = await failureOfReply(environment, connection, reply, 'line', patience)
  if (reply.kind !== 'silence') return { ok: false, failure }
  const message = sentences(
    failure.message,
    msg('Should the request have arrived all the same, it is billed.'),
  )
  return { ok: false, failure: { ...failure, message } }
}

function answerOfLine(reply: Answer, ms: number, connection: Connection): TryAnswer {
  const shown = connection.key.hideIn(cutText(reply.text, SHOWN_LIMIT))
  const value = jsonOf(reply.text)
  const usage = parseUsage(value)
  const base = {
    status: reply.status,
    ms,
    text: shown,
    isCut: reply.isCut || reply.text.length > SHOWN_LIMIT,
    ...(usage && { usage }),
  }
  if (isGood(reply)) return base
  const code = parseApiError(value)?.code
  const message = wordsOf(reply, connection) ?? ''
  return {
    ...base,
    error: { code: code === undefined ? undefined : connection.key.hideIn(code), message },
  }
}
