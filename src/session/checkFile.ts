// Whether the file on the disk is still the one that was opened.
import { fail, ok, type Result } from '../base/result.ts'
import { blobSource } from '../document/byteSource.ts'
import { documentFailureOf } from './failureOf.ts'
import { msg } from '../i18n/message.ts'

/** `current` is a fresh look at the file, where there is one. */
export async function checkSource(opened: File, current?: File): Promise<Result<void>> {
  if (current && (current.size !== opened.size || current.lastModified !== opened.lastModified)) {
    return fail(
      'file-changed',
      msg('{name} was changed on disk after it was opened here.', { name: opened.name }),
    )
  }
  try {
    // A File is a snapshot: the browser refuses to read it once the file on disk is another.
    await blobSource(opened).read(0, Math.min(1, opened.size))
    return ok()
  } catch (error) {
    return { ok: false, failure: documentFailureOf(error) }
  }
}
