// Notices, whatever the worker was asked for, that the file on the disk is not the one it read.
import type { Failure } from '../base/failures.ts'
import type { DocumentClient } from '../worker/documentClient.ts'

/** What is about the file itself: it fails because of what the file is, and that is dealt with by whoever asks. */
const ABOUT_FILE: readonly (string | symbol)[] = ['open', 'checkFile', 'isLike', 'attach']

/**
 * The same client. When an answer failed because of the file, `isThereAgain` looks whether it holds what was read
 * after all, and then the worker is asked once more; otherwise `onFileProblem` hears of it.
 */
export function watchFile(
  client: DocumentClient,
  onFileProblem: (failure: Failure) => void,
  isThereAgain: () => Promise<boolean> = () => Promise.resolve(false),
): DocumentClient {
  return new Proxy(client, {
    get(target, name): unknown {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      return (...args: unknown[]) => {
        const answer: unknown = member(...args)
        if (!(answer instanceof Promise)) return answer
        const seen = answer.then(async (value: unknown) => {
          const failure = failureIn(value)
          if (!failure || !isAboutFile(failure)) return value
          if (!ABOUT_FILE.includes(name) && (await isThereAgain())) return member(...args)
          onFileProblem(failure)
          return value
        })
        // Whoever asked is told.
        seen.catch(() => {})
        return seen
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
