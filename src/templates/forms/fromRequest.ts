// A request that is there as a template for others: its parameters stay, and what it asks comes from each row,
// which is a request line, too.
import { isObject } from '../../json/jsonPath.ts'
import { type JsonObject, readBody, writeBody } from './bodyForm.ts'

/** What a request asks, by the key that its endpoint has for it. */
const PROMPT_KEYS = ['messages', 'input', 'prompt'] as const

/** `bodyText`: JSON of a body. Undefined when it is no object. */
export function templateOfRequest(bodyText: string): string | undefined {
  const body = readBody(bodyText)
  if (!body) return undefined
  const key = PROMPT_KEYS.find((name) => Object.hasOwn(body, name))
  return writeBody(key === undefined ? body : { ...body, [key]: promptOf(body, key) })
}

/**
 * Of one or two messages the last alone comes from the row, so that the one before it can be changed for all;
 * of longer conversations all do.
 */
function promptOf(body: JsonObject, key: string): unknown {
  const prompt = body[key]
  if (typeof prompt === 'string') return `{{body.${key}}}`
  if (!Array.isArray(prompt) || prompt.length > 2) return `{{{body.${key}}}}`
  const last: unknown = prompt.at(-1)
  if (!isObject(last) || typeof last['content'] !== 'string') return `{{{body.${key}}}}`
  const at = prompt.length - 1
  return prompt.with(at, { ...last, content: `{{body.${key}.${at}.content}}` })
}
