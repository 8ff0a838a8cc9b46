// Fields that several endpoints have, each under the name that its endpoint takes.
import { type Message, msg } from '../../i18n/message.ts'
import { isObject } from '../../json/jsonPath.ts'
import { type FormField, type JsonObject, numberOrText, textAt, withKey } from './bodyForm.ts'

export const modelField: FormField = {
  id: 'model',
  label: msg('Model'),
  kind: 'line',
  read: (body) => textAt(body, 'model'),
  write: (body, text) => withKey(body, 'model', text),
}

export const temperatureField: FormField = numberField(
  'temperature',
  msg('Temperature'),
  'temperature',
  msg('From 0 to 2. Reasoning models do not accept it.'),
)

export function tokenLimitField(key: string): FormField {
  return numberField('tokenLimit', msg('Maximum output tokens'), key)
}

export function numberField(
  id: FormField['id'],
  label: Message,
  key: string,
  hint?: Message,
): FormField {
  return {
    id,
    label,
    kind: 'number',
    ...(hint && { hint }),
    read: (body) => textAt(body, key),
    write: (body, text) => withKey(body, key, numberOrText(text)),
  }
}

export function textField(id: 'system' | 'user', label: Message, key: string): FormField {
  return {
    id,
    label,
    kind: 'lines',
    read: (body) => textAt(body, key),
    write: (body, text) => withKey(body, key, text === '' && id === 'system' ? undefined : text),
  }
}

/** Wraps a JSON Schema for structured output in what the endpoint wants around it. */
export interface SchemaWrap {
  /** The schema; undefined where there is none. */
  readonly unwrap: (body: JsonObject) => unknown
  /** `schema` undefined: takes it out. */
  readonly wrap: (body: JsonObject, schema: unknown) => JsonObject
}

export function schemaField({ unwrap, wrap }: SchemaWrap): FormField {
  return {
    id: 'schema',
    label: msg('JSON Schema of the answer'),
    kind: 'json',
    hint: msg('Structured output: every answer is JSON of this shape. Absent: answers are text.'),
    value: unwrap,
    read(body) {
      const schema = unwrap(body)
      if (schema === undefined) return ''
      return typeof schema === 'string' ? schema : JSON.stringify(schema, null, 2)
    },
    write: (body, text) => wrap(body, text.trim() === '' ? undefined : jsonOrText(text)),
  }
}

/**
 * Whether the provider holds answers to the schema. `holderOf`: the object that has schema and `strict`;
 * undefined where there is none, and then there is no field.
 */
export function strictField(
  holderOf: (body: JsonObject) => JsonObject | undefined,
  withHolder: (body: JsonObject, holder: JsonObject) => JsonObject,
): FormField {
  return {
    id: 'strict',
    label: msg('Strict: answers keep to the schema exactly'),
    kind: 'switch',
    fits: (body) => holderOf(body) !== undefined,
    read: (body) => String(holderOf(body)?.['strict'] === true),
    write(body, text) {
      const holder = holderOf(body)
      return holder ? withHolder(body, withKey(holder, 'strict', text === 'true')) : body
    },
  }
}

function jsonOrText(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : text
  } catch {
    return text
  }
}
