// Starting a batch costs money and is done once: without an answer it may have begun, and only the list
// of batches can say so.
import { type Failure, failureOf } from '../base/failures.ts'
import { ok, type Result } from '../base/result.ts'
import type { Batch } from '../batch/batchObject.ts'
import { parseBatch } from '../batch/parseBatch.ts'
import type { BatchRequest } from '../contracts/batchApi.ts'
import { type Message, msg, sentences } from '../i18n/message.ts'
import { cancelTwins } from './cancelTwins.ts'
import { failureOfReply, isGood, NEVER_ABORTED, valueOf } from './askJson.ts'
import { type Connection, hostOf } from './connection.ts'
import type { Environment } from './environment.ts'
import { exchange, type Reply } from './exchange.ts'

export async function startBatch(
  environment: Environment,
  connection: Connection,
  request: BatchRequest,
): Promise<Result<Batch>> {
  if (!environment.isOnline()) {
    return {
      ok: false,
      failure: failureOf(
        'api-unreachable',
        msg(
          'This device is offline, so the batch was not started. Try again when it is connected.',
        ),
      ),
    }
  }
  const reply = await exchange(environment, connection, {
    method: 'POST',
    url: `${connection.baseUrl}/batches`,
    body: JSON.stringify(bodyOf(request)),
    signal: NEVER_ABORTED,
  })
  if (isGood(reply)) {
    const batch = parseBatch(valueOf(reply, connection))
    if (batch) {
      await cancelTwins(environment, connection, request, batch)
      return ok(batch)
    }
  }
  const failure =
    reply.kind === 'silence' && reply.why === 'network'
      ? brokenOff(connection)
      : await failureOfReply(environment, connection, reply, 'start')
  if (!mayHaveBegun(reply)) return { ok: false, failure }
  await cancelTwins(environment, connection, request)
  return {
    ok: false,
    failure: failureOf('api-outcome-unknown', sentences(UNKNOWN, failure.message)),
  }
}

const UNKNOWN: Message = msg(
  'Whether the batch was started is not known. Look into the list of batches before you start it again, so that it is not paid for twice.',
)

/** Whether it was forbidden or broke is the same to the page, and asking whether anything answers tells nothing. */
function brokenOff(connection: Connection): Failure {
  return failureOf(
    'api-unreachable',
    msg(
      'The connection to {host} broke before an answer came. Should that happen every time, the server does not let web pages start batches (CORS).',
      { host: hostOf(connection) },
    ),
  )
}

function bodyOf({ inputFileId, endpoint, metadata, outputExpiresAfterSeconds }: BatchRequest) {
  return {
    input_file_id: inputFileId,
    endpoint,
    completion_window: '24h',
    ...(Object.keys(metadata).length > 0 && { metadata }),
    ...(outputExpiresAfterSeconds !== undefined && {
      output_expires_after: { anchor: 'created_at', seconds: outputExpiresAfterSeconds },
    }),
  }
}

/** Errors of gateways and answers that cannot be read say nothing of what is behind them. */
function mayHaveBegun(reply: Reply): boolean {
  if (reply.kind !== 'answer') return reply.kind === 'silence'
  const { status } = reply
  return status < 300 || status === 408 || status >= 500
}
