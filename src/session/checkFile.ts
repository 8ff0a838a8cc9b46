// Whether the file on the disk is still the one that was opened.
import { type Failure, failureOf } from '../base/failures.ts'
import { ok, type Result } from '../base/result.ts'
import { blobSource } from '../document/byteSource.ts'
import { documentFailureOf } from './failureOf.ts'
import { type Message, msg } from '../i18n/message.ts'

/** Whether the file was written to since: whatever it holds now. */
export function isOtherState(opened: File, current: File): boolean {
  return current.size !== opened.size || current.lastModified !== opened.lastModified
}

export function changedOnDisk(name: string): Failure {
  return failureOf(
    'file-changed',
    msg('{name} was changed on disk after it was opened here.', { name }),
  )
}

/** Whether it can be read. */
export async function checkSource(opened: File): Promise<Result<void>> {
  try {
    // A File is a snapshot: the browser refuses to read it once the file on disk is another.
    await blobSource(opened).read(0, Math.min(1, opened.size))
    return ok()
  } catch (error) {
    return { ok: false, failure: documentFailureOf(error) }
  }
}

export function unseenChange(name: string): Message {
  return msg(
    '{name} has other content than when it was read, although its size and time are the same.',
    { name },
  )
}
