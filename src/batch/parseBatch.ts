// What servers answer, read with patience: OpenAI's schema (`Batch`, `OpenAIFile`, `Model`) as it is, null for
// whatever is absent, and the habits of those that speak its language: times as text or in
// milliseconds, status words in capitals, bare arrays for lists. Nothing that comes is believed to
// have a shape.
import { cutText, shortText } from '../base/cutText.ts'
import type { Batch, BatchError, BatchStatus, RemoteFile } from './batchObject.ts'

const STATUSES: readonly BatchStatus[] = [
  'validating',
  'failed',
  'in_progress',
  'finalizing',
  'completed',
  'expired',
  'cancelling',
  'cancelled',
]

/** Code units of words, such as a status, and of sentences, that are shown and kept. */
const WORD_LIMIT = 200
const SENTENCE_LIMIT = 2000

/** A file is found again by its name, which no disk lets be longer. */
const NAME_LIMIT = 512

/** As long as an id may be in an address. */
const ID_LIMIT = 512

/** Entries of `errors.data` that are taken in; their number is known. */
const ERRORS_LIMIT = 1000

/** Undefined for what is no batch: it has no id. */
export function parseBatch(value: unknown): Batch | undefined {
  const batch = membersOf(value)
  const id = idOf(batch['id'])
  if (id === undefined) return undefined
  const counts = membersOf(batch['request_counts'])
  return {
    id,
    status: parseStatus(batch['status']),
    endpoint: wordOf(batch['endpoint']) ?? '',
    model: wordOf(batch['model']),
    inputFileId: idOf(batch['input_file_id']),
    outputFileId: idOf(batch['output_file_id']),
    errorFileId: idOf(batch['error_file_id']),
    ...parseErrors(batch['errors']),
    counts: {
      total: countOf(counts['total']) ?? 0,
      completed: countOf(counts['completed']) ?? 0,
      failed: countOf(counts['failed']) ?? 0,
    },
    createdAt: timeOf(batch['created_at']) ?? 0,
    inProgressAt: timeOf(batch['in_progress_at']),
    expiresAt: timeOf(batch['expires_at']),
    endedAt:
      timeOf(batch['completed_at']) ??
      timeOf(batch['failed_at']) ??
      timeOf(batch['expired_at']) ??
      timeOf(batch['cancelled_at']),
    metadata: parseMetadata(batch['metadata']),
  }
}

/** Undefined for what is no file: it has no id. */
export function parseRemoteFile(value: unknown): RemoteFile | undefined {
  const file = membersOf(value)
  const id = idOf(file['id'])
  if (id === undefined) return undefined
  return {
    id,
    name: cutText(textOf(file['filename']) ?? '', NAME_LIMIT),
    bytes: countOf(file['bytes']) ?? 0,
    createdAt: timeOf(file['created_at']) ?? 0,
    expiresAt: timeOf(file['expires_at']),
  }
}

/** The files of an answer that may go into a batch; servers that know no filter answer with all. */
export function parseBatchFiles(value: unknown): readonly RemoteFile[] {
  return itemsOf(value).flatMap((item) => {
    const purpose = textOf(membersOf(item)['purpose'])
    const file = purpose === undefined || purpose === 'batch' ? parseRemoteFile(item) : undefined
    return file ? [file] : []
  })
}

/** `after`: for the next page; undefined at the end. */
export function parseBatchPage(value: unknown): {
  readonly batches: readonly Batch[]
  readonly after: string | undefined
} {
  const batches = itemsOf(value).flatMap((item) => parseBatch(item) ?? [])
  const page = membersOf(value)
  const last = textOf(page['last_id']) ?? batches.at(-1)?.id
  return { batches, after: page['has_more'] === true ? last : undefined }
}

export interface ParsedModel {
  readonly id: string
  /** Seconds since 1970: the beginning of that day, UTC. */
  readonly shutDownAt: number | undefined
}

/** Undefined for a list of something else: it has items, and none with an id. */
export function parseModels(value: unknown): readonly ParsedModel[] | undefined {
  const items = itemsOf(value)
  const models = items.flatMap((item) => {
    const model = membersOf(item)
    const id = textOf(model['id'])
    return id === undefined ? [] : [{ id, shutDownAt: timeOf(model['shutdown_date']) }]
  })
  return models.length === 0 && items.length > 0 ? undefined : models
}

/** Whether an answer is a list at all, though an empty one. */
export function isList(value: unknown): boolean {
  return Array.isArray(value) || Array.isArray(membersOf(value)['data'])
}

/** What an API says is wrong, in the envelope `{"error": {…}}` or in what others make of it. */
export function parseApiError(
  value: unknown,
): { readonly code: string | undefined; readonly message: string } | undefined {
  const whole = membersOf(value)
  const error = 'error' in whole ? whole['error'] : value
  if (typeof error === 'string')
    return error === '' ? undefined : { code: undefined, message: error }
  const members = membersOf(error)
  const message =
    textOf(members['message']) ?? textOf(members['detail']) ?? textOf(members['error_description'])
  const code = textOf(members['code']) ?? textOf(members['type'])
  return message === undefined && code === undefined ? undefined : { code, message: message ?? '' }
}

/** Tokens of an answer to a chat, a response or an embedding; undefined where it says nothing of them. */
export function parseUsage(
  value: unknown,
): { readonly input: number; readonly output: number } | undefined {
  const usage = membersOf(membersOf(value)['usage'])
  const input = countOf(usage['input_tokens']) ?? countOf(usage['prompt_tokens'])
  // Embeddings have no output.
  const output = countOf(usage['output_tokens']) ?? countOf(usage['completion_tokens']) ?? 0
  return input === undefined ? undefined : { input, output }
}

function parseStatus(value: unknown): Batch['status'] {
  const status = wordOf(value) ?? 'unknown'
  return STATUSES.find((known) => known === status.toLowerCase()) ?? status
}

function parseErrors(value: unknown): Pick<Batch, 'errors' | 'moreErrors'> {
  const items = itemsOf(value)
  const more = Math.max(0, items.length - ERRORS_LIMIT)
  const errors = items.slice(0, ERRORS_LIMIT).flatMap((item): readonly BatchError[] => {
    if (typeof item !== 'object' || item === null) return []
    const error = membersOf(item)
    const line = countOf(error['line'])
    return [
      {
        code: wordOf(error['code']),
        message: shortText(textOf(error['message']) ?? '', SENTENCE_LIMIT),
        line: line === 0 ? undefined : line,
        param: wordOf(error['param']),
      },
    ]
  })
  return { errors, ...(more > 0 && { moreErrors: more }) }
}

function parseMetadata(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(membersOf(value)).flatMap(([key, item]) =>
      typeof item === 'string' || typeof item === 'number' ? [[key, String(item)]] : [],
    ),
  )
}

/** Own members alone: an answer must not reach what objects inherit. */
function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  return Object.assign(Object.create(null) as Record<string, unknown>, value)
}

function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  const { data } = membersOf(value)
  return Array.isArray(data) ? data : []
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** No word of an API is longer than the limit. */
function wordOf(value: unknown): string | undefined {
  const text = textOf(value)
  return text && cutText(text, WORD_LIMIT)
}

/** An id that was cut would be another one. */
function idOf(value: unknown): string | undefined {
  const id = textOf(value)
  return id !== undefined && id.length > ID_LIMIT ? undefined : id
}

function countOf(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined
}

/** Milliseconds begin here: as seconds it would be the year 5138. */
const MILLISECONDS_FROM = 1e11

/** Seconds since 1970; 0 counts as absent. */
function timeOf(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Date.parse(value) / 1000 : value
  if (typeof number !== 'number' || !(number > 0) || number > MILLISECONDS_FROM * 1000)
    return undefined
  return Math.floor(number >= MILLISECONDS_FROM ? number / 1000 : number)
}
