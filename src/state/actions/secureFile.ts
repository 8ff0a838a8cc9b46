// A file that is chosen as the place to save is emptied by the browser before the page learns which one it is
// (https://github.com/WICG/file-system-access/issues/360), and it may be the open one, from which lines are read. So
// it is copied first, and where it was chosen the document goes on with the copy.
import { bytesAreThere } from '../../base/bytesAreThere.ts'
import { withEnding } from '../../base/fileName.ts'
import { msg } from '../../i18n/message.ts'
import { sourceOf } from '../clients.ts'
import { visibleFileName } from '../fileName.ts'
import type { DocumentKey } from '../store.ts'
import { attachFile } from './attachFile.ts'
import { exportEdited } from './exportEdited.ts'
import { checkBeforeWriting } from './fileCheck.ts'
import { showMessage } from './messages.ts'

/** Bytes that are copied at a time. */
const STEP = 16 * 1024 * 1024

/** Milliseconds that asking where to save waits for the copy: the browser lets pages ask soon after a press alone. */
const PATIENCE = 1000

/**
 * What the chosen place is:
 * - `elsewhere`: another file, or none
 * - `copied`: the open file, which is empty now; the document is read from its copy, and has no handle any more
 * - `lost`: the open file, and there was no copy in time; that was said
 */
export type ChosenPlace = 'elsewhere' | 'copied' | 'lost'

export interface SecuredFile {
  /** To be called once with what was chosen, also with nothing. */
  readonly settle: (handle: FileSystemFileHandle | undefined) => Promise<ChosenPlace>
}

/** To be awaited before the browser asks where to save. */
export async function secureFile(key: DocumentKey): Promise<SecuredFile> {
  const opened = sourceOf(key)?.handle
  if (!opened) return { settle: () => Promise.resolve('elsewhere') }
  let isWanted = true
  const copying = copyOf(opened, () => isWanted)
  // What was read has to be known again in the copy.
  const isSecured = Promise.all([copying, checkBeforeWriting(key)])
  await Promise.race([isSecured, new Promise((resolve) => setTimeout(resolve, PATIENCE))])
  return {
    async settle(handle) {
      if (!handle || !(await opened.isSameEntry(handle))) {
        isWanted = false
        return 'elsewhere'
      }
      const copy = await copying
      if (copy && (await attachFile(key, { file: copy }))) return 'copied'
      showMessage(
        'alert',
        msg(
          '{name} is the file that is open here, and the browser emptied it when it was chosen. What you edited can still be exported; other lines have to come from a copy of the file.',
          { name: visibleFileName(handle.name) },
        ),
        { label: msg('Export edited lines'), run: () => void exportEdited(key) },
      )
      return 'lost'
    },
  }
}

/** What is suggested as a name: never that of the open file, so that it is chosen by no mere press of Enter. */
export function otherName(key: DocumentKey, suggested: string): string {
  const source = sourceOf(key)
  if (!source?.handle || source.handle.name !== suggested) return suggested
  const ending = /\.[^.]+$/.exec(suggested)?.[0] ?? ''
  return withEnding(suggested, `-copy${ending}`)
}

/** Says what is left where nothing was written to the open file after it was emptied. */
export function sayEmptied(name: string): void {
  showMessage(
    'alert',
    msg(
      '{name} is empty on the disk now: the browser emptied it when it was chosen. All lines are still in this tab. Save them to another file.',
      { name: visibleFileName(name) },
    ),
  )
}

/** Undefined when it cannot be read, when there is no room for it, and when it is no longer wanted. */
async function copyOf(
  handle: FileSystemFileHandle,
  isWanted: () => boolean,
): Promise<File | undefined> {
  try {
    const file = await handle.getFile()
    const parts: Blob[] = []
    for (let from = 0; from < file.size; from += STEP) {
      // The browser can put a Blob on the disk.
      parts.push(new Blob([await file.slice(from, from + STEP).arrayBuffer()]))
      if (!isWanted()) return undefined
    }
    const { name, lastModified } = file
    const copy = new File(parts, name, { lastModified })
    return (await bytesAreThere(copy)) ? copy : undefined
  } catch {
    return undefined
  }
}
