// Fields of Gemini's requests, whose texts are parts of contents. The API takes names in both spellings: what
// stands there as `generation_config` is read and written so.
import { msg } from '../../i18n/message.ts'
import { isObject } from '../../json/jsonPath.ts'
import { type FormField, type JsonObject, numberOrText, textAt, withKey } from './bodyForm.ts'

export const GEMINI_FIELDS: readonly FormField[] = [
  {
    id: 'system',
    label: msg('System message'),
    kind: 'lines',
    read: (body) => textOf(body[spelled(body, 'systemInstruction')]),
    write: (body, text) =>
      withKey(
        body,
        spelled(body, 'systemInstruction'),
        text === '' ? undefined : { parts: [{ text }] },
      ),
  },
  {
    id: 'user',
    label: msg('User message'),
    kind: 'lines',
    fits: (body) => typeof body['contents'] !== 'string',
    read: (body) => textOf(contentsOf(body).findLast(isUser)),
    write(body, text) {
      const contents = contentsOf(body)
      const at = contents.findLastIndex(isUser)
      const before = contents[at]
      const content = isObject(before)
        ? { ...before, parts: [{ text }] }
        : { role: 'user', parts: [{ text }] }
      return {
        ...body,
        contents: at < 0 ? [...contents, content] : contents.with(at, content),
      }
    },
  },
  configField('tokenLimit', msg('Maximum output tokens'), 'maxOutputTokens'),
  { ...configField('temperature', msg('Temperature'), 'temperature'), hint: msg('From 0 to 2.') },
]

/** A number within `generationConfig`. */
function configField(id: FormField['id'], label: FormField['label'], key: string): FormField {
  const configOf = (body: JsonObject): JsonObject => {
    const config = body[spelled(body, 'generationConfig')]
    return isObject(config) ? config : {}
  }
  return {
    id,
    label,
    kind: 'number',
    read: (body) => textAt(configOf(body), spelled(configOf(body), key)),
    write(body, text) {
      const config = configOf(body)
      const changed = withKey(config, spelled(config, key), numberOrText(text))
      const isEmpty = Object.keys(changed).length === 0
      return withKey(body, spelled(body, 'generationConfig'), isEmpty ? undefined : changed)
    },
  }
}

function spelled(object: JsonObject, key: string): string {
  const snake = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return Object.hasOwn(object, snake) ? snake : key
}

function contentsOf(body: JsonObject): readonly unknown[] {
  const contents = body['contents']
  return Array.isArray(contents) ? contents : []
}

/** Without a role it is the user's. */
function isUser(content: unknown): boolean {
  return isObject(content) && (content['role'] ?? 'user') === 'user'
}

/** Of a content with one text; others, such as images, have no field. */
function textOf(content: unknown): string {
  const parts = isObject(content) ? content['parts'] : undefined
  const [part] = Array.isArray(parts) ? parts : []
  const text: unknown = isObject(part) ? part['text'] : undefined
  return typeof text === 'string' ? text : ''
}
