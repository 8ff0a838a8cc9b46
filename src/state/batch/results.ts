// The results of a run: into the pairing beside their input, to the disk, or away from the API.
import { listOf, msg, sentences } from '../../i18n/message.ts'
import { askFirst } from '../actions/dialogs.ts'
import { closeDocument } from '../actions/documents.ts'
import { showFailure, showMessage } from '../actions/messages.ts'
import { openTabs } from '../actions/openDocuments.ts'
import { hasUnsavedWork } from '../drafts.ts'
import { withPairing } from '../pairing/withPairing.ts'
import { startDownload } from '../startDownload.ts'
import { type DocumentKey, findDocument } from '../store.ts'
import { batchStore, type Run, type RunPart } from './batchStore.ts'
import { askApi } from './batchWorker.ts'
import { fetchInput, fetchResults } from './resultFiles.ts'
import { resultFileIds, roundsOf } from './rounds.ts'
import { changeRecord, findRun, openInputOf, updatePart, updateRun } from './runs.ts'

/** What is open of all rounds of a run. */
export interface OpenedResults {
  readonly input: readonly DocumentKey[]
  /** In the order of the rounds: later answers count. */
  readonly answers: readonly DocumentKey[]
  /** Everything that the batches left is open. */
  readonly isWhole: boolean
}

/** Into the pairing, beside the input; of all rounds of the run. */
export async function openResults(run: string): Promise<void> {
  const opened = await openRounds(run)
  if (opened && opened.answers.length === 0 && opened.isWhole) {
    showMessage(
      'status',
      msg('There are no results to open: nothing was answered, and nothing failed.'),
    )
  }
}

/** Runs of which results are on their way. */
const opening = new Map<string, Promise<OpenedResults>>()

/** The same, for whoever goes on with them. Undefined for a run that is not there. */
export async function openRounds(run: string): Promise<OpenedResults | undefined> {
  const shown = findRun(run)
  if (!shown) return undefined
  const first = roundsOf(shown)[0]?.id ?? run
  const known = opening.get(first)
  if (known) return known
  const work = openAll(roundsOf(shown))
  opening.set(first, work)
  try {
    return await work
  } finally {
    opening.delete(first)
  }
}

async function openAll(rounds: readonly Run[]): Promise<OpenedResults> {
  const answers: DocumentKey[] = []
  let isWhole = true
  for (const { id } of rounds) {
    const round = findRun(id)
    if (!round) continue
    const opened = await openRound(round)
    answers.push(...opened.keys)
    isWhole &&= opened.isWhole
  }
  const root = rounds[0]
  const input = root && answers.length > 0 ? await openInput(root) : []
  if (answers.length > 0) {
    await withPairing(async (pairing) => {
      await pairing.pairTogether([...input, ...answers])
      pairing.showPairing()
    })
  }
  if (!isWhole) {
    showMessage(
      'alert',
      msg(
        'Some results could not be downloaded. The batch says why; try again when that is put right.',
      ),
    )
  }
  return { input, answers, isWhole }
}

/** By run: what was opened although not all of its results came. */
const incomplete = new Map<string, readonly DocumentKey[]>()

async function openRound(
  round: Run,
): Promise<{ readonly keys: readonly DocumentKey[]; readonly isWhole: boolean }> {
  const open = [...new Set(round.parts.flatMap(({ results }) => results))].filter((key) =>
    findDocument(key),
  )
  const isOpen = ({ results }: RunPart): boolean =>
    results.length > 0 && results.every((key) => open.includes(key))
  // What was answered and cannot be had any more.
  const isLost = (part: RunPart): boolean =>
    part.state === 'ended' &&
    (part.batch?.counts.completed ?? 0) > 0 &&
    resultFileIds(part).output === undefined &&
    !isOpen(part)
  const areAllThere = !round.parts.some(isLost)
  const needed = round.parts.filter((part) => hasResultFiles(part) && !isOpen(part))
  if (needed.length === 0) return { keys: open, isWhole: areAllThere }
  const { files, isWhole, parts } = await fetchResults(round)
  const keys = files.length > 0 ? openTabs(files.map((file) => ({ file }))) : []
  // Those of fewer parts, from before the others ended; or of fewer files, where some did not come.
  const earlier = [...open, ...(incomplete.get(round.id) ?? [])]
  if (isWhole) {
    for (const index of parts) updatePart(round.id, index, { results: keys })
    incomplete.delete(round.id)
  } else incomplete.set(round.id, keys)
  for (const key of earlier) {
    const tab = findDocument(key)
    if (tab && !hasUnsavedWork(tab)) closeDocument(key)
  }
  return { keys, isWhole: isWhole && areAllThere }
}

function hasResultFiles(part: RunPart): boolean {
  return Object.values(resultFileIds(part)).some((id) => id !== undefined)
}

/** What was sent, where it is open; or what the API still has of it. */
async function openInput(run: Run): Promise<readonly DocumentKey[]> {
  const open = openInputOf(run)
  if (open !== undefined) return [open]
  const file = await fetchInput(run)
  if (!file || file.size === 0) {
    showMessage(
      'status',
      msg(
        'The input is neither open nor at the API any more, so what is missing cannot be told. Open {name} and pair it with the results.',
        { name: run.fileName },
      ),
    )
    return []
  }
  const keys = openTabs([{ file }])
  updateRun(run.id, { documentKey: keys[0] })
  return keys
}

/** Milliseconds between downloads: a browser may take only the last of several at once. */
const DOWNLOAD_GAP_MS = 300

/** Runs of which results are being saved: a second press changes nothing. */
const saving = new Set<string>()

/** To the browser's downloads. */
export async function saveResults(run: string): Promise<void> {
  const shown = findRun(run)
  if (!shown || saving.has(run)) return
  saving.add(run)
  try {
    await saveNow(shown)
  } finally {
    saving.delete(run)
  }
}

async function saveNow(shown: Run): Promise<void> {
  const { files, isWhole } = await fetchResults(shown)
  if (!isWhole) {
    showMessage(
      'alert',
      msg('Not all results could be downloaded, so none were saved. The batch says why.'),
    )
    return
  }
  if (files.length === 0) {
    showMessage('status', msg('There is nothing to save: the files of results are empty.'))
    return
  }
  for (const [index, file] of files.entries()) {
    if (index > 0) await new Promise((resolve) => setTimeout(resolve, DOWNLOAD_GAP_MS))
    startDownload(file, file.name)
  }
  showMessage(
    'status',
    msg('{files} {count, plural, one {was} other {were}} downloaded.', {
      files: listOf(
        files.map(({ name }) => name),
        'and',
      ),
      count: files.length,
    }),
  )
}

/** Asks first. */
export function deleteRemote(run: string): void {
  const shown = findRun(run)
  if (!shown) return
  if (shown.parts.some(({ state }) => state !== 'ended' && state !== 'stopped')) {
    showMessage(
      'alert',
      msg('A part of {name} still runs. Its files can be deleted when that has ended.', {
        name: shown.fileName,
      }),
    )
    return
  }
  const hasUnopened = shown.parts.some((part) => part.results.length === 0 && hasResultFiles(part))
  askFirst({
    title: msg('Delete the files of {name} at the API?', { name: shown.fileName }),
    text: hasUnopened
      ? msg(
          'The uploaded file and the results are deleted there for good. Results were not opened here: what was paid for is lost, unless it was saved.',
        )
      : msg(
          'The uploaded file and the results are deleted there for good. What is open here stays until this page is closed.',
        ),
    confirmLabel: msg('Delete the files'),
    keepLabel: msg('Keep the files'),
    run: () => void deleteNow(run),
  })
}

async function deleteNow(run: string): Promise<void> {
  const shown = findRun(run)
  if (!shown) return
  const inUse = fileIdsInUse(run)
  const gone = new Set<string>()
  let deleted = 0
  for (const { file, batch } of shown.parts) {
    const ids = [file?.id ?? batch?.inputFileId, batch?.outputFileId, batch?.errorFileId]
    for (const id of ids) {
      if (id === undefined || inUse.has(id) || gone.has(id)) continue
      const answer = await askApi((client) => client.deleteFile(id), shown.baseUrl)
      if (answer.ok) deleted += 1
      else if (answer.failure.code !== 'api-not-found') {
        await forgetFiles(run, gone)
        showFailure(answer.failure)
        return
      }
      gone.add(id)
    }
  }
  await forgetFiles(run, gone)
  const text = msg('{count, plural, one {# file was} other {# files were}} deleted at the API.', {
    count: deleted,
  })
  const before = gone.size - deleted
  const others = msg('{count, plural, one {# file was} other {# files were}} gone already.', {
    count: before,
  })
  showMessage('status', before > 0 ? sentences(text, others) : text)
}

/** Files from which another run was made that goes on. */
function fileIdsInUse(run: string): ReadonlySet<string> {
  return new Set(
    batchStore
      .getState()
      .runs.filter(({ id }) => id !== run)
      .flatMap(({ parts }) => parts)
      .filter(({ state }) => state !== 'ended' && state !== 'stopped')
      .flatMap(({ file }) => file?.id ?? []),
  )
}

async function forgetFiles(run: string, deleted: ReadonlySet<string>): Promise<void> {
  const kept = <T>(value: T, id: string | undefined): T | undefined =>
    id !== undefined && deleted.has(id) ? undefined : value
  await changeRecord(run, (record) => ({
    ...record,
    parts: record.parts.map((part) => {
      const { batch, file } = part
      return {
        ...part,
        ...(file && deleted.has(file.id) && { isDeleted: true as const, file: undefined }),
        batch: batch && {
          ...batch,
          outputFileId: kept(batch.outputFileId, batch.outputFileId),
          errorFileId: kept(batch.errorFileId, batch.errorFileId),
        },
      }
    }),
  }))
}
