// A file that is chosen as the place to save is emptied by the browser before the page learns which one it is
// (https://github.com/WICG/file-system-access/issues/360), and it may be an open one, from which lines are read. So
// they are copied first, the document's own before those of others, and where one was chosen its document goes on
// with the copy.
import { bytesAreThere } from '../../base/bytesAreThere.ts'
import { withEnding } from '../../base/fileName.ts'
import { msg } from '../../i18n/message.ts'
import { clientOf, hasClient, sourceOf } from '../clients.ts'
import { visibleFileName } from '../fileName.ts'
import { type DocumentKey, findDocument, store } from '../store.ts'
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
  let isWanted = true
  const copying = opened && copyOf(fileOf(opened), () => isWanted)
  // While the user chooses.
  const others = copyOthers(key, copying, () => isWanted)
  if (copying) {
    // What was read has to be known again in the copy.
    const isSecured = Promise.all([copying, checkBeforeWriting(key)])
    await Promise.race([isSecured, new Promise((resolve) => setTimeout(resolve, PATIENCE))])
  }
  return {
    async settle(handle) {
      const isOwn = handle !== undefined && (await opened?.isSameEntry(handle)) === true
      const chosen = handle ? await chosenAmong(others, handle) : []
      if (!handle || (!isOwn && chosen.length === 0)) isWanted = false
      if (handle) await Promise.all(chosen.map((other) => goOn(other, handle.name)))
      if (!handle || !isOwn) {
        isWanted = false
        return 'elsewhere'
      }
      const copy = await copying
      isWanted = false
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

interface OtherCopy {
  readonly key: DocumentKey
  readonly handle: FileSystemFileHandle
  readonly copying: Promise<File | undefined>
}

/** Of all other documents, one after the other, when the document's own is there. */
function copyOthers(
  key: DocumentKey,
  own: Promise<unknown> | undefined,
  isWanted: () => boolean,
): OtherCopy[] {
  let before: Promise<unknown> = own ?? Promise.resolve()
  return store.getState().documents.flatMap((tab) => {
    const handle = tab.key === key ? undefined : sourceOf(tab.key)?.handle
    if (!handle) return []
    // As it is now: later it may have been emptied already.
    const now = fileOf(handle)
    const copying = before.then(() => (isWanted() ? copyOf(now, isWanted) : undefined))
    before = copying
    return [{ key: tab.key, handle, copying }]
  })
}

async function chosenAmong(
  others: readonly OtherCopy[],
  chosen: FileSystemFileHandle,
): Promise<OtherCopy[]> {
  const same = await Promise.all(others.map(({ handle }) => handle.isSameEntry(chosen)))
  return others.filter((_, i) => same[i])
}

/** Another document whose file was chosen, and is empty since then. */
async function goOn({ key, copying }: OtherCopy, chosenName: string): Promise<void> {
  const name = findDocument(key)?.name ?? visibleFileName(chosenName)
  const copy = await copying
  if (copy && (await isWhatWasRead(key, copy)) && (await attachFile(key, { file: copy }))) {
    showMessage(
      'status',
      msg('{name} is open here as well. It goes on with a copy of what the file was.', { name }),
    )
    return
  }
  showMessage(
    'alert',
    msg(
      '{name} is open here as well, and the browser emptied it when it was chosen. What you edited in it can still be exported.',
      { name },
    ),
    { label: msg('Export edited lines'), run: () => void exportEdited(key) },
  )
}

async function isWhatWasRead(key: DocumentKey, copy: File): Promise<boolean> {
  if (!hasClient(key)) return false
  const isLike = await clientOf(key).isLike(copy)
  return isLike.ok && isLike.value
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

/** Undefined when it is gone, or may not be read. */
function fileOf(handle: FileSystemFileHandle): Promise<File | undefined> {
  return handle.getFile().catch(() => undefined)
}

/** Undefined when it cannot be read, when there is no room for it, and when it is no longer wanted. */
async function copyOf(
  opened: Promise<File | undefined>,
  isWanted: () => boolean,
): Promise<File | undefined> {
  try {
    const file = await opened
    if (!file) return undefined
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
