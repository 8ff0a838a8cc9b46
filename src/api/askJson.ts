// A call whose answer is JSON: asked, repeated where that is harmless, explained where it fails.
import { type Failure, failureOf } from '../base/failures.ts'
import { ok, type Result } from '../base/result.ts'
import { msg } from '../i18n/message.ts'
import type { Connection } from './connection.ts'
import type { Environment } from './environment.ts'
import type { Answer, Ask, Reply } from './exchange.ts'
import { failureOfAnswer, redirectFailure, type Subject } from './explainAnswer.ts'
import { failureOfSilence } from './explainSilence.ts'
import { jsonOf } from './jsonOf.ts'
import { askPatiently } from './repeats.ts'

export interface JsonAsk<T> extends Pick<Ask, 'method'> {
  /** Below the base, with a slash at its beginning. */
  readonly path: string
  readonly subject: Subject
  /** Undefined for what is not the answer that was asked for. */
  readonly parse: (value: unknown) => T | undefined
  readonly signal?: AbortSignal
  /** Calls in all. */
  readonly attempts?: number
}

export const NEVER_ABORTED = new AbortController().signal

export async function askJson<T>(
  environment: Environment,
  connection: Connection,
  { method, path, subject, parse, signal = NEVER_ABORTED, attempts }: JsonAsk<T>,
): Promise<Result<T> & { readonly wasRepeated: boolean }> {
  const ask: Ask = { method, url: connection.baseUrl + path, signal }
  const { reply, wasRepeated } = await askPatiently(environment, connection, ask, attempts)
  if (isGood(reply)) {
    const value = parse(valueOf(reply, connection))
    if (value !== undefined) return { ...ok(value), wasRepeated }
  }
  const failure = await failureOfReply(environment, connection, reply, subject)
  return { ok: false, failure, wasRepeated }
}

export function isGood(reply: Reply): reply is Answer {
  return reply.kind === 'answer' && reply.status >= 200 && reply.status < 300
}

export async function failureOfReply(
  environment: Environment,
  connection: Connection,
  reply: Reply,
  subject: Subject,
  patience = environment.patience.answer,
): Promise<Failure> {
  switch (reply.kind) {
    case 'answer':
      return failureOfAnswer(reply, subject, connection)
    case 'silence':
      return failureOfSilence(environment, connection, reply, patience)
    case 'redirect':
      return redirectFailure(connection)
    case 'cancelled':
      return failureOf('cancelled', msg('Stopped.'))
  }
}

/** What this reads of an answer lies far less deep. */
const DEEPEST = 32

/**
 * What an answer says, without the key: a server that repeats it must not bring it to the screen. Undefined
 * for what is no JSON.
 */
export function valueOf({ text }: Pick<Answer, 'text'>, connection: Connection): unknown {
  return hiddenIn(jsonOf(text), connection)
}

function hiddenIn(value: unknown, connection: Connection, depth = 0): unknown {
  if (typeof value === 'string') return connection.key.hideIn(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth > DEEPEST) return undefined
  if (Array.isArray(value)) return value.map((item) => hiddenIn(item, connection, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      connection.key.hideIn(name),
      hiddenIn(item, connection, depth + 1),
    ]),
  )
}
