// Why no answer came. A browser tells a page no more than 'failed': whether the name is unknown, the
// server does not run, or it answered and the page may not read it is the same error. So it is found out
// as far as a page can.
import { type Failure, failureOf } from '../base/failures.ts'
import { isLoopback } from '../batch/access.ts'
import { duration, msg } from '../i18n/message.ts'
import { type Connection, headersOf, hostOf } from './connection.ts'
import type { Environment } from './environment.ts'
import { QUIET, type Silence, timedSignal } from './exchange.ts'

/**
 * Milliseconds since 1970 of a day when this code was there. No clock that is right shows an earlier one, and
 * certificates are not valid yet on a clock that does.
 */
const EARLIEST = Date.UTC(2026, 10, 1)

/** Certificates are made for a year or so: on a clock that is ten years ahead none is valid any more. */
const LATEST = Date.UTC(2036, 10, 1)

/** Milliseconds for the question whether anything answers. */
const PROBE_PATIENCE = 10_000

export async function failureOfSilence(
  environment: Environment,
  connection: Connection,
  { why }: Silence,
  patience: number,
): Promise<Failure> {
  if (!environment.isOnline()) return offlineFailure()
  if (why === 'timeout') {
    return failureOf(
      'api-timeout',
      msg(
        '{host} gave no answer within {time}. Most likely it is busy, or the connection is slow: try again.',
        { host: hostOf(connection), time: duration(patience) },
      ),
    )
  }
  if (why === 'broken') {
    return failureOf(
      'api-broken-transfer',
      msg('The connection to {host} broke in the middle of the answer. Try again.', {
        host: hostOf(connection),
      }),
    )
  }
  return (await answersAtAll(environment, connection))
    ? forbiddenFailure(connection)
    : unreachableFailure(environment, connection)
}

function offlineFailure(): Failure {
  return failureOf(
    'api-unreachable',
    msg('This device is offline. Try again when it is connected.'),
  )
}

/**
 * Why an upload got no further than its beginning. What a browser says of a page that may not upload there it
 * says of a connection that broke as well, so a form without a file is sent, of which nothing can be stored.
 * - `broken`: the page may upload there, or the server cuts whatever is uploaded
 * - `forbidden`: the server answers uploads, and not to this page
 * - `unreachable`: nothing answers any more
 */
export async function whyUploadFailed(
  environment: Environment,
  connection: Connection,
  signal: AbortSignal,
): Promise<'broken' | 'forbidden' | 'unreachable' | 'cancelled'> {
  const form = new FormData()
  form.append('purpose', 'batch')
  const reply = await environment.sendForm({
    url: connection.baseUrl + UPLOADS,
    headers: headersOf(connection),
    form,
    signal,
    stall: PROBE_PATIENCE,
    afterUpload: PROBE_PATIENCE,
    onSent: () => {},
  })
  if (reply.kind === 'cancelled') return 'cancelled'
  if (reply.kind === 'answer' || reply.why === 'broken') return 'broken'
  if (await answersAtAll(environment, connection, UPLOADS, form)) return 'forbidden'
  return (await answersAtAll(environment, connection)) ? 'broken' : 'unreachable'
}

const UPLOADS = '/files'

/**
 * Asked in a way to which any server may answer, without the key; the page sees nothing of the answer. `form`:
 * is posted.
 */
async function answersAtAll(
  { fetch }: Environment,
  { baseUrl }: Connection,
  path = '/models',
  form?: FormData,
): Promise<boolean> {
  const timed = timedSignal(new AbortController().signal, PROBE_PATIENCE)
  try {
    const response = await fetch(baseUrl + path, {
      ...(form && { method: 'POST', body: form }),
      mode: 'no-cors',
      signal: timed.signal,
      ...QUIET,
    })
    await response.body?.cancel()
    return true
  } catch {
    return false
  } finally {
    timed.end()
  }
}

export function forbiddenFailure(connection: Connection): Failure {
  const host = hostOf(connection)
  return failureOf(
    'api-unreachable',
    isLoopback(connection.baseUrl)
      ? msg(
          '{host} runs, but does not let this page read its answers. Allow the address of this page in the settings of the server (CORS, “allowed origins”).',
          { host },
        )
      : msg(
          '{host} answers, but the browser was not allowed to read its answer. Most likely this call is not open to web pages there (CORS); an error of the server, or an extension or a filter of the network in between, looks the same. Use the ready-made commands, or a base URL that is open to pages.',
          { host },
        ),
  )
}

function unreachableFailure({ now }: Environment, connection: Connection): Failure {
  const host = hostOf(connection)
  const clock = now()
  if (clock < EARLIEST || clock > LATEST) {
    const date = new Date(clock).toISOString().slice(0, 10)
    return failureOf(
      'api-unreachable',
      msg(
        'No secure connection to {host} could be made. Most likely the clock of this device is wrong: it says {date}. Set it, and try again.',
        { host, date },
      ),
    )
  }
  return failureOf(
    'api-unreachable',
    isLoopback(connection.baseUrl)
      ? msg(
          'Nothing answers at {host}. Most likely the server does not run, or listens at another port; or the browser was not allowed to reach this device: look for its question beside the address.',
          { host },
        )
      : msg(
          'No connection to {host} could be made. Most likely the address is misspelt, or the network, a VPN or an extension of the browser blocks it. Open the address in a tab of its own to see what the browser says.',
          { host },
        ),
  )
}
