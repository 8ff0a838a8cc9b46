// Whether a value looks like a line of a batch input file, good or bad.
import { isObject } from '../../json/jsonPath.ts'
import { chatCompletionBody } from './chatCompletionBody.ts'
import { embeddingBody } from './embeddingBody.ts'

const RESULT_KEYS = ['response', 'error', 'result']

export function recogniseBatchLine(value: unknown): boolean {
  if (!isObject(value)) return false
  if (RESULT_KEYS.some((key) => Object.hasOwn(value, key))) return false
  const has = (...keys: string[]): boolean => keys.some((key) => Object.hasOwn(value, key))
  const hasBody = has('body', 'params', 'request')
  const hasTarget = has('url', 'path', 'method')
  if (has('custom_id')) return hasTarget || (hasBody && isObject(value['body']))
  return (hasBody && has('url', 'path') && has('method')) || isBareBody(value)
}

/** A request body without its envelope: nothing but parameters of one endpoint. */
function isBareBody(value: Readonly<Record<string, unknown>>): boolean {
  if (typeof value['model'] !== 'string') return false
  if (Array.isArray(value['messages'])) return hasOnly(value, chatCompletionBody.shape)
  return Object.hasOwn(value, 'input') && hasOnly(value, embeddingBody.shape)
}

function hasOnly(value: Readonly<Record<string, unknown>>, shape: object): boolean {
  return Object.keys(value).every((key) => Object.hasOwn(shape, key))
}
