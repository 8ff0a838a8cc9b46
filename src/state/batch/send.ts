// Sending the active document: as one batch, or as several that are followed as one.
import { randomId } from '../../base/randomId.ts'
import { ok, type Result } from '../../base/result.ts'
import type { BatchPart } from '../../contracts/batchParts.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { askFirst } from '../actions/dialogs.ts'
import { checkBeforeWriting } from '../actions/fileCheck.ts'
import { newJobId } from '../actions/jobs.ts'
import { holdMadeFiles } from '../madeFiles.ts'
import { activeDocument, type DocumentKey, type DocumentTab, findDocument } from '../store.ts'
import { apiKey } from './apiKey.ts'
import { batchStore, type Run } from './batchStore.ts'
import { mayAsk } from './batchWorker.ts'
import { isConnectionFine } from './connection.ts'
import {
  type Selection,
  preparedParts,
  prepareParts,
  rememberSent,
  sentParts,
} from './documentParts.ts'
import { refusals } from './estimate.ts'
import { refreshNow } from './follow.ts'
import { advanceRun } from './queue.ts'
import { retryOf } from './retryMark.ts'
import type { PartRecord, RunRecord } from './runRecord.ts'
import { changeRecord, findRun, showRecord, updateRun } from './runs.ts'
import { checkMetadata, endpointsOf } from './sendChecks.ts'
import { earlierRecord, isMadeOf, paidTwice } from './sentBefore.ts'
import { NOT_KEPT, tidyRuns } from './storedRuns.ts'
import {
  areStillThere,
  isUploadedHere,
  type PartContent,
  stopUpload,
  uploadParts,
} from './uploads.ts'
import { pageWorld } from './world.ts'

export interface SendOptions {
  /** `valid`: lines that are invalid stay behind. */
  readonly selection: Selection
  /** The user's. */
  readonly metadata: Readonly<Record<string, string>>
  /** Seconds after which the API deletes the file; 3,600 to 2,592,000. */
  readonly fileExpiry?: number | undefined
  /** The same of its results. */
  readonly outputExpiry?: number | undefined
  /** Uses what `earlierFile` found instead of uploading again. */
  readonly useEarlier?: boolean | undefined
}

export interface EarlierFile {
  readonly fileName: string
  /** Milliseconds since 1970. */
  readonly uploadedAt: number
  readonly fileIds: readonly string[]
}

/** Documents that are about to be sent: a second press changes nothing. */
let sending: DocumentKey | undefined

/** Resolves when the record of the run is there and its upload begins, or it is known why there is none. */
export async function uploadAndStart(options: SendOptions): Promise<void> {
  const tab = activeDocument()
  if (!tab) return
  await alone(tab, async () => blockerOf(tab, options) ?? (await send(tab, options, false)))
}

/** Shows what came of it, if that is worth a word. */
async function alone(tab: DocumentTab, work: () => Promise<Message | undefined>): Promise<void> {
  if (sending !== undefined) return
  sending = tab.key
  try {
    batchStore.setState({ problem: await work() })
  } finally {
    sending = undefined
  }
}

/** `run`: its id, here and in all actions. Parts that run already go on. */
export function cancelUpload(run: string): void {
  stopUpload(run)
}

/** Goes on with parts that were not started, from the document that they came from. */
export async function resumeRun(run: string): Promise<void> {
  const shown = findRun(run)
  if (!shown || isUploadedHere(run)) return
  const missing = shown.parts.filter(
    ({ state, batch, file }) => state === 'stopped' && !batch && !file,
  )
  const unchecked = missing.length > 0 ? connectionBlocker() : undefined
  if (unchecked) {
    batchStore.setState({ problem: unchecked })
    return
  }
  const contents = await contentsOf(
    shown,
    missing.map(({ index }) => index),
  )
  if (!contents) {
    batchStore.setState({
      problem: msg(
        'Open {name} as it was when it was sent, and bring it to the front. Then go on with the parts that are missing.',
        { name: shown.fileName },
      ),
    })
    return
  }
  batchStore.setState({ problem: undefined })
  const begin = async (): Promise<void> => {
    await changeRecord(run, (record) => ({ ...record, parts: record.parts.map(wantedAgain) }))
  }
  if (contents.size === 0) {
    await begin()
    void advanceRun(run).then(refreshNow)
    return
  }
  void uploadHeld([shown.documentKey, activeDocument()?.key], run, contents, begin).then(refreshNow)
}

/** The same content, as the estimate saw it, is still at the API. */
export function earlierFile(): EarlierFile | undefined {
  const key = activeDocument()?.key
  const parts = key && preparedParts(key)
  const earlier = parts && earlierRecord(parts)
  if (!earlier) return undefined
  const files = earlier.parts.flatMap(({ file }) => file ?? [])
  return {
    fileName: earlier.fileName,
    uploadedAt: Math.max(...files.map(({ createdAt }) => createdAt)) * 1000,
    fileIds: files.map(({ id }) => id),
  }
}

/** Nothing is uploaded before the connection was checked, or the user insists. */
function connectionBlocker(): Message | undefined {
  if (!mayAsk()) return msg('There is no key. Type it in the first step.')
  return batchStore.getState().insists.connection || isConnectionFine()
    ? undefined
    : msg('Check the connection first, or go on although the check failed.')
}

/** What has to be put right first. */
function blockerOf(tab: DocumentTab, { selection, metadata }: SendOptions): Message | undefined {
  const unchecked = connectionBlocker()
  if (unchecked) return unchecked
  const found = refusals(tab.facts).filter(
    ({ lines }) => selection === 'all' || lines === undefined,
  )
  if (!batchStore.getState().insists.lines && found.length > 0) {
    return msg('The API would refuse this file. Fix what was found, or insist on sending it.')
  }
  if (tab.drafts.length > 0) {
    return msg('Text was typed in a line and not applied. Apply or cancel it first, then send.')
  }
  return checkMetadata(metadata, apiKey())
}

/** Why nothing was sent, or what has to be known of what is. */
async function send(
  tab: DocumentTab,
  options: SendOptions,
  isAgain: boolean,
): Promise<Message | undefined> {
  const { key, name } = tab
  if (!(await checkBeforeWriting(key))) {
    return msg('{name} changed on the disk or is gone, so nothing was sent. Read it again first.', {
      name,
    })
  }
  const parts = await prepareParts(key, options.selection, newJobId(), () => {})
  if (!parts.ok) return parts.failure.message
  const endpoints = endpointsOf(parts.value)
  if (!endpoints.ok) return endpoints.failure.message
  const [endpoint = ''] = endpoints.value
  const isOneEndpoint = endpoints.value.every((each) => each === endpoint)
  const { baseUrl } = batchStore.getState().access
  const text = isAgain ? undefined : paidTwice(parts.value)
  if (text) {
    askAgain(tab, options, text)
    return undefined
  }
  const contents = await contentsToSend(parts.value, options)
  if (!contents.ok) return contents.failure.message
  const record: RunRecord = {
    id: `run_${randomId()}`,
    fileName: name,
    endpoint,
    baseUrl,
    startedAt: Date.now(),
    isKeyless: apiKey() ? undefined : true,
    retryOf: retryOf(key),
    metadata: options.metadata,
    outputExpiry: options.outputExpiry,
    fileExpiry: options.fileExpiry,
    parts: parts.value.map(
      ({ lines, bytes, contentHash }, index): PartRecord => ({
        state: 'waiting',
        requests: lines,
        bytes,
        endpoint: isOneEndpoint ? undefined : endpoints.value[index],
        tokens: tokensOf(bytes),
        contentHash,
        refused: [],
      }),
    ),
  }
  return begin(record, key, parts.value, new Map(contents.value.entries()))
}

/** By its share of the estimate, where there is one. */
function tokensOf(bytes: number): number | undefined {
  const { state, promptTokens, bytes: all } = batchStore.getState().estimate
  if (state !== 'done' || promptTokens === undefined || all === 0) return undefined
  return Math.ceil((promptTokens * bytes) / all)
}

/** Resolves when the record is there: from then on `paidTwice` knows of it. */
function begin(
  record: RunRecord,
  key: DocumentKey,
  parts: readonly BatchPart[],
  contents: ReadonlyMap<number, PartContent>,
): Promise<Message | undefined> {
  const { book } = pageWorld()
  tidyRuns(book)
  rememberSent(key, record.id, parts)
  return new Promise((resolve, reject) => {
    const done = uploadHeld([key], record.id, contents, () => {
      const isKept = book.write(record)
      showRecord(record)
      updateRun(record.id, { documentKey: key })
      batchStore.setState({ step: 'follow' })
      resolve(isKept ? undefined : NOT_KEPT)
      return Promise.resolve()
    })
    done.catch(reject)
    void done.then(refreshNow)
  })
}

/** Their files are there until all is uploaded, also when the documents are closed meanwhile. */
async function uploadHeld(
  keys: readonly (DocumentKey | undefined)[],
  ...upload: Parameters<typeof uploadParts>
): Promise<void> {
  const letGo = keys.flatMap((key) => (key === undefined ? [] : holdMadeFiles(key)))
  try {
    await uploadParts(...upload)
  } finally {
    for (const end of letGo) end()
  }
}

/** What is uploaded for each part, or why it cannot be. */
async function contentsToSend(
  parts: readonly BatchPart[],
  { useEarlier }: SendOptions,
): Promise<Result<readonly PartContent[]>> {
  const earlier = useEarlier ? earlierRecord(parts) : undefined
  if (!earlier) return ok(parts.map(({ blob }) => ({ kind: 'content', blob })))
  const files = earlier.parts.flatMap(({ file }) => file ?? [])
  const areThere = await areStillThere(files, earlier.baseUrl)
  return areThere.ok ? ok(files.map((file) => ({ kind: 'file', file }))) : areThere
}

function askAgain(tab: DocumentTab, options: SendOptions, text: Message): void {
  askFirst({
    title: msg('Send the same requests again?'),
    text,
    confirmLabel: msg('Send them again'),
    keepLabel: msg('Do not send'),
    run: () => void alone(tab, () => send(tab, options, true)),
  })
}

/** What parts were made of, from a document that is open; undefined where that cannot be found. */
async function contentsOf(
  run: Run,
  indexes: readonly number[],
): Promise<ReadonlyMap<number, PartContent> | undefined> {
  const contents = new Map<number, PartContent>()
  if (indexes.length === 0) return contents
  const record = pageWorld().book.read(run.id)
  for (const { key, parts } of await candidates(run)) {
    if (record && isMadeOf(record, parts)) {
      // After a reload nobody knew: what the API says of lines leads to them from now on.
      rememberSent(key, run.id, parts)
      updateRun(run.id, { documentKey: key })
    }
    for (const index of indexes) {
      const hash = record?.parts[index]?.contentHash
      const part = parts.find(({ contentHash }) => contentHash === hash)
      if (part) contents.set(index, { kind: 'content', blob: part.blob })
    }
    if (indexes.every((index) => contents.has(index))) {
      return new Map([...contents].sort(([a], [b]) => a - b))
    }
  }
  return undefined
}

interface Candidate {
  readonly key: DocumentKey
  readonly parts: readonly BatchPart[]
}

async function candidates(run: Run): Promise<readonly Candidate[]> {
  const found: Candidate[] = []
  const own = findDocument(run.documentKey)
  const sent = own && sentParts(own.key, run.id)
  if (own && sent && (await checkBeforeWriting(own.key))) found.push({ key: own.key, parts: sent })
  const tab = activeDocument()
  if (!tab) return found
  for (const selection of ['all', 'valid'] as const) {
    const parts = await prepareParts(tab.key, selection, newJobId(), () => {})
    if (parts.ok) found.push({ key: tab.key, parts: parts.value })
  }
  return found
}

/**
 * A part that stopped before it was started is one that waits again; one that may have been started is looked for
 * first.
 */
function wantedAgain(part: PartRecord): PartRecord {
  if (part.state !== 'stopped' || part.batch) return part
  const {
    state: _state,
    why,
    isUnwanted: _isUnwanted,
    notBefore: _notBefore,
    delays: _delays,
    waitsFor: _waitsFor,
    ...kept
  } = part
  return { ...kept, state: why === 'no-answer' && part.file ? 'unknown' : 'waiting' }
}
