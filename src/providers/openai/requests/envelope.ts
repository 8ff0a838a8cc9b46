// The envelope of a request, custom_id, method, url and body in their usual order, as fixes write it.
import type { FixContext } from '../../../fixes/defineFix.ts'
import type { JsonObject } from '../../../fixes/lineValue.ts'
import { insertMember } from '../../../json/spliceText.ts'
import { keyOfText } from './freeKey.ts'
import { urlForBody } from './requestUrl.ts'

const ENVELOPE = ['custom_id', 'method', 'url', 'body'] as const

export type EnvelopeKey = (typeof ENVELOPE)[number]

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
