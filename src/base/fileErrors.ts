// What errors of the File API mean for a file that is read or copied (section 7, "Errors and Exceptions"). Chromium
// reports a file that was written to since it was opened as NotReadableError, too.
import { type Failure, failureOf } from './failures.ts'
import { msg } from '../i18n/message.ts'

/** By the names of the errors. */
export const FILE_ERRORS: Readonly<Record<'NotReadableError' | 'NotFoundError', Failure>> = {
  NotReadableError: failureOf(
    'file-changed',
    msg(
      'The file can no longer be read: it changed on disk, or access to it ended. Open it again.',
    ),
  ),
  NotFoundError: failureOf(
    'file-gone',
    msg('The file is no longer where it was. Put it back or open another.'),
  ),
}
