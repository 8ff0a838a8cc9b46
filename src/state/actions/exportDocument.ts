// Ways out: download, export to a chosen file, save over the opened file, save as.
import type { Failure } from '../../base/failures.ts'
import type {
  ExportOptionValue,
  ExportOrder,
  ExportSelection,
} from '../../contracts/documentApi.ts'
import { bytes, type Message, msg, sentences } from '../../i18n/message.ts'
import { clientOf, hasClient, setSource, sourceOf } from '../clients.ts'
import { clearCommands } from '../commandLog.ts'
import { visibleFileName } from '../fileName.ts'
import { askPermission } from '../filePermission.ts'
import { holdFile } from '../recovery/otherTabs.ts'
import { releaseDownloads, startDownload } from '../startDownload.ts'
import {
  activeDocument,
  type DocumentKey,
  type DocumentTab,
  findDocument,
  updateDocument,
} from '../store.ts'
import { hasChanges } from '../drafts.ts'
import { readMore } from './attachFile.ts'
import { withdrawUndoOffer } from './edits.ts'
import { exportEdited } from './exportEdited.ts'
import { checkBeforeWriting, checkFile, refuseToWrite } from './fileCheck.ts'
import { runJob } from './jobs.ts'
import { showFailure, showMessage } from './messages.ts'

export interface DocumentExportOptions {
  readonly selection: ExportSelection
  /** Absent: that of the document. */
  readonly order?: ExportOrder
  readonly exporterId: string
  /** By name; those that are absent are as the exporter has them. */
  readonly options?: Readonly<Record<string, ExportOptionValue>>
  /** What the new file is called, when it is downloaded. */
  readonly fileName: string
  /** How many of the lines are invalid, as far as that is known. */
  readonly invalid?: number | undefined
  /** Where to write; absent: the browser downloads it. */
  readonly handle?: FileSystemFileHandle | undefined
}

/** Exports from the active document. Resolves with whether a file was handed over. */
export async function exportDocument(options: DocumentExportOptions): Promise<boolean> {
  const tab = readyDocument()
  if (!tab) return false
  if (!(await checkBeforeWriting(tab.key))) {
    refuseToWrite(
      tab.key,
      msg(
        '{name} changed on the disk or is gone, so nothing was exported: lines that you did not edit are read from it. Read it again first.',
        { name: tab.name },
      ),
      hasChanges(tab)
        ? { label: msg('Export edited lines'), run: () => void exportEdited(tab.key) }
        : undefined,
    )
    return false
  }
  const { selection, order, exporterId, fileName, invalid = 0, handle } = options
  const choice = {
    selection,
    ...(order && { order }),
    exporterId,
    options: options.options ?? {},
  }
  releaseDownloads()
  const client = clientOf(tab.key)
  const shownName = visibleFileName(handle?.name ?? fileName)
  const title = msg('Exporting {name}', { name: shownName })
  if (handle) {
    const written = await runJob(
      tab.key,
      title,
      (jobId, onProgress) => client.exportToFile({ ...choice, jobId }, handle, onProgress),
      { isExport: true },
    )
    if (!written.ok) {
      sayNotWritten(tab.key, written.failure)
      return false
    }
    const { bytes: size, notes } = written.value
    showMessage('status', sentences(writtenMessage(shownName, size, invalid), ...notes))
    return true
  }
  const exported = await runJob(
    tab.key,
    title,
    (jobId, onProgress) => client.exportBlob({ ...choice, jobId }, onProgress),
    { isExport: true },
  )
  if (!exported.ok) {
    sayNotWritten(tab.key, exported.failure)
    return false
  }
  const { blob, notes } = exported.value
  startDownload(blob, fileName)
  showMessage('status', sentences(downloadedMessage(shownName, blob.size, invalid), ...notes))
  return true
}

/** Where the file is what it was no more, the ways to go on with it are offered as well. */
function sayNotWritten(key: DocumentKey, failure: Failure): void {
  showFailure(failure)
  if (failure.kind === 'file-changed' || failure.kind === 'file-gone') void checkFile(key)
}

function writtenMessage(name: string, size: number, invalid: number): Message {
  const known = { name, size: bytes(size) }
  return invalid === 0
    ? msg('Wrote {size} to {name}.', known)
    : msg(
        'Wrote {size} to {name}. It has {invalid, plural, one {# invalid line} other {# invalid lines}}.',
        { ...known, invalid },
      )
}

function downloadedMessage(name: string, size: number, invalid: number): Message {
  const known = { name, size: bytes(size) }
  return invalid === 0
    ? msg('{name} ({size}) was downloaded.', known)
    : msg(
        '{name} ({size}) was downloaded. It has {invalid, plural, one {# invalid line} other {# invalid lines}}.',
        { ...known, invalid },
      )
}

/** Writes over the file that was opened. The browser asks for leave the first time. */
export async function saveDocument(): Promise<boolean> {
  const tab = readyDocument()
  const handle = tab && sourceOf(tab.key)?.handle
  if (!tab || !handle || !hasNoDrafts(tab)) return false
  if (!(await checkBeforeWriting(tab.key))) {
    refuseToWrite(
      tab.key,
      msg(
        '{name} is no longer the file that was read, so it was not overwritten. Use Export to write a new file.',
        { name: tab.name },
      ),
    )
    return false
  }
  if (findDocument(tab.key)?.more) {
    showMessage(
      'alert',
      msg(
        'Something was appended to {name} after it was read, and saving would remove it. Read that first.',
        { name: tab.name },
      ),
      { label: msg('Read it'), run: () => void readMore(tab.key) },
    )
    return false
  }
  if (!(await askPermission(handle, 'readwrite'))) {
    showMessage(
      'alert',
      msg('The browser was not allowed to write {name}. Use Export instead.', { name: tab.name }),
    )
    return false
  }
  return saveTo(tab, handle, true)
}

/**
 * Writes all lines to another file of the user's and goes on working with that one. Where it may be the open one,
 * `secureFile.ts` comes first.
 */
export async function saveDocumentAs(handle: FileSystemFileHandle): Promise<boolean> {
  const tab = readyDocument()
  return tab && hasNoDrafts(tab) ? saveTo(tab, handle) : false
}

/** Saving gives lines new ids, which would tear drafts from their lines. Says where there are some. */
export function hasNoDrafts({ drafts }: DocumentTab): boolean {
  const [first] = drafts
  if (!first) return true
  const { line } = first
  showMessage(
    'alert',
    drafts.length === 1
      ? msg(
          'Text that is not applied yet was typed in line {line, number}. Apply or cancel it in the line editor, then save.',
          { line },
        )
      : msg(
          'Text that is not applied yet was typed in {count, number} lines, the first of them line {line, number}. Apply or cancel it in the line editor, then save.',
          { count: drafts.length, line },
        ),
  )
  return false
}

async function saveTo(
  tab: DocumentTab,
  handle: FileSystemFileHandle,
  isOpened = false,
): Promise<boolean> {
  const { key } = tab
  const name = visibleFileName(handle.name)
  const client = clientOf(key)
  const chosen = tab.selection
  // Edits may have moved the line since it was selected, and saving gives every line another id.
  const place = chosen && (await client.indexOfLine(chosen.id))
  const result = await runJob(key, msg('Saving {name}', { name }), (jobId, onProgress) =>
    client.save(handle, jobId, onProgress, isOpened),
  )
  if (!result.ok) {
    showFailure(result.failure)
    // What was appended is offered.
    if (isOpened) void checkFile(key)
    return false
  }
  // The edits are in the file now: a worker that dies later starts from the written file. Its lines
  // have new ids and none of the old steps of undo.
  clearCommands(key)
  withdrawUndoOffer(key)
  setSource(key, { file: await handle.getFile(), handle })
  void holdFile(key)
  const { selection } = findDocument(key) ?? tab
  const index =
    (selection?.id === chosen?.id && place?.ok ? place.value.line?.index : undefined) ??
    selection?.index
  const found = index === undefined ? undefined : await client.lineIdAt(index)
  // Without it no line is selected, which loses nothing.
  const line = found?.ok ? found.value.line : undefined
  updateDocument(key, {
    facts: result.value,
    selection: selection && line ? { ...selection, ...line } : undefined,
    name,
    canSave: true,
    fileProblem: undefined,
    more: undefined,
  })
  showMessage('status', msg('Saved {name}.', { name }))
  return true
}

function readyDocument(): DocumentTab | undefined {
  const tab = activeDocument()
  if (!tab || !hasClient(tab.key)) return undefined
  if (tab.facts?.state === 'reading') {
    showMessage('status', msg('The file is still being read. Try again when that is done.'))
    return undefined
  }
  return tab
}
