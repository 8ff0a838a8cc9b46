// Files of results, brought from the API: each once, joined over the parts of a run.
import { ok, type Result } from '../../base/result.ts'
import { msg } from '../../i18n/message.ts'
import { newJobId } from '../actions/jobs.ts'
import { dismissMessage, showMessage } from '../actions/messages.ts'
import type { Run } from './batchStore.ts'
import { askApi, cancelAtApi } from './batchWorker.ts'
import { resultFileIds } from './rounds.ts'
import { setNote, updatePart } from './runs.ts'

/** Downloaded files, which are references to private storage, or small. */
const fetched = new Map<string, File>()

/** Two servers may have files of the same id. */
function placeOf({ baseUrl }: Run, fileId: string): string {
  return `${baseUrl} ${fileId}`
}

/** What came of asking for all files of a run. */
export interface RunFiles {
  /** Without empty ones. */
  readonly files: readonly File[]
  /** Every file that its batches left is here. */
  readonly isWhole: boolean
  readonly parts: readonly number[]
}

/** The output and error files of the parts that have ended, a file each for all of them. */
export async function fetchResults(run: Run): Promise<RunFiles> {
  const ended = run.parts.filter(({ state }) => state === 'ended')
  const outputs: File[] = []
  const errors: File[] = []
  let isWhole = true
  const jobIds = new Set<string>()
  let isCancelled = false
  const isNeeded = ended.some((part) =>
    Object.values(resultFileIds(part)).some(
      (id) => id !== undefined && !fetched.has(placeOf(run, id)),
    ),
  )
  const message = isNeeded
    ? showMessage('status', msg('Downloading the results of {name}.', { name: run.fileName }), {
        label: msg('Cancel the download'),
        run: () => {
          isCancelled = true
          for (const jobId of jobIds) cancelAtApi(jobId)
        },
      })
    : undefined
  const fetchOne = async (
    index: number,
    fileId: string | undefined,
    name: string,
    into: File[],
  ) => {
    if (fileId === undefined) return
    // What is here already is no download.
    if (isCancelled && !fetched.has(placeOf(run, fileId))) {
      isWhole = false
      return
    }
    const jobId = newJobId()
    jobIds.add(jobId)
    const file = await fetchFile(run, index, fileId, name, jobId)
    jobIds.delete(jobId)
    if (file.ok) into.push(file.value)
    else {
      isWhole = false
      if (file.failure.kind !== 'cancelled') setNote(run.id, index, file.failure.message)
    }
  }
  for (const part of ended) {
    const ids = resultFileIds(part)
    setNote(run.id, part.index, undefined)
    await fetchOne(part.index, ids.output, partName(run, part.index, 'output'), outputs)
    await fetchOne(part.index, ids.errors, partName(run, part.index, 'errors'), errors)
    updatePart(run.id, part.index, { progress: undefined })
  }
  if (message !== undefined) dismissMessage(message)
  const stem = stemOf(run.fileName)
  const joined = [
    await joinFiles(outputs, `${stem}-output.jsonl`),
    await joinFiles(errors, `${stem}-errors.jsonl`),
  ]
  return {
    files: joined.filter(({ size }) => size > 0),
    isWhole,
    parts: ended.map(({ index }) => index),
  }
}

/** The requests of a run as they were uploaded; undefined where they are no longer at the API. */
export async function fetchInput(run: Run): Promise<File | undefined> {
  const files: File[] = []
  for (const { index, batch, file } of run.parts) {
    const fileId = batch?.inputFileId ?? file?.id
    if (fileId === undefined) return undefined
    const fetchedFile = await fetchFile(
      run,
      index,
      fileId,
      partName(run, index, 'input'),
      newJobId(),
    )
    updatePart(run.id, index, { progress: undefined })
    if (!fetchedFile.ok) return undefined
    files.push(fetchedFile.value)
  }
  return joinFiles(files, `${stemOf(run.fileName)}.jsonl`)
}

/** 'requests' of `requests.jsonl`. */
export function stemOf(fileName: string): string {
  return fileName.replace(/\.(jsonl|ndjson|json|txt)$/i, '')
}

/**
 * One file of several, by reference: nothing is copied. A line feed comes between where a file does not end with
 * one.
 */
export async function joinFiles(files: readonly Blob[], name: string): Promise<File> {
  const pieces: (Blob | string)[] = []
  for (const file of files.filter(({ size }) => size > 0)) {
    const [last] = new Uint8Array(await file.slice(-1).arrayBuffer())
    pieces.push(file, ...(last === 0x0a ? [] : ['\n']))
  }
  // As it came, where there is only one.
  if (pieces.length === 2) pieces.pop()
  return new File(pieces, name, { type: 'application/jsonl' })
}

async function fetchFile(
  run: Run,
  index: number,
  fileId: string,
  name: string,
  jobId: string,
): Promise<Result<File>> {
  const known = fetched.get(placeOf(run, fileId))
  if (known) return ok(known)
  const file = await askApi(
    (client) =>
      client.download({ fileId, name, jobId }, (progress) =>
        updatePart(run.id, index, { progress }),
      ),
    run.baseUrl,
  )
  if (file.ok) fetched.set(placeOf(run, fileId), file.value)
  return file
}

function partName(run: Run, index: number, what: 'input' | 'output' | 'errors'): string {
  const part = run.parts.length > 1 ? `-${index + 1}-of-${run.parts.length}` : ''
  return `${stemOf(run.fileName)}${part}-${what}.jsonl`
}
