// Ways in: files, pasted text, examples and recent files. Each becomes a tab with its own worker.
import type { AttachedFindings } from '../../contracts/attachedFindings.ts'
import { listOf, msg } from '../../i18n/message.ts'
import { attachFindings } from '../attachedFindings.ts'
import { openScope } from '../documentScope.ts'
import { examples } from '../examples.ts'
import { askPermission } from '../filePermission.ts'
import { visibleFileName } from '../fileName.ts'
import { forgetFile, readRecentFiles, rememberFile } from '../persistence.ts'
import { blankDocument, type DocumentKey, findDocument, store, updateDocument } from '../store.ts'
import { clientOf, hasClient, type OpenedSource, setSource, sourceOf } from '../clients.ts'
import { withPairing } from '../pairing/withPairing.ts'
import { offerKept } from '../recovery/offerKept.ts'
import { holdOpenedFile } from '../recovery/otherTabs.ts'
import { applyJournal, fileToRecover } from '../recovery/recover.ts'
import type { KeptEdits } from '../recovery/recoveryStore.ts'
import { whenIdle } from '../whenIdle.ts'
import { attachFile } from './attachFile.ts'
import { closeDocument } from './documents.ts'
import { hasFileProblem } from './fileCheck.ts'
import { showMessage } from './messages.ts'
import { readFrom, startReading } from './reading.ts'

export interface FileToOpen {
  readonly file: File
  /**
   * Where the browser gave one: the file can then be saved in place and opened again later. Reading
   * does not wait for one that is still to come.
   */
  readonly handle?: PossibleHandle | Promise<PossibleHandle>
  /** What is to be said of its lines beside what validating them tells. */
  readonly attached?: AttachedFindings
  /** Where it is known what the lines are. */
  readonly formatId?: string | undefined
  /** Id of the journal whose edits are applied when it is read. */
  readonly journalId?: string | undefined
}

type PossibleHandle = FileSystemFileHandle | undefined

/** Opening more workers than this at once exhausts small machines. */
const OPEN_LIMIT = 12

/** Of all examples: each is the same file every time. */
const EXAMPLE_TIME = 0

let lastKey = 0
let lastPaste = 0

/**
 * Opens every file in a tab of its own and shows the first of them. Reading goes on by itself. Files
 * that come while the pairing is shown are added to it; requests and answers that come together are
 * paired. `startedAt` is the time of the drop on the clock of `Date.now()`.
 */
export function openFiles(files: readonly FileToOpen[], startedAt = Date.now()): void {
  // Before a file is taken for a new one: documents whose file cannot be read may be waiting for it.
  if (files.some((file) => candidatesFor(file).length > 0)) {
    void takeBack(files).then((others) => {
      if (others.length > 0) openAll(others, startedAt)
    })
  } else openAll(files, startedAt)
}

/** Documents whose file changed or is gone, and that a file may be. */
function candidatesFor({ file, attached, journalId }: FileToOpen): readonly DocumentKey[] {
  if (attached || journalId !== undefined) return []
  return store
    .getState()
    .documents.filter(({ key }) => hasFileProblem(key) && hasClient(key))
    .filter(({ key }) => {
      const { file: before } = sourceOf(key) ?? {}
      return before !== undefined && (before.name === file.name || file.size >= before.size)
    })
    .map(({ key }) => key)
}

/** Gives files back to the documents that are of them; resolves with the others. */
async function takeBack(files: readonly FileToOpen[]): Promise<readonly FileToOpen[]> {
  const others: FileToOpen[] = []
  for (const file of files) {
    const key = await ownerOf(file)
    if (key === undefined) others.push(file)
    else {
      store.setState({ activeKey: key, isNewBatchShown: false })
      await attachFile(key, await sourceFrom(file))
    }
  }
  return others
}

/** The document that has the content of a file; else one whose file has its name. */
async function ownerOf(given: FileToOpen): Promise<DocumentKey | undefined> {
  const candidates = candidatesFor(given)
  for (const key of candidates) if (await isLike(key, given.file)) return key
  return candidates.find((key) => sourceOf(key)?.file.name === given.file.name)
}

async function isLike(key: DocumentKey, file: File): Promise<boolean> {
  if (!hasClient(key) || findDocument(key)?.facts?.state !== 'ready') return false
  const answer = await clientOf(key).isLike(file)
  return answer.ok && answer.value
}

async function sourceFrom({ file, handle }: FileToOpen): Promise<OpenedSource> {
  return { file, handle: await handle }
}

/** Files that were chosen for a document whose file could not be read any more, or has changed. */
export async function openAgain(key: DocumentKey, files: readonly FileToOpen[]): Promise<void> {
  const [chosen, ...others] = files
  if (!chosen || others.length > 0 || !findDocument(key)) {
    openFiles(files)
    return
  }
  const source = await sourceFrom(chosen)
  const name = sourceOf(key)?.file.name
  if (await isLike(key, chosen.file)) await attachFile(key, source)
  else if (name === chosen.file.name) await readFrom(key, source)
  else {
    openAll([chosen])
    const shown = visibleFileName(chosen.file.name)
    showMessage(
      'status',
      msg('{name} has another name and other content, so it was opened as a document of its own.', {
        name: shown,
      }),
    )
  }
}

function openAll(files: readonly FileToOpen[], startedAt = Date.now()): void {
  const { isPairingShown } = store.getState()
  const keys = openTabs(files, startedAt)
  if (keys.length === 0) return
  if (isPairingShown) void withPairing((pairing) => pairing.addToPairing(keys))
  else if (keys.length > 1) void withPairing((pairing) => pairing.pairTogether(keys))
}

/** The same without pairing them; returns the documents, in the order of the files. */
export function openTabs(
  files: readonly FileToOpen[],
  startedAt = Date.now(),
): readonly DocumentKey[] {
  if (files.length > OPEN_LIMIT) {
    showMessage(
      'alert',
      msg(
        'You chose {count, number} files. The first {limit, number} are opened; close some and open the rest.',
        { count: files.length, limit: OPEN_LIMIT },
      ),
    )
  }
  const copies: DocumentKey[] = []
  const tabs = files.slice(0, OPEN_LIMIT).map(({ attached, file, handle }) => {
    lastKey += 1
    const key = `document-${lastKey}`
    const known = handle instanceof Promise ? undefined : handle
    if (isOpenAlready(file)) copies.push(key)
    openScope(key)
    setSource(key, { file, handle: known })
    if (attached) attachFindings(key, file, attached)
    void Promise.resolve(handle).then((found) => found && keepHandle(key, file, found))
    return { ...blankDocument, key, name: visibleFileName(file.name), canSave: known !== undefined }
  })
  const first = tabs[0]
  if (!first) return []
  const { isPairingShown } = store.getState()
  store.setState((state) => ({
    documents: [...state.documents, ...tabs],
    activeKey: isPairingShown ? state.activeKey : first.key,
    isNewBatchShown: false,
    isPanelOpen: false,
    dialog: undefined,
  }))
  if (copies.length > 0) sayOpenAlready(copies)
  tabs.forEach(({ key }, at) => {
    if (files[at]?.file.lastModified !== EXAMPLE_TIME) whenIdle(() => void holdOpenedFile(key))
    const formatId = files[at]?.formatId
    const reading = startReading(key, { startedAt, ...(formatId !== undefined && { formatId }) })
    void reading.then((isRead) => {
      if (isRead) void recoverInto(key, files[at]?.journalId)
    })
  })
  return tabs.map((tab) => tab.key)
}

/** What earlier visits left of the file, when it is read. */
async function recoverInto(key: DocumentKey, journalId: string | undefined): Promise<void> {
  if (journalId === undefined) whenIdle(() => void offerKept(key))
  else await applyJournal(key, journalId)
}

/** Applies what is offered above the table; in a tab of its own when this one has edits already. */
export async function applyOffered(key: DocumentKey): Promise<void> {
  const tab = findDocument(key)
  const source = sourceOf(key)
  if (!tab?.offered || !source) return
  const { id } = tab.offered.edits
  updateDocument(key, { offered: undefined })
  const { undoLabel, redoLabel } = tab.facts ?? {}
  if (undoLabel === undefined && redoLabel === undefined) await applyJournal(key, id)
  else openFiles([{ file: source.file, handle: source.handle, journalId: id }])
}

/** Opens the file of edits that are kept, and applies them. Needs a click. */
export async function openAndApply(kept: KeptEdits): Promise<void> {
  const found = await fileToRecover(kept)
  if (found) openFiles([{ ...found, journalId: kept.id }])
}

/** Whether a tab shows this state of the file. */
function isOpenAlready(file: File): boolean {
  return store.getState().documents.some(({ key }) => {
    const other = sourceOf(key)?.file
    return (
      other?.name === file.name &&
      other.size === file.size &&
      other.lastModified === file.lastModified
    )
  })
}

function sayOpenAlready(copies: readonly DocumentKey[]): void {
  const names = listOf(
    copies.map((key) => findDocument(key)?.name ?? ''),
    'and',
  )
  const text =
    copies.length === 1
      ? msg(
          '{names} was open already. This is a second copy: edits of one do not show in the other.',
          { names },
        )
      : msg('{names} were open already. These are second copies, with edits of their own.', {
          names,
        })
  showMessage('status', text, {
    label: copies.length === 1 ? msg('Close the copy') : msg('Close the copies'),
    run: () => {
      for (const key of copies) closeDocument(key)
    },
  })
}

/** Allows saving in place and puts the file on the list of recent ones. */
function keepHandle(key: DocumentKey, file: File, handle: FileSystemFileHandle): void {
  whenIdle(() => void rememberFile(file, handle))
  // Closed, or read again from elsewhere, while the handle was on its way.
  if (sourceOf(key)?.file !== file) return
  setSource(key, { file, handle })
  if (findDocument(key)?.canSave === false) updateDocument(key, { canSave: true })
}

/** Opens text as a new document, exactly as it was pasted. */
export function openPastedText(text: string): void {
  lastPaste += 1
  const name = lastPaste === 1 ? 'pasted.jsonl' : `pasted-${lastPaste}.jsonl`
  openFiles([{ file: new File([text], name, { type: 'application/jsonl' }) }])
}

export async function openExample(id: string): Promise<void> {
  const example = examples.find((entry) => entry.id === id)
  if (!example) return
  try {
    openFiles(await Promise.all(example.fileNames.map(fetchExample)))
  } catch {
    showMessage(
      'alert',
      msg('The example could not be loaded. Check the connection and try again.'),
    )
  }
}

async function fetchExample(fileName: string): Promise<FileToOpen> {
  const response = await fetch(new URL(`examples/${fileName}`, location.href))
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  return { file: new File([await response.blob()], fileName, { lastModified: EXAMPLE_TIME }) }
}

/** Opens a file of an earlier visit. The browser asks for leave first, so this needs a click. */
export async function openRecent(id: string): Promise<void> {
  const recent = (await readRecentFiles()).find((entry) => entry.id === id)
  if (!recent) return
  const { handle } = recent
  const name = visibleFileName(recent.name)
  if (!(await askPermission(handle, 'read'))) {
    showMessage(
      'alert',
      msg('The browser was not allowed to read {name}. Open it from the disk.', { name }),
    )
    return
  }
  try {
    openFiles([{ file: await handle.getFile(), handle }])
  } catch {
    showMessage('alert', msg('{name} is no longer where it was. Open it from the disk.', { name }))
    await forgetFile(id)
  }
}
