// 'Split into valid files': which files the document makes, a look at them, and writing them to a folder or into
// one archive.
import type { Result } from '../../base/result.ts'
import type { PartLimits } from '../../contracts/batchParts.ts'
import type { OnProgress } from '../../contracts/progress.ts'
import type { NamedFile, SplitPlan } from '../../contracts/splitFiles.ts'
import { bytes, listOf, type Message, msg } from '../../i18n/message.ts'
import { askFirst, closeDialog, openDialog } from '../actions/dialogs.ts'
import { checkBeforeWriting } from '../actions/fileCheck.ts'
import { runJob } from '../actions/jobs.ts'
import { showFailure, showMessage } from '../actions/messages.ts'
import { formatLimitsOf } from '../batch/partLimits.ts'
import { clientOf, hasClient } from '../clients.ts'
import { visibleFileName } from '../fileName.ts'
import { releaseDownloads, startDownload } from '../startDownload.ts'
import { type DocumentKey, findDocument, store } from '../store.ts'
import { archiveName, partNames, restName } from './fileNames.ts'
import { type SplitState, splitStore } from './splitStore.ts'

/** Files named in a question. */
const MAX_NAMED = 3

let origin: DocumentKey | undefined

/** Rises with every dialog and every choice: what belongs to an earlier one comes too late. */
let turn = 0

/** Opens the dialog for a document that was read, and looks through its lines. */
export function openSplit(key: DocumentKey): void {
  const tab = findDocument(key)
  if (!tab?.facts || !hasClient(key)) return
  if (tab.facts.state !== 'ready') {
    showMessage('status', msg('The file is still being read. Try again when that is done.'))
    return
  }
  stop()
  origin = key
  const { invalid } = tab.facts
  splitStore.setState(
    {
      name: tab.name,
      invalid,
      limits: formatLimitsOf(tab.facts),
      selection: 'valid',
      requests: '',
    },
    true,
  )
  openDialog('split')
  void plan()
}

/** Closes the dialog; what runs is stopped. */
export function closeSplit(): void {
  stop()
  origin = undefined
  closeDialog()
}

/** Stops what runs; the dialog stays. */
export function cancelSplit(): void {
  const { running } = splitStore.getState()
  if (running?.what === 'planning') closeSplit()
  else stop()
}

export async function chooseSelection(selection: SplitState['selection']): Promise<void> {
  splitStore.setState({ selection })
  await plan()
}

/** Requests in a file at most, as typed. */
export async function chooseRequests(requests: string): Promise<void> {
  splitStore.setState({ requests })
  if (areRequests(requests, splitStore.getState().limits)) await plan()
}

/** Whether what was typed is a number of requests that a batch may hold, or nothing. */
export function areRequests(typed: string, { lines }: PartLimits): boolean {
  return typed === '' || (/^\d{1,9}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= lines)
}

/** The files of a plan under their names: the parts, and what is left over. */
export function namedFiles(name: string, { files, rest }: SplitPlan): readonly NamedFile[] {
  const names = partNames(name, files.length)
  return [
    ...files.map(({ blob }, at) => ({ name: names[at] as string, blob })),
    ...(rest ? [{ name: restName(name), blob: rest.blob }] : []),
  ]
}

/** Writes all files; asks first where files of these names are there. */
export async function writeToFolder(folder: FileSystemDirectoryHandle): Promise<void> {
  const { name, plan: shown } = splitStore.getState()
  if (!shown) return
  const files = namedFiles(name, shown)
  const there = await namesIn(folder, files)
  if (there.length === 0) return write(folder, files)
  const more = there.length - MAX_NAMED
  const named = there.slice(0, MAX_NAMED).map(visibleFileName)
  askFirst({
    title: msg('Replace files in {folder}?', { folder: folder.name }),
    text: msg('There already: {names}. What is in them is lost.', {
      names: listOf(
        more > 0
          ? [...named, msg('{count, plural, one {# more} other {# more}}', { count: more })]
          : named,
        'and',
      ),
    }),
    confirmLabel: msg('Replace them'),
    keepLabel: msg('Keep them'),
    run: () => void write(folder, files),
  })
}

/** Downloads all files as one archive. */
export async function downloadArchive(): Promise<void> {
  const { name, plan: shown } = splitStore.getState()
  if (!shown) return
  releaseDownloads()
  const files = namedFiles(name, shown)
  const packed = await run('packing', msg('Packing {name}', { name }), (key, jobId, onProgress) =>
    clientOf(key).packFiles(files, jobId, onProgress),
  )
  if (!packed) return
  const fileName = archiveName(name)
  startDownload(packed, fileName)
  finish(
    msg('{name} ({size}) was downloaded. It holds {count, plural, one {# file} other {# files}}.', {
      name: fileName,
      size: bytes(packed.size),
      count: files.length,
    }),
  )
}

async function write(
  folder: FileSystemDirectoryHandle,
  files: readonly NamedFile[],
): Promise<void> {
  const { name } = splitStore.getState()
  const count = await run('writing', msg('Splitting {name}', { name }), (key, jobId, onProgress) =>
    clientOf(key).writeFiles(files, folder, jobId, onProgress),
  )
  if (count === undefined) return
  finish(
    msg('Wrote {count, plural, one {# file} other {# files}} to {folder}.', {
      count,
      folder: folder.name,
    }),
  )
}

function finish(text: Message): void {
  origin = undefined
  splitStore.setState({ plan: undefined })
  closeDialog()
  showMessage('status', text)
}

async function namesIn(
  folder: FileSystemDirectoryHandle,
  files: readonly NamedFile[],
): Promise<readonly string[]> {
  const there = await Promise.all(
    files.map(({ name }) =>
      folder.getFileHandle(name).then(
        () => name,
        () => undefined,
      ),
    ),
  )
  return there.filter((name) => name !== undefined)
}

async function plan(): Promise<void> {
  const { limits, name, requests, selection } = splitStore.getState()
  splitStore.setState({ plan: undefined })
  const lines = areRequests(requests, limits) && requests !== '' ? Number(requests) : limits.lines
  const planned = await run(
    'planning',
    msg('Looking through {name}', { name }),
    (key, jobId, onProgress) =>
      clientOf(key).splitFiles({ jobId, limits: { ...limits, lines }, selection }, onProgress),
  )
  if (planned) splitStore.setState({ plan: planned })
}

/**
 * Runs a job of the document that the dialog shows. Undefined where it failed, which the dialog says, or where
 * something else was asked for meanwhile.
 */
async function run<T>(
  what: NonNullable<SplitState['running']>['what'],
  title: Message,
  start: (key: DocumentKey, jobId: string, onProgress: OnProgress) => Promise<Result<T>>,
): Promise<T | undefined> {
  const key = origin
  stop()
  if (key === undefined || !hasClient(key)) return undefined
  const mine = turn
  const show = (state: Partial<SplitState>): void => {
    if (mine === turn) splitStore.setState(state)
  }
  show({ problem: undefined })
  if (!(await checkBeforeWriting(key))) {
    const { name } = splitStore.getState()
    show({
      problem: msg('{name} changed on the disk or is gone. Read it again first.', { name }),
    })
    return undefined
  }
  if (mine !== turn) return undefined
  const made = await runJob(key, title, (jobId, onProgress) => {
    show({ running: { what, jobId } })
    return start(key, jobId, (progress) => {
      onProgress(progress)
      show({ running: { what, jobId, progress } })
    })
  })
  if (mine !== turn) return undefined
  show({ running: undefined })
  if (made.ok) return made.value
  if (made.failure.kind === 'cancelled') return undefined
  // Files that are dropped take the dialog away.
  if (store.getState().dialog === 'split') show({ problem: made.failure.message })
  else showFailure(made.failure)
  return undefined
}

function stop(): void {
  turn += 1
  const { running } = splitStore.getState()
  if (running && origin !== undefined && hasClient(origin)) {
    void clientOf(origin).cancel(running.jobId)
  }
  splitStore.setState({ running: undefined })
}
