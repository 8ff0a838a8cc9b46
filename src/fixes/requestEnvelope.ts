// The envelope of a request of the Batch API: custom_id, method, url, body, in this order.
import type { FixContext } from './defineFix.ts'
import { keyOfText } from './freeKey.ts'
import { findMember, insertMember } from './jsonMembers.ts'
import type { ObjectText } from './jsonMembers.ts'
import { urlForBody } from './requestUrl.ts'
import type { TextSplice } from './textSplice.ts'

const ORDER = ['custom_id', 'method', 'url', 'body'] as const

type EnvelopeKey = (typeof ORDER)[number]

/** The splice that adds a key of the envelope at its usual place; `value` is JSON. */
export function insertEnvelopeKey(
  text: string,
  line: ObjectText,
  key: EnvelopeKey,
  value: string,
): TextSplice {
  const before = ORDER.slice(0, ORDER.indexOf(key)).findLast((each) => findMember(line, each))
  return insertMember(text, line, before, key, value)
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
