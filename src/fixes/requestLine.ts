// The line of a request as fixes look at it: its value, and the envelope of custom_id, method, url and
// body in their usual order.
import { isObject } from '../json/jsonPath.ts'
import { insertMember } from '../json/spliceText.ts'
import type { FixContext, FixProposal } from './defineFix.ts'
import { keyOfText } from './freeKey.ts'
import { urlForBody } from './requestUrl.ts'

const ENVELOPE = ['custom_id', 'method', 'url', 'body'] as const

export type EnvelopeKey = (typeof ENVELOPE)[number]

export type JsonObject = Readonly<Record<string, unknown>>

/** The value of a line that is a JSON object; a byte order mark before it does not count. */
export function parseObject(text: string): JsonObject | undefined {
  const value = parseJson(text.startsWith('\ufeff') ? text.slice(1) : text)
  return isObject(value) ? value : undefined
}

/** Undefined for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Adds a key of the envelope at its usual place; `json` is its value. */
export function insertEnvelopeKey(
  text: string,
  line: JsonObject,
  key: EnvelopeKey,
  json: string,
): string | undefined {
  const later = ENVELOPE.slice(ENVELOPE.indexOf(key) + 1)
  const next = later.find((each) => Object.hasOwn(line, each))
  return insertMember(text, [], key, json, next)
}

/** The value, as JSON, that a key of the envelope should have; undefined when nothing tells it. */
export function envelopeValue(
  key: Exclude<EnvelopeKey, 'body'>,
  context: FixContext,
  body: unknown,
): string | undefined {
  if (key === 'custom_id') return JSON.stringify(keyOfText(context.text, context.isKeyTaken))
  if (key === 'method') return '"POST"'
  const url = urlForBody(body, context.usualValue)
  return url === undefined ? undefined : JSON.stringify(url)
}

/** A text, where there is one, as a proposal. */
export function replaceBy(text: string | undefined): FixProposal | undefined {
  return text === undefined ? undefined : { kind: 'replace', text }
}
