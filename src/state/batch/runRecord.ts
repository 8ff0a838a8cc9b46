// What of a run outlives the page: ids, names, counts and the address of the API. Never the key, a line or
// an answer. It is also what tabs agree on: a batch is started only by what its record says. What is read
// back was written by any version of the page, or by a hand, so nothing of it is believed unseen.
import type { Batch, RemoteFile } from '../../batch/batchObject.ts'
import type { RunPart } from './batchStore.ts'

/** The metadata that our batches are found by; the numbers of parts begin at 1. */
export const RUN_KEY = 'lineproof_run'
export const PART_KEY = 'lineproof_part'

/** Why a part goes no further: its words are the language's (partNotes.ts). */
export type StopReason =
  | 'page-closed'
  | 'cancelled'
  | 'not-uploaded'
  | 'not-started'
  | 'no-answer'
  | 'file-gone'

/** - `room`: among the tokens that may wait in batches; `api`: which asked to come later */
export type WaitReason = 'room' | 'api' | 'network'

export interface PartRecord {
  readonly state: RunPart['state']
  readonly requests: number
  readonly bytes: number
  /** Where the parts of a run have several; absent: that of the run. */
  readonly endpoint?: string | undefined
  /** Of its prompts, as estimated. */
  readonly tokens?: number | undefined
  /** Of BatchPart: says whether another document has the same content. */
  readonly contentHash?: string | undefined
  readonly file?: RemoteFile | undefined
  readonly batch?: BatchRecord | undefined
  /** Batches of this part that failed since there was no room for them. */
  readonly refused: readonly string[]
  /** Milliseconds since 1970: not before then. */
  readonly notBefore?: number | undefined
  /** Until what; absent: for its turn. */
  readonly waitsFor?: WaitReason | undefined
  /**
   * How often in a row it had to come later, for what `waitsFor` says; without that, since answers were lost. Of a
   * batch that runs: since there was no room.
   */
  readonly delays?: number | undefined
  /** Since when, and how often in a row, the list was without a batch that may have been started. */
  readonly absentSince?: number | undefined
  readonly absentLooks?: number | undefined
  /** The user cancelled it while nobody knew whether it was started. */
  readonly isUnwanted?: true | undefined
  readonly why?: StopReason | undefined
  /**
   * Milliseconds by which the clock of this computer was ahead of the API's when the batch was started;
   * negative: behind. Absent where both agree as well as clocks do.
   */
  readonly clockAhead?: number | undefined
  /** Its files at the API were deleted by the user. */
  readonly isDeleted?: true | undefined
}

/** Without what may quote lines. */
export type BatchRecord = Omit<Batch, 'errors' | 'moreErrors' | 'metadata'>

export interface RunRecord {
  readonly id: string
  readonly fileName: string
  readonly endpoint: string
  readonly baseUrl: string
  /** Milliseconds since 1970. */
  readonly startedAt: number
  /** It was sent without a key, which its server did not want then. */
  readonly isKeyless?: true | undefined
  readonly retryOf?: string | undefined
  /** What the user gave all batches of the run, to start those that wait. */
  readonly metadata: Readonly<Record<string, string>>
  readonly outputExpiry?: number | undefined
  /** Seconds after which the API deletes the uploaded files. */
  readonly fileExpiry?: number | undefined
  /** So many tokens at once were too many for the API. */
  readonly tooManyTokens?: number | undefined
  readonly parts: readonly PartRecord[]
}

export function batchRecordOf(batch: Batch): BatchRecord {
  const { errors: _errors, moreErrors: _more, metadata: _metadata, ...kept } = batch
  return kept
}

/** The batch as far as it was kept. */
export function batchOf(kept: BatchRecord): Batch {
  return { ...kept, errors: [], metadata: {} }
}

export function changePart(
  record: RunRecord,
  index: number,
  change: Partial<PartRecord>,
): RunRecord {
  return {
    ...record,
    parts: record.parts.map((part, at) => (at === index ? { ...part, ...change } : part)),
  }
}

export function writeRecord(record: RunRecord): string {
  return JSON.stringify(record)
}

/** Undefined for what is no record. */
export function readRecord(text: string): RunRecord | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const run = members(value)
  const [id, fileName, baseUrl] = [run['id'], run['fileName'], run['baseUrl']].map(filled)
  const parts = Array.isArray(run['parts']) ? run['parts'].map(partOf) : []
  if (id === undefined || fileName === undefined || baseUrl === undefined) return undefined
  if (parts.length === 0 || !isWhole(parts)) return undefined
  return {
    id,
    fileName,
    baseUrl,
    endpoint: filled(run['endpoint']) ?? '',
    startedAt: count(run['startedAt']) ?? 0,
    isKeyless: run['isKeyless'] === true ? true : undefined,
    retryOf: filled(run['retryOf']),
    metadata: textsOf(run['metadata']),
    outputExpiry: count(run['outputExpiry']),
    fileExpiry: count(run['fileExpiry']),
    tooManyTokens: count(run['tooManyTokens']),
    parts,
  }
}

const STATES: readonly RunPart['state'][] = [
  'waiting',
  'uploading',
  'starting',
  'unknown',
  'running',
  'ended',
  'stopped',
]

const REASONS: readonly StopReason[] = [
  'page-closed',
  'cancelled',
  'not-uploaded',
  'not-started',
  'no-answer',
  'file-gone',
]

const WAITS: readonly WaitReason[] = ['room', 'api', 'network']

function partOf(value: unknown): PartRecord | undefined {
  const part = members(value)
  const state = STATES.find((known) => known === part['state'])
  const batch = batchRecord(part['batch'])
  // What a batch runs for is lost without its id.
  if (!state || ((state === 'running' || state === 'ended') && !batch)) return undefined
  return {
    state,
    requests: count(part['requests']) ?? 0,
    bytes: count(part['bytes']) ?? 0,
    endpoint: filled(part['endpoint']),
    tokens: count(part['tokens']),
    contentHash: filled(part['contentHash']),
    file: fileOf(part['file']),
    batch,
    refused: Array.isArray(part['refused'])
      ? part['refused'].flatMap((id) => filled(id) ?? [])
      : [],
    notBefore: count(part['notBefore']),
    waitsFor: WAITS.find((known) => known === part['waitsFor']),
    delays: count(part['delays']),
    absentSince: count(part['absentSince']),
    absentLooks: count(part['absentLooks']),
    isUnwanted: part['isUnwanted'] === true ? true : undefined,
    why: REASONS.find((known) => known === part['why']),
    clockAhead: Number.isSafeInteger(part['clockAhead']) ? Number(part['clockAhead']) : undefined,
    isDeleted: part['isDeleted'] === true ? true : undefined,
  }
}

function fileOf(value: unknown): RemoteFile | undefined {
  const file = members(value)
  const id = filled(file['id'])
  if (id === undefined) return undefined
  return {
    id,
    name: filled(file['name']) ?? '',
    bytes: count(file['bytes']) ?? 0,
    createdAt: count(file['createdAt']) ?? 0,
    expiresAt: count(file['expiresAt']),
  }
}

function batchRecord(value: unknown): BatchRecord | undefined {
  const batch = members(value)
  const counts = members(batch['counts'])
  const id = filled(batch['id'])
  const status = filled(batch['status'])
  if (id === undefined || status === undefined) return undefined
  return {
    id,
    status,
    endpoint: filled(batch['endpoint']) ?? '',
    model: filled(batch['model']),
    inputFileId: filled(batch['inputFileId']),
    outputFileId: filled(batch['outputFileId']),
    errorFileId: filled(batch['errorFileId']),
    counts: {
      total: count(counts['total']) ?? 0,
      completed: count(counts['completed']) ?? 0,
      failed: count(counts['failed']) ?? 0,
    },
    createdAt: count(batch['createdAt']) ?? 0,
    inProgressAt: count(batch['inProgressAt']),
    expiresAt: count(batch['expiresAt']),
    endedAt: count(batch['endedAt']),
  }
}

function isWhole(parts: readonly (PartRecord | undefined)[]): parts is readonly PartRecord[] {
  return !parts.includes(undefined)
}

function members(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function filled(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(members(value)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return Object.fromEntries(entries)
}
