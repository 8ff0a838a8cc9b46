// The one way into a file of the user's. The browser writes to a file beside it and puts that in its place at
// `close`: a cancelled or failed export leaves what was there before.
import { type Failure, failureOf, WriteFailure } from './failures.ts'
import { FILE_ERRORS } from './fileErrors.ts'
import { msg } from '../i18n/message.ts'

type WritePart = (part: Blob | Uint8Array<ArrayBuffer>) => Promise<void>

/**
 * `write` is given what appends to the new content. Rejects with what it rejects with, with WriteFailure, and with
 * the QuotaExceededError of a full disk.
 */
export async function writeToFile<T>(
  handle: FileSystemFileHandle,
  write: (part: WritePart) => Promise<T>,
): Promise<T> {
  const asFailure = <Value>(work: Promise<Value>): Promise<Value> =>
    work.catch((error: unknown) => {
      throw writeFailureOf(error, handle.name)
    })
  const writable = await asFailure(handle.createWritable())
  try {
    const result = await write((part) =>
      writable.write(part).catch((error: unknown) => {
        throw part instanceof Blob
          ? copyFailureOf(error, handle.name)
          : writeFailureOf(error, handle.name)
      }),
    )
    await asFailure(writable.close())
    return result
  } catch (error) {
    await writable.abort().catch(() => {})
    throw error
  }
}

/** Of File System Access, and of a Blob that is a part of a file which changed or is gone. */
function copyFailureOf(error: unknown, name: string): unknown {
  const kind = error instanceof DOMException ? SOURCE_FAILURES[error.name] : undefined
  return kind ? new WriteFailure(kind, { cause: error }) : writeFailureOf(error, name)
}

const SOURCE_FAILURES: Readonly<Record<string, Failure>> = FILE_ERRORS

function writeFailureOf(error: unknown, name: string): unknown {
  if (!(error instanceof DOMException) || error.name === 'QuotaExceededError') return error
  const failure = failureOf(
    'write-not-allowed',
    msg('The browser may not write to {name}. Choose another place, or download the file.', {
      name,
    }),
  )
  return new WriteFailure(failure, { cause: error })
}
