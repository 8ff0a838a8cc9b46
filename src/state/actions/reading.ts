// Starting the worker of a document and reading its file into it: the first time, again, and again with all edits
// after the worker died. Where it has edits and lives, `attachFile.ts` reads the file again.
import type { DocumentFacts, OpenOptions } from '../../contracts/documentApi.ts'
import { type Message, msg } from '../../i18n/message.ts'
import type { LoggedCommand } from '../../contracts/loggedCommand.ts'
import type { DocumentClient } from '../../worker/documentClient.ts'
import { attachedFindingsOf } from '../attachedFindings.ts'
import {
  clientOf,
  dropClient,
  hasClient,
  type OpenedSource,
  rowsOf,
  setClient,
  setSource,
  sourceOf,
} from '../clients.ts'
import { clearCommands, commandsOf, logCommand } from '../commandLog.ts'
import { documentSlot } from '../documentScope.ts'
import {
  activeDocument,
  type DocumentKey,
  type DocumentTab,
  emptySearch,
  findDocument,
  store,
  updateDocument,
} from '../store.ts'
import { lineSeed } from '../lineSeed.ts'
import { followSharedLines } from '../followSharedLines.ts'
import { giveUpJournal, journalFor, journalIdOf, nextJournal } from '../recovery/documentJournal.ts'
import { leftOfLog, leftWith } from '../recovery/leftOnPage.ts'
import { applyJournal } from '../recovery/recover.ts'
import { followEdits } from '../recovery/followEdits.ts'
import { withConversion } from '../conversion/withConversion.ts'
import { prepareClientLater, takeClient } from '../spareClient.ts'
import { watchFile } from '../watchFile.ts'
import { attachFile, freshSource, hasWork } from './attachFile.ts'
import { checkFile, forgetFileProblem, isThereAgain, reportFileProblem } from './fileCheck.ts'
import { arrive } from './announce.ts'
import { downloadTyped } from './exportEdited.ts'
import { columnsStore } from '../columns/columnsStore.ts'
import { ignoredIn, tellIgnored } from './ignoring.ts'
import { dropJobsOf, newJobId, runJob } from './jobs.ts'
import { showFailure, showMessage } from './messages.ts'
import { showAllAfterMatches } from './search.ts'

/** A worker that reads the file. */
interface Reading {
  readonly jobId: string
  /** The first facts wait for the first rows; what comes meanwhile is soon overtaken. */
  waitsForRows: boolean
  /** What is in the file is read instead of it: the file says no more why it cannot be read. */
  isUnpacked: boolean
}

const readings = documentSlot<{ current?: Reading | undefined }>(() => ({}))

/** Starts a new worker on the document's file. Resolves when the last line is validated. */
export async function startReading(
  key: DocumentKey,
  options: Omit<OpenOptions, 'jobId' | 'attached'>,
): Promise<boolean> {
  const source = sourceOf(key)
  if (!source) return false
  dropClient(key)
  dropJobsOf(key)
  const client = watchFile(
    takeClient(),
    (failure) => reportFileProblem(key, failure),
    () => isThereAgain(key),
  )
  setClient(key, client)
  // Revisions of the new worker count from the beginning again.
  updateDocument(key, { facts: undefined, crash: undefined, readFailure: undefined })
  client.onCrash((message) => handleCrash(key, client, message))
  loadCatalogue(client)
  const jobId = newJobId()
  const reading: Reading = { jobId, waitsForRows: false, isUnpacked: false }
  readings.of(key).current = reading
  const ignored = ignoredIn(key)
  const opening = {
    jobId,
    ...options,
    seed: lineSeed(),
    attached: attachedFindingsOf(key),
    ignored,
    columns: columnsStore.getState().wishes,
    journal: journalFor(key),
  }
  followSharedLines()
  followEdits()
  const result = await client.open(source.file, opening, (facts) => takeFacts(key, client, facts))
  if (readings.of(key).current === reading) readings.of(key).current = undefined
  if (!isCurrent(key, client)) return false
  prepareClientLater()
  if (store.getState().activeKey === key) arrive()
  if (result.ok) {
    takeFacts(key, client, result.value)
    logChosenFormat(key, options, result.value)
    // It may have been asked for before there was a document in the worker.
    if (ignoredIn(key).join('\n') !== ignored.join('\n')) void tellIgnored(key)
    // What was appended or put in its place meanwhile need not have made reading fail.
    void checkFile(key)
  }
  // Otherwise the facts say why.
  else if (!findDocument(key)?.facts?.failure && !reading.isUnpacked) {
    updateDocument(key, { readFailure: result.failure.message })
  }
  return result.ok
}

/** Stops reading the active document; what was read stays. */
export async function cancelReading(): Promise<void> {
  const key = activeDocument()?.key
  const jobId = key && readings.of(key).current?.jobId
  if (key && jobId !== undefined && hasClient(key)) await clientOf(key).cancel(jobId)
}

/** Reads the file as it is on the disk now. Edits are made again, in the lines that are still there. */
export function reload(key: DocumentKey): void {
  void readFromDisk(key)
}

async function readFromDisk(key: DocumentKey): Promise<void> {
  const source = await freshSource(key)
  if (source) await readFrom(key, source)
}

/** Reads a document again from a file that was found to be its own. */
export async function readFrom(key: DocumentKey, source: OpenedSource): Promise<void> {
  const tab = findDocument(key)
  if (!tab) return
  if (hasWork(tab) && hasClient(key)) {
    await attachFile(key, source, true)
    return
  }
  const before = sourceOf(key)?.file
  setSource(key, source)
  updateDocument(key, { canSave: source.handle !== undefined })
  forgetFileProblem(key)
  // Its worker died, or did not get to the end of the file: edits are written down, here or on the device.
  if (commandsOf(key).length > 0 || tab.drafts.length > 0) {
    const isSame =
      before?.size === source.file.size && before.lastModified === source.file.lastModified
    await reopenWithEdits(key, isSame)
  } else await readWithoutEdits(key)
}

/**
 * After a crash: a new worker, the same file, and every edit done again. Where the file is another one, those whose
 * lines are still there, if the device has them.
 */
export async function reopenWithEdits(key: DocumentKey, isSameFile = true): Promise<void> {
  const log = commandsOf(key)
  const count = log.length
  const facts = findDocument(key)?.facts
  // A format that was chosen before the last save is in no log.
  const isChosen = facts?.formatDetected === false && !log.some(({ kind }) => kind === 'setFormat')
  updateDocument(key, { search: emptySearch, match: undefined, marks: undefined })
  showAllAfterMatches(key)
  // What the worker wrote down is what it did; the page may not have heard of the last of it.
  const isKept = facts ? facts.journal === 'kept' : log.length > 0
  const journalId = isKept ? journalIdOf(key) : undefined
  // In another file one of its own begins, and this one is taken as after a crash of the page.
  if (!isSameFile && journalId !== undefined) (await nextJournal(key))?.take().release()
  const isRead = await startReading(key, {
    startedAt: Date.now(),
    // Whatever it died of: what is done again is done on lines that were read.
    ignoreCache: true,
    ...(isChosen ? { formatId: facts.formatId } : {}),
  })
  if (!isRead) return
  if (journalId !== undefined && (await applyJournal(key, journalId))) return
  if (log.length === 0) return
  if (!isSameFile) {
    // What they did to lines of the other file is nothing that a later worker may do to these.
    clearCommands(key)
    for (const command of log.slice(count)) logCommand(key, command)
    leaveOnPage(key, log.slice(0, count))
    return
  }
  const result = await runJob(key, msg('Applying your edits again'), (jobId) =>
    clientOf(key).restore(log, jobId),
  )
  if (result.ok) updateDocument(key, { facts: result.value })
  else showFailure(result.failure)
}

/** Lists edits that only the page has, and says so. */
function leaveOnPage(key: DocumentKey, log: readonly LoggedCommand[]): void {
  const edits = leftOfLog(log)
  if (edits.length === 0) return
  const { name = '', drafts = [] } = findDocument(key) ?? {}
  updateDocument(key, ({ left }) => ({
    left: leftWith([], left?.journalIds ?? [], [...(left?.onPage ?? []), ...edits]),
  }))
  showMessage(
    'alert',
    msg('{name} has changed, so that your edits could not be applied again.', { name }),
    // Of the lines that were typed; the worker has none of them.
    { label: msg('Export edited lines'), run: () => downloadTyped(log, drafts, name) },
  )
}

async function readWithoutEdits(key: DocumentKey): Promise<void> {
  const facts = findDocument(key)?.facts
  const isChosen = facts?.formatDetected === false
  clearCommands(key)
  giveUpJournal(key)
  updateDocument(key, {
    selection: undefined,
    isDrawerOpen: false,
    search: emptySearch,
    match: undefined,
    marks: undefined,
    view: { kind: 'all' },
  })
  await startReading(key, {
    startedAt: Date.now(),
    ignoreCache: true,
    ...(isChosen ? { formatId: facts.formatId } : {}),
  })
}

/** Cached results may be of a format that was chosen earlier: edits then belong to that one. */
function logChosenFormat(
  key: DocumentKey,
  { formatId }: Pick<OpenOptions, 'formatId'>,
  facts: DocumentFacts,
): void {
  if (formatId !== undefined || facts.formatDetected) return
  logCommand(key, { kind: 'setFormat', formatId: facts.formatId })
}

function takeFacts(key: DocumentKey, client: DocumentClient, facts: DocumentFacts): void {
  if (!isCurrent(key, client)) return
  const tab = findDocument(key)
  // Facts of a command can arrive before those that were sent while it ran.
  if (!tab || facts.revision < (tab.facts?.revision ?? -1)) return
  if (isPacked(facts) && takesUnpacking(key)) {
    void unpack(key, client, facts)
    return
  }
  const isFirst = !tab.facts && facts.state === 'reading' && facts.lines > 0
  const reading = readings.of(key).current
  if (isFirst && reading && tab.view.kind !== 'matches' && key === store.getState().activeKey) {
    void takeFirstFacts(tab, client, facts, reading)
  } else updateDocument(key, { facts })
}

/** What is in the file is read instead of it, where it can be unpacked. */
function isPacked({ fileFindings, state }: DocumentFacts): boolean {
  return state === 'failed' && fileFindings.some(({ offer }) => offer === 'unpack')
}

const unpackings = documentSlot<{ isTried: boolean }>(() => ({ isTried: false }))

/** Once for each document; the same file is not unpacked again by itself when that has failed. */
function takesUnpacking(key: DocumentKey): boolean {
  const unpacking = unpackings.of(key)
  const isFirst = !unpacking.isTried
  unpacking.isTried = true
  return isFirst
}

/** `facts`: what is shown where it cannot be unpacked. */
async function unpack(
  key: DocumentKey,
  client: DocumentClient,
  facts: DocumentFacts,
): Promise<void> {
  const reading = readings.of(key).current
  if (reading) reading.isUnpacked = true
  const isLoaded = await withConversion((conversion) => conversion.unpackDocument(key, facts))
  if (!isLoaded && isCurrent(key, client)) updateDocument(key, { facts })
}

/** Milliseconds that the first facts wait for the first rows: drawing both at once is half the work. */
const FIRST_ROWS_PATIENCE = 100

async function takeFirstFacts(
  { key, view }: DocumentTab,
  client: DocumentClient,
  facts: DocumentFacts,
  reading: Reading,
): Promise<void> {
  if (reading.waitsForRows) return
  reading.waitsForRows = true
  await Promise.race([
    rowsOf(key).readFirst({
      view,
      revision: facts.revision,
      extra: '',
      isGrowing: true,
    }),
    new Promise((resolve) => setTimeout(resolve, FIRST_ROWS_PATIENCE)),
  ])
  reading.waitsForRows = false
  if (isCurrent(key, client) && !findDocument(key)?.facts) updateDocument(key, { facts })
}

function handleCrash(key: DocumentKey, client: DocumentClient, message: Message): void {
  if (!isCurrent(key, client)) return
  dropClient(key)
  dropJobsOf(key)
  updateDocument(key, { crash: message })
}

/** False once the document was closed or got another worker. */
function isCurrent(key: DocumentKey, client: DocumentClient): boolean {
  return hasClient(key) && clientOf(key) === client
}

function loadCatalogue(client: DocumentClient): void {
  if (store.getState().catalogue) return
  void client.catalogue().then((catalogue) => {
    // Otherwise the worker died, which onCrash reports.
    if (catalogue.ok) store.setState({ catalogue: catalogue.value })
  })
}
