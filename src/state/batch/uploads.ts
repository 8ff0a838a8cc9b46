// Bringing the parts of a run to the API, one after the other, from the document in this page. Another tab, or
// this one after a reload, cannot: it sees by a lock whether the page that can is still there.
import { fail, ok, type Result } from '../../base/result.ts'
import type { RemoteFile } from '../../batch/batchObject.ts'
import { uploadName } from '../../batch/commands.ts'
import { nextUpload } from '../../batch/partPlan.ts'
import type { UploadRequest } from '../../contracts/batchApi.ts'
import { msg } from '../../i18n/message.ts'
import { newJobId } from '../actions/jobs.ts'
import { askApi, cancelAtApi } from './batchWorker.ts'
import { advanceRun } from './queue.ts'
import { stemOf } from './resultFiles.ts'
import { planOf } from './runPlan.ts'
import { changePart, type PartRecord, type RunRecord, type StopReason } from './runRecord.ts'
import { changeRecord, findRun, setNote, updatePart } from './runs.ts'
import { pageWorld } from './world.ts'

/** What becomes the file of a part: content to upload, or a file that is at the API already. */
export type PartContent =
  | { readonly kind: 'content'; readonly blob: Blob }
  | { readonly kind: 'file'; readonly file: RemoteFile }

interface Upload {
  jobId?: string
  isStopped: boolean
}

const uploads = new Map<string, Upload>()

/** Seconds by which the clocks of this device and the API may differ. */
const SLACK_S = 300

export function isUploadedHere(run: string): boolean {
  return uploads.has(run)
}

/** Parts that are at the API already go on. */
export function stopUpload(run: string): void {
  const upload = uploads.get(run)
  if (!upload) return
  upload.isStopped = true
  if (upload.jobId !== undefined) cancelAtApi(upload.jobId)
}

/**
 * Uploads parts, by their index, and lets each be started as soon as it is there. `begin` writes the record of
 * the run, or changes it: no other tab takes its parts for abandoned then. Resolves when all are uploaded, or
 * it was stopped.
 */
export async function uploadParts(
  run: string,
  contents: ReadonlyMap<number, PartContent>,
  begin: () => Promise<void>,
): Promise<void> {
  if (uploads.has(run)) return
  const upload: Upload = { isStopped: false }
  uploads.set(run, upload)
  try {
    await pageWorld().locks.hold(lockOf(run), async () => {
      await begin()
      for (let index = nextOf(run); index !== undefined; index = nextOf(run)) {
        const content = contents.get(index)
        if (!content) return
        const why = upload.isStopped ? 'cancelled' : await uploadPart(run, index, content, upload)
        if (!why) continue
        await stopParts(run, [...contents.keys()], why)
        return
      }
    })
  } finally {
    uploads.delete(run)
  }
}

/** Marks what no page uploads any more. */
export async function stopAbandoned(run: string): Promise<void> {
  const isAbandoned = findRun(run)?.parts.some(
    ({ state, file }) => state === 'uploading' || (state === 'waiting' && !file),
  )
  if (!isAbandoned || uploads.has(run)) return
  await pageWorld().locks.holdIfFree(lockOf(run), () => stopParts(run, undefined, 'page-closed'))
}

function nextOf(run: string): number | undefined {
  const record = pageWorld().book.read(run)
  return record && nextUpload(planOf(record, Date.now()))
}

function lockOf(run: string): string {
  return `upload.${run}`
}

/** Why it goes no further; undefined when it is uploaded. */
async function uploadPart(
  run: string,
  index: number,
  content: PartContent,
  upload: Upload,
): Promise<StopReason | undefined> {
  const record = await changeRecord(run, (before) =>
    isMissing(before.parts[index]) ? changePart(before, index, { state: 'uploading' }) : undefined,
  )
  // It was cancelled.
  if (!record || record.parts[index]?.state !== 'uploading') return undefined
  const file =
    content.kind === 'file' ? ok(content.file) : await send(record, index, content.blob, upload)
  if (!file.ok) {
    const isCancelled = file.failure.kind === 'cancelled'
    const why = isCancelled ? 'cancelled' : 'not-uploaded'
    await stopParts(run, [index], why)
    if (!isCancelled) setNote(run, index, file.failure.message)
    return why
  }
  await changeRecord(run, (before) => {
    // One that was cancelled meanwhile is not started, and its file can be used or deleted.
    const state = before.parts[index]?.state === 'uploading' ? 'waiting' : 'stopped'
    return changePart(before, index, { file: file.value, state, isDeleted: undefined })
  })
  void advanceRun(run)
  return undefined
}

async function send(
  record: RunRecord,
  index: number,
  blob: Blob,
  upload: Upload,
): Promise<Result<RemoteFile>> {
  const jobId = newJobId()
  const request: UploadRequest = {
    content: blob,
    name: nameOf(record, index),
    jobId,
    ...(record.fileExpiry !== undefined && { expiresAfterSeconds: record.fileExpiry }),
  }
  const since = Date.now() / 1000 - SLACK_S
  upload.jobId = jobId
  const uploaded = await askApi(
    (client) => client.upload(request, (progress) => updatePart(record.id, index, { progress })),
    record.baseUrl,
  )
  delete upload.jobId
  if (uploaded.ok) return uploaded
  const { code } = uploaded.failure
  const isUnknown = code === 'api-outcome-unknown' || code.startsWith('worker-')
  if (!isUnknown || upload.isStopped) return uploaded
  return (await findUploaded(record.baseUrl, request, since)) ?? uploaded
}

/** The file whose upload ended without an answer, if exactly one can be it. Sending it again costs nothing. */
async function findUploaded(
  baseUrl: string,
  { name, content }: UploadRequest,
  since: number,
): Promise<Result<RemoteFile> | undefined> {
  const files = await askApi((client) => client.files(), baseUrl)
  if (!files.ok) return undefined
  const known = new Set(
    pageWorld()
      .book.all()
      .flatMap(({ parts }) => parts.flatMap(({ file }) => file?.id ?? [])),
  )
  const found = files.value.filter(
    (file) =>
      file.name === name &&
      file.bytes === content.size &&
      file.createdAt >= since &&
      file.createdAt <= Date.now() / 1000 + SLACK_S &&
      !known.has(file.id),
  )
  return found.length === 1 ? ok(found[0] as RemoteFile) : undefined
}

/** `indexes`: undefined for all. Those that were uploaded go on. */
async function stopParts(
  run: string,
  indexes: readonly number[] | undefined,
  why: StopReason,
): Promise<void> {
  await changeRecord(run, (record) => ({
    ...record,
    parts: record.parts.map((part, index) =>
      isMissing(part) && (indexes?.includes(index) ?? true)
        ? { ...part, state: 'stopped', why }
        : part,
    ),
  }))
}

/** It is not at the API, and on its way there. */
function isMissing(part: PartRecord | undefined): boolean {
  return part?.state === 'uploading' || (part?.state === 'waiting' && !part.file)
}

/** As the document is called; of several parts with its number. */
function nameOf({ fileName, parts }: RunRecord, index: number): string {
  const stem = stemOf(fileName)
  return uploadName(parts.length === 1 ? stem : `${stem}-${index + 1}-of-${parts.length}`)
}

/** Looks whether files are at the API as they were. */
export async function areStillThere(
  files: readonly RemoteFile[],
  baseUrl: string,
): Promise<Result<void>> {
  const found = await askApi((client) => client.files(), baseUrl)
  if (!found.ok) return found
  const isAll = files.every(({ id, bytes }) =>
    found.value.some((file) => file.id === id && (file.bytes === bytes || file.bytes === 0)),
  )
  return isAll
    ? ok()
    : fail(
        'api-not-found',
        msg('The file that was uploaded before is no longer at the API. Upload it again.'),
      )
}

/** Asks before the page is closed while a part is on its way. Once is enough. */
export function guardUploads(): void {
  if (typeof window === 'undefined') return
  window.addEventListener('beforeunload', (event) => {
    if (uploads.size > 0) event.preventDefault()
  })
}
