// Notices, whatever the worker was asked for, that the file on the disk is not the one it read.
import type { Failure } from '../base/failures.ts'
import type { DocumentClient } from '../worker/documentClient.ts'

/** The same client; `onFileProblem` hears of every answer that failed because of the file. */
export function watchFile(
  client: DocumentClient,
  onFileProblem: (failure: Failure) => void,
): DocumentClient {
  return new Proxy(client, {
    get(target, name): unknown {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      return (...args: unknown[]) => {
        const answer: unknown = member(...args)
        if (answer instanceof Promise) {
          answer.then(
            (value: unknown) => {
              const failure = failureIn(value)
              if (failure && isAboutFile(failure)) onFileProblem(failure)
            },
            // Whoever asked is told.
            () => {},
          )
        }
        return answer
      }
    },
  })
}

function isAboutFile(failure: Failure): boolean {
  return failure.kind === 'file-changed' || failure.kind === 'file-gone'
}

function failureIn(value: unknown): Failure | undefined {
  if (typeof value !== 'object' || value === null || !('failure' in value)) return undefined
  return value.failure as Failure
}
