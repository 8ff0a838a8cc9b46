// A request body without its envelope: nothing but parameters of one endpoint.
import { chatCompletionBody } from './chatCompletionBody.ts'
import { embeddingBody } from './embeddingBody.ts'
import { responseBody } from './responseBody.ts'

type Line = Readonly<Record<string, unknown>>

const CHAT_KEYS = Object.keys(chatCompletionBody.shape)
const INPUT_KEYS = [...Object.keys(responseBody.shape), ...Object.keys(embeddingBody.shape)]

export function isBareBody(value: Line): boolean {
  if (typeof value['model'] !== 'string') return false
  if (Array.isArray(value['messages'])) return hasOnly(value, CHAT_KEYS)
  return Object.hasOwn(value, 'input') && hasOnly(value, INPUT_KEYS)
}

function hasOnly(value: Line, keys: readonly string[]): boolean {
  return Object.keys(value).every((key) => keys.includes(key))
}
