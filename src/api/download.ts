// A file from the API, whole or not at all. A transfer that breaks goes on where it broke, when the server
// takes up there and the bytes on both sides of the break agree; else it begins again.
import { deviceFailureOf, type Failure, failureOf } from '../base/failures.ts'
import { throttled } from '../base/progress.ts'
import { ok, type Result } from '../base/result.ts'
import { parseRemoteFile } from '../batch/parseBatch.ts'
import { idStep } from '../batch/endpointUrl.ts'
import type { DownloadRequest } from '../contracts/batchApi.ts'
import type { OnProgress } from '../contracts/progress.ts'
import { bytes, msg } from '../i18n/message.ts'
import { askJson, failureOfReply } from './askJson.ts'
import type { Connection } from './connection.ts'
import { DownloadTarget } from './downloadStore.ts'
import type { Environment } from './environment.ts'
import type { Reply } from './exchange.ts'
import { badIdFailure } from './explainAnswer.ts'
import { readPart } from './readPart.ts'
import { mayPass, repeatDelay, waitForNetwork } from './repeats.ts'

/** Breaks in a row without a new byte between them. */
const IDLE_BREAKS = 6

/** Of these, after which the rest is not asked for any more: that may be what is refused. */
const IDLE_BEFORE_RESTART = 2

/** Breaks in all: a connection that breaks at every few kilobytes is none. */
const BREAKS = 50

export async function downloadFile(
  environment: Environment,
  connection: Connection,
  request: DownloadRequest,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Result<File>> {
  const step = idStep(request.fileId)
  if (step === undefined) return { ok: false, failure: badIdFailure() }
  const target = new DownloadTarget(environment.store)
  try {
    const failure = await transfer(environment, connection, step, target, signal, onProgress)
    if (!failure) return ok(await target.finish(request.name))
    await target.discard()
    return { ok: false, failure }
  } catch (error) {
    await target.discard().catch(() => {})
    const failure = deviceFailureOf(error)
    if (failure) return { ok: false, failure }
    throw error
  }
}

/** Undefined when all of it is there. */
async function transfer(
  environment: Environment,
  connection: Connection,
  step: string,
  target: DownloadTarget,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Failure | undefined> {
  const size = await sizeOf(environment, connection, step, signal)
  const report = throttled(onProgress)
  const explain = (reply: Reply): Promise<Failure> =>
    failureOfReply(environment, connection, reply, 'content', environment.patience.stall)
  const lengths = new Set<number>()
  let most = 0
  let mayResume = true
  let idle = 0
  for (let breaks = 0; ; breaks++) {
    const before = target.size
    const part = await readPart(environment, connection, {
      url: `${connection.baseUrl}/files/${step}/content`,
      target,
      from: mayResume && idle < IDLE_BEFORE_RESTART ? before : 0,
      signal,
      onBytes(length) {
        if (length !== undefined) lengths.add(length)
        most = Math.max(most, target.size)
        report({ unit: 'bytes', done: target.size, total: size ?? length ?? 0 })
      },
    })
    if (part.kind === 'misfit') {
      mayResume = false
      continue
    }
    const isSteady = lengths.size <= 1 && target.size === most
    // Where the API has no size, there is as much as any transfer said or brought.
    const whole = size ?? (isSteady ? undefined : Math.max(most, ...lengths))
    const lack =
      part.kind === 'ended' ? lackOf(target.size, whole, part.length, isSteady) : undefined
    if (part.kind === 'ended' && !lack) return undefined
    if (part.kind === 'broken' && !mayPass(part.reply)) return explain(part.reply)

    idle = target.size > before ? 0 : idle + 1
    const reply = part.kind === 'broken' ? part.reply : undefined
    const retryAfter = reply?.kind === 'answer' ? reply.retryAfter : undefined
    const delay = repeatDelay(Math.min(idle, IDLE_BREAKS), retryAfter, environment.random)
    if (idle >= IDLE_BREAKS || breaks >= BREAKS || delay === undefined) {
      return lack ?? (reply && explain(reply))
    }
    await environment.wait(delay, signal)
    await waitForNetwork(environment, signal)
  }
}

/** What the API says that the file has; the headers of the transfer itself cannot always be read. */
async function sizeOf(
  environment: Environment,
  connection: Connection,
  step: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  const file = await askJson(environment, connection, {
    method: 'GET',
    path: `/files/${step}`,
    subject: 'file',
    parse: parseRemoteFile,
    signal,
    attempts: 2,
  })
  // Servers that do not count say 0.
  return file.ok && file.value.bytes > 0 ? file.value.bytes : undefined
}

/**
 * Why what ended is not whole. `size`: of the file, as the API has it or transfers before have; `length`: of the transfer, which may
 * be compressed and is then shorter than what it brings. A transfer of just its length is believed against
 * a `size` that is wrong, where no transfer before it said or brought more (`isSteady`).
 */
function lackOf(
  received: number,
  size: number | undefined,
  length: number | undefined,
  isSteady: boolean,
): Failure | undefined {
  const expected = received === length && isSteady ? length : (size ?? length)
  if (expected === undefined || received >= expected) return undefined
  return failureOf(
    'api-broken-transfer',
    msg(
      'Only {received} of {expected} of the file came, several times. Nothing of it is kept; it is still at the API. Try again later, or use the ready-made commands.',
      { received: bytes(received), expected: bytes(expected) },
    ),
  )
}
