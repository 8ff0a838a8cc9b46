// A request as it is sent again. Only the model, the limit and the id are touched; every other byte of
// the line stays: numbers, escapes, spaces, doubled keys.
import { isObject, valueAt } from '../../../json/jsonPath.ts'
import type { JsonPath } from '../../../json/jsonPath.ts'
import { rangeOfPath } from '../../../json/locate.ts'
import { replaceRange, setMember } from '../../../json/spliceText.ts'
import type { RequestContent } from '../../../pairing/requestReading.ts'

export interface RequestChanges {
  readonly model?: string | undefined
  /** Tokens. Takes the place of a limit that is lower or absent. */
  readonly tokenLimit?: number | undefined
  /** Appended to the id. */
  readonly idSuffix?: string | undefined
}

export interface ChangeableRequest {
  /** A line that is valid JSON. */
  readonly text: string
  readonly record: unknown
  readonly content: RequestContent
  readonly keyPath: JsonPath
}

/** The text of the line with the changes; the text itself when nothing changes. */
export function changeRequest(request: ChangeableRequest, changes: RequestChanges): string {
  const { record, content, keyPath } = request
  let { text } = request
  const { model, tokenLimit, idSuffix } = changes
  if (model !== undefined && content.modelPath && content.model !== model) {
    text = setAt(text, record, content.modelPath, JSON.stringify(model))
  }
  if (tokenLimit !== undefined && raisesLimit(content, tokenLimit) && content.tokenLimit) {
    text = setAt(text, record, content.tokenLimit.path, String(tokenLimit))
  }
  if (idSuffix) text = appendToString(text, record, keyPath, idSuffix)
  return text
}

/** Whether the request takes a limit, and has a lower one or none. */
export function raisesLimit({ tokenLimit }: RequestContent, limit: number): boolean {
  return tokenLimit !== undefined && (tokenLimit.value ?? -1) < limit
}

/**
 * Sets a member, and adds the objects around it that are absent or null. A path that leads through
 * any other value changes nothing.
 */
function setAt(text: string, record: unknown, path: JsonPath, json: string): string {
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const holder = path.slice(0, depth)
    const value = valueAt(record, holder)
    if (value === undefined || (value === null && depth > 0)) continue
    if (!isObject(value)) return text
    const inner = path
      .slice(depth + 1)
      .reduceRight((source: string, step) => `{${JSON.stringify(step)}:${source}}`, json)
    return setMember(text, holder, String(path[depth]), inner) ?? text
  }
  return text
}

/** Goes in front of the closing quote, so that the string keeps its escapes. */
function appendToString(text: string, record: unknown, path: JsonPath, suffix: string): string {
  if (typeof valueAt(record, path) !== 'string') return text
  const at = rangeOfPath(text, path)?.value.to
  if (at === undefined) return text
  return replaceRange(text, { from: at - 1, to: at - 1 }, JSON.stringify(suffix).slice(1, -1))
}
