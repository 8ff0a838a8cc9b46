// Calls of methods on another thread. Each resolves with a Result, whatever becomes of the thread, and
// no one else sees Comlink.
import { proxy, type Remote, transfer } from 'comlink'
import type { Failure } from '../base/failures.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { type Message, msg } from '../i18n/message.ts'

/**
 * What a call comes to when the other thread is gone: it fails, or there is nothing left to do and it
 * is `done`.
 */
type WhenGone<Method> = Method extends (...args: never[]) => Promise<Result<infer Value>>
  ? [Value] extends [void]
    ? 'fails' | 'done'
    : 'fails'
  : never

/**
 * All methods of a contract by name, so that one that is missing, is none, or does not resolve with a
 * Result does not compile.
 */
export type MethodTable<Api> = { readonly [Name in keyof Api]: WhenGone<Api[Name]> }

export interface RemoteCalls<Api> {
  readonly api: Api
  /** Ends calls under way, and every later one, as `MethodTable` says. */
  end(failure: Failure): void
}

/** `part`: the other thread as people know it, 'The part of the page that …'. */
export function remoteCalls<Api>(
  remote: Remote<unknown>,
  methods: MethodTable<Api>,
  part: Message,
): RemoteCalls<Api> {
  const pending = new Set<(failure: Failure) => void>()
  let gone: Failure | undefined

  async function send(name: string, args: readonly unknown[]): Promise<Result<unknown>> {
    const method = Reflect.get(remote, name) as (...args: unknown[]) => Promise<unknown>
    try {
      const answer = await method(...args.map(sendable))
      if (isResult(answer)) return answer
      return fail('worker-garbled', msg('{part} gave no proper answer.', { part }))
    } catch (error) {
      return failureOfRejection(error)
    }
  }

  function call(
    name: string,
    whenGone: 'fails' | 'done',
    args: readonly unknown[],
  ): Promise<Result<unknown>> {
    const answerWith = (failure: Failure): Result<unknown> =>
      whenGone === 'done' ? ok() : { ok: false, failure }
    if (gone) return Promise.resolve(answerWith(gone))
    // `Promise.race` with a promise that lasts as long as the thread would keep every answer.
    return new Promise((resolve) => {
      const end = (failure: Failure): void => resolve(answerWith(failure))
      pending.add(end)
      void send(name, args)
        .then(resolve)
        .finally(() => pending.delete(end))
    })
  }

  const entries = Object.entries<'fails' | 'done'>(methods)
  const api = Object.fromEntries(
    entries.map(([name, whenGone]) => [name, (...args: unknown[]) => call(name, whenGone, args)]),
  )
  return {
    api: api as Api,
    end(failure) {
      gone ??= failure
      for (const end of pending) end(failure)
      pending.clear()
    },
  }
}

/** Functions are called across the thread, and ports move to it. */
function sendable(arg: unknown): unknown {
  if (typeof arg === 'function') return proxy(arg)
  return arg instanceof MessagePort ? transfer(arg, [arg]) : arg
}

function isResult(answer: unknown): answer is Result<unknown> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false
  return answer.ok === true || (answer.ok === false && 'failure' in answer)
}

/** What was thrown on the other thread, or on the way there. */
function failureOfRejection(error: unknown): Result<never> {
  const message = error instanceof Error ? error.message : String(error)
  return isMemoryError(message)
    ? fail(
        'out-of-memory',
        msg(
          'There was not enough memory for this ({message}). Close other documents and try again.',
          { message },
        ),
      )
    : fail(
        'app-error',
        msg('This did not work because of an error in the app: {message}', { message }),
      )
}

export function isMemoryError(message: string): boolean {
  return /memory|allocation|invalid (array|string) length|out of bounds/i.test(message)
}
