// Which call a request is, and what it is answered: JSON for all of them but content.
import { answerBody, errorBody } from './answers.ts'
import type { ApiStore } from './apiStore.ts'
import { usualText } from './endings.ts'
import type { Call } from './faults.ts'
import { membersOf, promptOf } from './requestLines.ts'
import { batchObject } from './storedBatch.ts'
import { fileObject, type StoredFile } from './storedFile.ts'

export type Reply =
  | { readonly status: number; readonly json: unknown }
  | { readonly status: number; readonly file: StoredFile }

export interface Asked {
  readonly call: Call
  /** Of the thing that is asked for. */
  readonly id: string
  /** With `/v1`. */
  readonly path: string
}

const ROUTES: readonly (readonly [string, RegExp, Call])[] = [
  ['GET', /^\/v1\/models$/, 'models'],
  ['POST', /^\/v1\/files$/, 'upload'],
  ['GET', /^\/v1\/files$/, 'files'],
  ['GET', /^\/v1\/files\/([^/]+)$/, 'file'],
  ['DELETE', /^\/v1\/files\/([^/]+)$/, 'deleteFile'],
  ['GET', /^\/v1\/files\/([^/]+)\/content$/, 'content'],
  ['POST', /^\/v1\/batches$/, 'createBatch'],
  ['GET', /^\/v1\/batches$/, 'batches'],
  ['GET', /^\/v1\/batches\/([^/]+)$/, 'batch'],
  ['POST', /^\/v1\/batches\/([^/]+)\/cancel$/, 'cancelBatch'],
  ['POST', /^\/v1\/(chat\/completions|responses|embeddings|completions|moderations)$/, 'send'],
]

export function callOf(method: string, path: string): Asked | undefined {
  for (const [routeMethod, pattern, call] of ROUTES) {
    const match = routeMethod === method ? pattern.exec(path) : null
    if (match) return { call, id: decodeURIComponent(match[1] ?? ''), path }
  }
  return undefined
}

/** All calls but uploads. `body`: parsed JSON. */
export function reply(
  store: ApiStore,
  { call, id, path }: Asked,
  query: URLSearchParams,
  body: unknown,
): Reply {
  switch (call) {
    case 'models':
      return list(
        store.models.map((model) => ({
          id: model.id,
          object: 'model',
          created: 1_760_000_000,
          owned_by: 'openai',
          shutdown_date: model.shutdownDate ?? null,
        })),
      )
    case 'files':
      return pageOf(
        [...store.files.values()].filter(
          ({ purpose }) => (query.get('purpose') ?? purpose) === purpose,
        ),
        fileObject,
        query,
        10_000,
      )
    case 'batches':
      return pageOf([...store.batches.values()], batchObject, query, 20)
    case 'createBatch':
      return createBatch(store, membersOf(body))
    case 'batch':
    case 'cancelBatch':
      return aboutBatch(store, call, id)
    case 'file':
    case 'content':
    case 'deleteFile':
      return aboutFile(store, call, id)
    case 'send':
      return send(store, path, membersOf(body))
    case 'upload':
      throw new Error('Uploads are read elsewhere.')
  }
}

function createBatch(store: ApiStore, body: Readonly<Record<string, unknown>>): Reply {
  const missing = ['input_file_id', 'endpoint', 'completion_window'].find(
    (name) => typeof body[name] !== 'string',
  )
  if (missing !== undefined) {
    const message = `Missing required parameter: '${missing}'.`
    return { status: 400, json: errorBody(message, 'missing_required_parameter', missing) }
  }
  if (body['completion_window'] !== '24h') {
    const message = "Invalid value: supported values are: '24h'."
    return { status: 400, json: errorBody(message, 'invalid_value', 'completion_window') }
  }
  const metadata = membersOf(body['metadata'])
  const odd = Object.entries(metadata).find(([, value]) => typeof value !== 'string')
  if (odd) {
    const message = `Invalid type for 'metadata.${odd[0]}': expected a string.`
    return { status: 400, json: errorBody(message, 'invalid_type', `metadata.${odd[0]}`) }
  }
  const batch = store.createBatch(
    String(body['input_file_id']),
    String(body['endpoint']),
    metadata as Record<string, string>,
  )
  return { status: 200, json: batchObject(batch) }
}

function aboutBatch(store: ApiStore, call: 'batch' | 'cancelBatch', id: string): Reply {
  const batch = store.batches.get(id)
  if (!batch) return notFound(`No batch found with id '${id}'.`)
  if (call === 'batch') store.advance(batch)
  else if (!store.cancel(batch)) {
    const message = `Cannot cancel a batch with status '${batch.status}'.`
    return { status: 409, json: errorBody(message) }
  }
  return { status: 200, json: batchObject(batch) }
}

function aboutFile(store: ApiStore, call: 'file' | 'content' | 'deleteFile', id: string): Reply {
  const file = store.files.get(id)
  if (!file) return notFound(`No such File object: ${id}`)
  if (call === 'content') return { status: 200, file }
  if (call === 'file') return { status: 200, json: fileObject(file) }
  store.files.delete(id)
  return { status: 200, json: { id, object: 'file', deleted: true } }
}

function send(store: ApiStore, path: string, body: Readonly<Record<string, unknown>>): Reply {
  const model = typeof body['model'] === 'string' ? body['model'] : ''
  if (!store.models.some(({ id }) => id === model)) {
    const message = `The model '${model}' does not exist or you do not have access to it.`
    return { status: 404, json: errorBody(message, 'model_not_found') }
  }
  const prompt = promptOf(body)
  return { status: 200, json: answerBody(path, model, usualText({ prompt }), prompt) }
}

function notFound(message: string): Reply {
  return { status: 404, json: errorBody(message) }
}

function list(data: readonly unknown[]): Reply {
  return { status: 200, json: { object: 'list', data } }
}

/** Newest first. `limit`: of the API, where none is asked for. */
function pageOf<Item extends { readonly id: string }>(
  items: readonly Item[],
  objectOf: (item: Item) => unknown,
  query: URLSearchParams,
  limit: number,
): Reply {
  const newest = items.toReversed()
  const after = query.get('after')
  const from = after === null ? 0 : newest.findIndex(({ id }) => id === after) + 1
  const page = newest.slice(from, from + Number(query.get('limit') ?? limit))
  return {
    status: 200,
    json: {
      object: 'list',
      data: page.map((item) => objectOf(item)),
      first_id: page[0]?.id ?? null,
      last_id: page.at(-1)?.id ?? null,
      has_more: from + page.length < newest.length,
    },
  }
}
