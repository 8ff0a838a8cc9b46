// A file that comes while a batch is made: rows where it is text, and a document, as everywhere else, where it
// is packed or no text at all.
import { msg } from '../../i18n/message.ts'
import { SNIFF_LENGTH, sniffContent } from '../../scanner/sniffContent.ts'
import { showMessage } from '../actions/messages.ts'
import { type FileToOpen, openFiles } from '../actions/openDocuments.ts'
import { visibleFileName } from '../fileName.ts'
import { takeFile } from './fileRows.ts'

/** Of a drop, which may have been meant as a document; `startedAt` as for `openFiles`. */
export async function takeDrop(dropped: FileToOpen, startedAt: number): Promise<void> {
  if (!(await takeOrOpen(dropped, startedAt))) return
  const name = visibleFileName(dropped.file.name)
  showMessage('status', msg('{name} was taken for the rows of the new batch.', { name }), {
    label: msg('Open it as a document'),
    run: () => openFiles([dropped]),
  })
}

/** Whether it became rows. */
export async function takeOrOpen(chosen: FileToOpen, startedAt = Date.now()): Promise<boolean> {
  const isRows = await isText(chosen.file)
  if (isRows) void takeFile(chosen.file)
  else {
    const name = visibleFileName(chosen.file.name)
    openFiles([chosen], startedAt)
    showMessage(
      'status',
      msg('{name} is packed or no text. It was opened as a document, not taken for rows.', {
        name,
      }),
    )
  }
  return isRows
}

/** Of a file that cannot be read, the document says why. */
async function isText(file: File): Promise<boolean> {
  try {
    const head = new Uint8Array(await file.slice(0, SNIFF_LENGTH).arrayBuffer())
    return sniffContent(head, head.length === file.size).encoding.startsWith('utf-')
  } catch {
    return false
  }
}
