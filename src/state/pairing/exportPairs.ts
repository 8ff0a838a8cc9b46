// Exports of a pairing: which there are, what the choices would write, writing it, giving up. What
// was chosen is there until the page is closed.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { failureOf } from '../../base/failures.ts'
import { fail, ok, type Result } from '../../base/result.ts'
import type {
  PairExporterInfo,
  PairExportPlan,
  PairExportRequest,
  PairExportResult,
} from '../../contracts/pairingApi.ts'
import type { Progress } from '../../contracts/progress.ts'
import { listOf, type Message, msg } from '../../i18n/message.ts'
import type { PairingClient } from '../../worker/pairingClient.ts'
import { checkBeforeWriting } from '../actions/fileCheck.ts'
import { newJobId } from '../actions/jobs.ts'
import { showFailure, showMessage } from '../actions/messages.ts'
import { translator } from '../language.ts'
import { releaseDownloads, startDownload } from '../startDownload.ts'
import { hasRequests, pairingStore } from './pairingStore.ts'
import { pairingClient } from './pairingWorker.ts'
import { chosenExporter, exportOf, type PairExportChoices, usualChoices } from './exportChoices.ts'
import { joinSentences, leftOutText, writtenText } from './exportMessages.ts'
import type { OptionChoice } from './exportOptions.ts'

export interface ExportPairsState {
  /** Empty until the dialog was opened. */
  readonly exporters: readonly PairExporterInfo[]
  readonly choices: PairExportChoices
  /** Of the choices, or of those before while the new ones are looked at. */
  readonly plan?: PairExportPlan | undefined
  readonly isPlanning: boolean
  /** What is missing from the choices, or why there is no plan. */
  readonly problem?: Message | undefined
  readonly running?: RunningExport | undefined
  /** Of the last export, when it left something out; gone with the next choice. */
  readonly outcome?: ExportOutcome | undefined
}

export interface RunningExport {
  readonly jobId: string
  /** 'Writing input-retry.jsonl': also the progress bar's name. */
  readonly title: Message
  readonly progress?: Progress | undefined
}

export interface ExportOutcome {
  /** Where it went. */
  readonly text: Message
  readonly leftOut: PairExportResult['leftOut']
}

export const exportPairsStore = createStore<ExportPairsState>()(() => ({
  exporters: [],
  choices: usualChoices,
  isPlanning: false,
}))

export function useExportPairs<T>(selector: (state: ExportPairsState) => T): T {
  return useStore(exportPairsStore, selector)
}

/** Opens the dialog; what was found out about an earlier state of the pairs is gone. */
export function openExportPairs(): void {
  exportPairsStore.setState({
    plan: undefined,
    problem: undefined,
    outcome: undefined,
    isPlanning: true,
  })
  beginWithWhatIsShown()
  chooseOneThatCanBeMade()
  pairingStore.setState({ isExportPairsOpen: true })
  void loadExporters()
}

/** The filter for which the user chose between all pairs and those that it shows. */
let chosenFor = ''

/** All pairs are chosen for one filter, not for the next. */
function beginWithWhatIsShown(): void {
  const filter = JSON.stringify(pairingStore.getState().view.filter)
  if (filter === chosenFor) return
  chosenFor = filter
  exportPairsStore.setState(({ choices }) => ({ choices: { ...choices, onlyShown: true } }))
}

/** Which exports there are; asked once. */
export async function loadExporters(): Promise<void> {
  if (exportPairsStore.getState().exporters.length > 0) return
  const exporters = await ask((client) => client.exporters())
  if (!exporters.ok) {
    exportPairsStore.setState({ problem: exporters.failure.message, isPlanning: false })
    return
  }
  exportPairsStore.setState({ exporters: exporters.value })
  chooseOneThatCanBeMade()
}

/** What is made of requests cannot be had without them. */
function chooseOneThatCanBeMade(): void {
  const { facts } = pairingStore.getState()
  const { exporters, choices } = exportPairsStore.getState()
  if (!facts || hasRequests(facts.sources)) return
  if (!chosenExporter(exporters, choices)?.needsRequests) return
  const other = exporters.find(({ needsRequests }) => !needsRequests)
  if (other) exportPairsStore.setState({ choices: { ...choices, exporterId: other.id } })
}

/** An export that runs goes on. */
export function closeExportPairs(): void {
  pairingStore.setState({ isExportPairsOpen: false })
}

/** The plan follows with the next `refreshPlan`. */
export function choosePairExport(change: Partial<PairExportChoices>): void {
  exportPairsStore.setState(({ choices }) => ({
    choices: { ...choices, ...change },
    outcome: undefined,
    problem: undefined,
    isPlanning: true,
    // A plan of another export counts other things.
    ...(change.exporterId !== undefined &&
      change.exporterId !== choices.exporterId && { plan: undefined }),
  }))
}

/** Chooses for one option of the export; what was chosen for others stays. */
export function choosePairOption(name: string, choice: OptionChoice): void {
  const { options } = exportPairsStore.getState().choices
  choosePairExport({ options: { ...options, [name]: choice } })
}

/** The last plan that was asked for. */
let lastPlan: string | undefined

/**
 * Asks what the choices would write. The latest question counts. `isQuiet`: the choices are the same,
 * so the plan that is shown holds, about, until the new one is here.
 */
export async function refreshPlan(isQuiet = false): Promise<void> {
  const asked = exportRequest()
  const before = lastPlan
  lastPlan = asked?.ok ? asked.value.jobId : undefined
  if (before !== undefined) await pairingClient()?.cancel(before)
  if (!asked) return
  if (!asked.ok) {
    exportPairsStore.setState({
      isPlanning: false,
      problem: asked.failure.message,
      plan: undefined,
    })
    return
  }
  const { jobId } = asked.value
  if (lastPlan !== jobId) return
  if (!isQuiet) exportPairsStore.setState({ isPlanning: true, problem: undefined })
  const plan = await ask((client) => client.planExport(asked.value))
  if (lastPlan !== jobId) return
  lastPlan = undefined
  exportPairsStore.setState({
    isPlanning: false,
    plan: plan.ok ? plan.value : undefined,
    problem: plan.ok || plan.failure.kind === 'cancelled' ? undefined : plan.failure.message,
  })
}

/** Writes what is chosen, to `handle` or to the browser's downloads. Closes the dialog at the end. */
export async function exportPairs(handle?: FileSystemFileHandle): Promise<void> {
  const request = exportRequest()
  const { exporters, choices, plan, running } = exportPairsStore.getState()
  const exporter = chosenExporter(exporters, choices)
  if (!exporter || !request?.ok || running) return
  const { jobId } = request.value
  releaseDownloads()
  const title = msg('Writing {file}', {
    file: handle?.name ?? plan?.fileNames[0] ?? exporter.title,
  })
  exportPairsStore.setState({ running: { jobId, title }, outcome: undefined })
  const onProgress = (progress: Progress): void =>
    exportPairsStore.setState(({ running }) => ({ running: running && { ...running, progress } }))
  try {
    const changed = await changedFiles()
    if (changed.length > 0) {
      showFailure(
        failureOf(
          'file-changed',
          msg(
            '{files} changed on the disk or went away, so nothing was written: lines that you did not edit are read from there. {count, plural, one {Read the file again first.} other {Read the files again first.}}',
            { files: listOf(changed, 'and'), count: changed.length },
          ),
        ),
      )
      return
    }
    const result = await ask((client) =>
      handle
        ? client.exportToFile(request.value, handle, onProgress)
        : client.exportBlobs(request.value, onProgress),
    )
    if (!result.ok) {
      showFailure(result.failure)
      return
    }
    await handOver(exporter, result.value, handle)
  } finally {
    exportPairsStore.setState({ running: undefined })
  }
}

/** Nothing is written then. */
export async function cancelPairExport(): Promise<void> {
  const { running } = exportPairsStore.getState()
  if (running) await pairingClient()?.cancel(running.jobId)
}

/** Milliseconds between downloads: a browser may take only the last of several at once. */
const DOWNLOAD_GAP_MS = 300

async function handOver(
  exporter: PairExporterInfo,
  { files, written, leftOut }: PairExportResult,
  handle: FileSystemFileHandle | undefined,
): Promise<void> {
  for (const [index, { name, blob }] of files.entries()) {
    if (index > 0) await new Promise((resolve) => setTimeout(resolve, DOWNLOAD_GAP_MS))
    startDownload(blob, name)
  }
  const where = handle
    ? { fileNames: [handle.name], isDownload: false }
    : { fileNames: files.map(({ name }) => name), isDownload: true }
  const text = writtenText(exporter, written, where)
  const isOpen = pairingStore.getState().isExportPairsOpen
  if (leftOut.length === 0) {
    showMessage('status', text)
    closeExportPairs()
    // What was left out is read in peace: in the dialog, or in a message that stays.
  } else if (isOpen) exportPairsStore.setState({ outcome: { text, leftOut } })
  else showMessage('alert', joinSentences(text, leftOut.map(leftOutText)))
}

/** The export of the choices as a job of its own; undefined while there are no pairs or no exports. */
function exportRequest(): Result<PairExportRequest> | undefined {
  const { facts, view } = pairingStore.getState()
  const { exporters, choices } = exportPairsStore.getState()
  const exporter = chosenExporter(exporters, choices)
  if (!facts || !exporter) return undefined
  const chosen = exportOf(exporter, choices, view)
  // What is written for people is written in the language of the page.
  const { tag: language } = translator()
  return chosen.ok ? ok({ jobId: newJobId(), language, ...chosen.value }) : chosen
}

/** Names of documents whose files are no longer those that were read. */
async function changedFiles(): Promise<readonly string[]> {
  const { sources } = pairingStore.getState()
  const checks = await Promise.all(
    sources.map(async ({ key, name }) => ((await checkBeforeWriting(key)) ? undefined : name)),
  )
  return checks.filter((name) => name !== undefined)
}

/** Asks the worker. That it died is a failure like any other; that the pairing was closed ends it. */
async function ask<T>(question: (client: PairingClient) => Promise<Result<T>>): Promise<Result<T>> {
  const client = pairingClient()
  if (!client)
    return fail('pairing-closed', msg('The pairing was closed. Pair the documents again.'))
  let stopWatching = (): void => {}
  const closed = new Promise<Result<T>>((resolve) => {
    stopWatching = pairingStore.subscribe(() => {
      // A closed client never answers.
      if (pairingClient() !== client)
        resolve(fail('pairing-closed-meanwhile', msg('The pairing was closed.')))
    })
  })
  try {
    return await Promise.race([question(client), closed])
  } finally {
    stopWatching()
  }
}
