// A file to the API. Where an upload ends without an answer, the list of files says whether it arrived;
// only when it did not is it sent again. So nothing is uploaded twice, and nothing is believed to
// be there that is not.
import { type Failure, failureOf } from '../base/failures.ts'
import { throttled } from '../base/progress.ts'
import { ok, type Result } from '../base/result.ts'
import type { RemoteFile } from '../batch/batchObject.ts'
import { parseBatchFiles, parseRemoteFile } from '../batch/parseBatch.ts'
import type { UploadRequest } from '../contracts/batchApi.ts'
import type { OnProgress } from '../contracts/progress.ts'
import { bytes, msg } from '../i18n/message.ts'
import { askJson, failureOfReply, isGood, valueOf } from './askJson.ts'
import { type Connection, headersOf, hostOf } from './connection.ts'
import type { Environment } from './environment.ts'
import { forbiddenFailure, whyUploadFailed } from './explainSilence.ts'
import { mayPass, repeatDelay, waitForNetwork } from './repeats.ts'
import type { FormReply } from './sendForm.ts'

/** Times that the whole file is sent. */
const ATTEMPTS = 3

/** Milliseconds before each look whether a file arrived of which all bytes were sent: storing it takes a while. */
const LOOKS = [2_000, 6_000, 15_000]

/** Where a byte is read; edited lines, which are in memory, may be at some of these places. */
const LOOKED_AT = [0, 0.2, 0.4, 0.6, 0.8, 1]

/** Of the newest files; the one that is looked for was made a moment ago. */
const LIST = '/files?purpose=batch&order=desc&limit=1000'

export async function uploadFile(
  environment: Environment,
  connection: Connection,
  request: UploadRequest,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Result<RemoteFile>> {
  const unreadable = await contentFailure(request.content)
  if (unreadable) return { ok: false, failure: unreadable }
  // By ids and not by times alone: the clocks of two machines differ.
  const before = await sameFiles(environment, connection, request, signal)
  if (!before.ok) {
    // A server without a list of files may take one all the same.
    if (before.failure.code !== 'api-not-found') return before
  }
  const known = before.ok ? new Set(before.value.map(({ id }) => id)) : undefined

  for (let attempt = 0; ; attempt++) {
    const reply = await sendOnce(environment, connection, request, signal, onProgress)
    if (reply.kind === 'answer' && reply.isElsewhere) {
      return { ok: false, failure: sentElsewhere() }
    }
    if (isGood(reply)) {
      const file = parseRemoteFile(valueOf(reply, connection))
      if (file) return checked(file, request)
    } else if (!mayPass(reply)) {
      return failed(environment, connection, reply, signal)
    }
    const gone = await contentFailure(request.content)
    if (gone) return { ok: false, failure: gone }
    // An answer of 429 says that nothing was taken.
    if (reply.kind !== 'answer' || reply.status !== 429) {
      const arrived = await lookFor(environment, connection, request, known, reply.isSent, signal)
      if (arrived !== 'absent') return arrived
    }
    const retryAfter = reply.kind === 'answer' ? reply.retryAfter : undefined
    const delay = repeatDelay(attempt, retryAfter, environment.random)
    if (attempt + 1 >= ATTEMPTS || delay === undefined) {
      return failed(environment, connection, reply, signal)
    }
    await environment.wait(delay, signal)
  }
}

function sendOnce(
  environment: Environment,
  connection: Connection,
  { content, name, expiresAfterSeconds }: UploadRequest,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<FormReply> {
  const form = new FormData()
  form.append('purpose', 'batch')
  if (expiresAfterSeconds !== undefined) {
    form.append('expires_after[anchor]', 'created_at')
    form.append('expires_after[seconds]', String(expiresAfterSeconds))
  }
  // Last, so that a server knows what to do with it when it comes.
  form.append('file', content, name)
  const report = throttled(onProgress)
  const total = content.size
  return environment.sendForm({
    url: `${connection.baseUrl}/files`,
    headers: headersOf(connection),
    form,
    signal,
    stall: environment.patience.stall,
    afterUpload: environment.patience.afterUpload,
    // What the form adds to the file is counted as well.
    onSent: (sent) => report({ unit: 'bytes', done: Math.min(sent, total), total }),
  })
}

/** Files of this name and size, newest first. */
async function sameFiles(
  environment: Environment,
  connection: Connection,
  { name, content }: UploadRequest,
  signal: AbortSignal,
): Promise<Result<readonly RemoteFile[]>> {
  const path = LIST
  const files = await askJson(environment, connection, {
    method: 'GET',
    path,
    subject: 'list',
    parse: parseBatchFiles,
    signal,
  })
  if (!files.ok) return files
  return ok(files.value.filter((file) => file.name === name && file.bytes === content.size))
}

/** The file where it arrived; a failure where that is not known. */
async function lookFor(
  environment: Environment,
  connection: Connection,
  request: UploadRequest,
  known: ReadonlySet<string> | undefined,
  isSent: boolean,
  signal: AbortSignal,
): Promise<Result<RemoteFile> | 'absent'> {
  await waitForNetwork(environment, signal)
  if (!known) return isSent ? { ok: false, failure: unknownOutcome(request) } : 'absent'
  for (const delay of isSent ? LOOKS : LOOKS.slice(0, 1)) {
    await environment.wait(delay, signal)
    const files = await sameFiles(environment, connection, request, signal)
    if (!files.ok) {
      if (files.failure.kind === 'cancelled' || !isSent) return files
      return { ok: false, failure: unknownOutcome(request) }
    }
    const arrived = files.value.filter(({ id }) => !known.has(id))
    if (arrived.length === 1) return ok(arrived[0] as RemoteFile)
    // Another tab uploads the same.
    if (arrived.length > 1) return { ok: false, failure: unknownOutcome(request) }
  }
  return 'absent'
}

function checked(file: RemoteFile, { content }: UploadRequest): Result<RemoteFile> {
  // Servers that do not count say 0.
  if (file.bytes === 0 || file.bytes >= content.size) return ok(file)
  return {
    ok: false,
    failure: failureOf(
      'api-broken-transfer',
      msg(
        'The API has {received} of {sent} of this file. Most likely something on the way cut it off: delete it there and upload it again.',
        { received: bytes(file.bytes), sent: bytes(content.size) },
      ),
    ),
  }
}

async function failed(
  environment: Environment,
  connection: Connection,
  reply: FormReply,
  signal: AbortSignal,
): Promise<Result<never>> {
  if (reply.kind === 'silence' && reply.why !== 'timeout' && environment.isOnline()) {
    const why =
      reply.why === 'broken' ? 'broken' : await whyUploadFailed(environment, connection, signal)
    if (why === 'broken') return { ok: false, failure: brokenOff(connection) }
    if (why === 'forbidden') return { ok: false, failure: forbiddenFailure(connection) }
    if (why === 'cancelled') return failed(environment, connection, CANCELLED, signal)
  }
  const { stall, afterUpload } = environment.patience
  const patience = reply.isSent ? afterUpload : stall
  return {
    ok: false,
    failure: await failureOfReply(environment, connection, reply, 'upload', patience),
  }
}

const CANCELLED: FormReply = { kind: 'cancelled', isSent: false }

function brokenOff(connection: Connection): Failure {
  return failureOf(
    'api-broken-transfer',
    msg(
      'The connection to {host} broke during the upload, several times, and the file is not there. Most likely the network is unstable, or something in between refuses files of this size. Try again, or over another network.',
      { host: hostOf(connection) },
    ),
  )
}

/** An upload follows where the server leads; the list before it would have told of a base that moved. */
function sentElsewhere(): Failure {
  return failureOf(
    'api-refused',
    msg(
      'The server passed the upload on to another address, and that is not what was asked for. Look for the file in the list of files before you go on.',
    ),
  )
}

function unknownOutcome({ name }: UploadRequest): Failure {
  return failureOf(
    'api-outcome-unknown',
    msg(
      'All of {name} was sent and no answer came, so it may have arrived. Look for it in the list of files before you upload it again.',
      { name },
    ),
  )
}

/** Why the file cannot be sent: the browser would only say that the upload failed. */
async function contentFailure(content: Blob): Promise<Failure | undefined> {
  try {
    for (const share of LOOKED_AT) {
      const at = Math.floor(share * Math.max(0, content.size - 1))
      await content.slice(at, at + 1).arrayBuffer()
    }
    return undefined
  } catch (error) {
    const isGone = error instanceof DOMException && error.name === 'NotFoundError'
    return isGone
      ? failureOf(
          'file-gone',
          msg('The file is no longer where it was. Put it back or open another.'),
        )
      : failureOf(
          'file-changed',
          msg(
            'The file can no longer be read: it changed on disk, or access to it ended. Open it again.',
          ),
        )
  }
}
