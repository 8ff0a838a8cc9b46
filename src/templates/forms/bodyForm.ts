// What of a body has a field of its own. The body's JSON is the only truth: a field is read from it and written
// into it, and all that has no field stays as it is.
import { isObject } from '../../json/jsonPath.ts'
import type { Message } from '../../i18n/message.ts'
import { removeMember, setMember } from '../../json/spliceText.ts'

export type JsonObject = Readonly<Record<string, unknown>>

export interface FormField {
  readonly id:
    | 'model'
    | 'system'
    | 'user'
    | 'tokenLimit'
    | 'temperature'
    | 'dimensions'
    | 'schema'
    | 'strict'
  readonly label: Message
  /** `lines`: text of several lines; `json`: the text of a JSON value; `switch`: 'true' or 'false'. */
  readonly kind: 'line' | 'lines' | 'number' | 'json' | 'switch'
  readonly hint?: Message
  /** Absent: always. Whether the body has, or can be given, what the field is for. */
  readonly fits?: (body: JsonObject) => boolean
  /** Of a field of kind `json`: the value itself. */
  readonly value?: (body: JsonObject) => unknown
  /** The text of the field; empty where the body has nothing for it. */
  readonly read: (body: JsonObject) => string
  /** The body with it; an empty text takes it out. What is no number or no JSON is written as a text. */
  readonly write: (body: JsonObject, text: string) => JsonObject
}

export interface EndpointForm {
  /** '/v1/embeddings', or a name of envelopes.ts. */
  readonly endpoint: string
  /** As it is shown to be chosen; the endpoint itself when absent. */
  readonly title?: Message
  /** In the order in which they are shown. */
  readonly fields: readonly FormField[]
  /** To begin with. */
  readonly body: JsonObject
  /** The job names the model: requests have none. */
  readonly isModelOfJob?: true
}

/** Undefined while the text is not a JSON object: then there is no form. */
export function readBody(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** As it is shown to be edited. */
export function writeBody(body: JsonObject): string {
  return JSON.stringify(body, null, 2)
}

/**
 * A body's text after a change of some of its keys. All others stay as they stand there: numbers keep their
 * digits. `text` is the JSON that `before` was read from.
 */
export function rewriteBody(text: string, before: JsonObject, after: JsonObject): string {
  let written = text
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(after, key)) written = removeMember(written, [], key)
  }
  for (const [key, value] of Object.entries(after)) {
    if (Object.hasOwn(before, key) && JSON.stringify(before[key]) === JSON.stringify(value))
      continue
    const json = JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')
    written = setMember(written, [], key, json) ?? written
  }
  return written
}

/** The object with a key set, where it stands; undefined takes it out. */
export function withKey(body: JsonObject, key: string, value: unknown): JsonObject {
  if (value === undefined) {
    const { [key]: _, ...rest } = body
    return rest
  }
  return { ...body, [key]: value }
}

/** Texts as they are; anything else as its JSON. */
export function textAt(body: JsonObject, key: string): string {
  const value = body[key]
  if (value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** A number where the text is one, else the text: a placeholder, or what is still being typed. */
export function numberOrText(text: string): unknown {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  return /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed
}
