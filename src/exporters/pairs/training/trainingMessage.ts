// Which messages of a chat request may stand in a training file as they are. Training takes fewer keys
// and parts than the API does.
// Source: OpenAI's FineTuneChatRequestInput of 2025 and its vision fine-tuning guide.
import { isObject } from '../../../json/jsonPath.ts'
import { field, listOf } from '../../../pairing/jsonReading.ts'

type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string'
const isFilled: Check = (value) => typeof value === 'string' && value !== ''

function hasOnly(value: unknown, checks: Readonly<Record<string, Check>>): boolean {
  return (
    isObject(value) &&
    Object.entries(value).every(
      ([key, inner]) => Object.hasOwn(checks, key) && checks[key]?.(inner) === true,
    )
  )
}

const isTextPart: Check = (part) =>
  hasOnly(part, { type: (type) => type === 'text', text: isText }) &&
  field(part, 'text') !== undefined &&
  field(part, 'type') !== undefined

const DETAILS: readonly unknown[] = ['auto', 'low', 'high']

const isImagePart: Check = (part) =>
  field(part, 'type') === 'image_url' &&
  isFilled(field(field(part, 'image_url'), 'url')) &&
  hasOnly(part, {
    type: isText,
    image_url: (image) =>
      hasOnly(image, { url: isText, detail: (detail) => DETAILS.includes(detail) }),
  })

function listsOf(...checks: readonly Check[]): Check {
  return (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => checks.some((check) => check(item)))
}

const isCall: Check = (call) =>
  hasOnly(call, { id: isText, type: (type) => type === 'function', function: isNamedCall }) &&
  Object.keys(call as object).length === 3

const isNamedCall: Check = (call) =>
  hasOnly(call, { name: isText, arguments: isText }) && Object.keys(call as object).length === 2

const texts = listsOf(isTextPart)

interface Role {
  /** Keys that must be there. */
  readonly needed: readonly string[]
  /** What keys may hold. */
  readonly keys: Readonly<Record<string, Check>>
}

const ROLES: ReadonlyMap<unknown, Role> = new Map<unknown, Role>([
  ['system', spoken((value) => isFilled(value) || texts(value))],
  ['developer', spoken((value) => isFilled(value) || texts(value))],
  ['user', spoken((value) => isFilled(value) || listsOf(isTextPart, isImagePart)(value))],
  [
    'assistant',
    {
      needed: [],
      keys: {
        content: (value) => value === null || isText(value) || texts(value),
        name: isText,
        refusal: isText,
        tool_calls: (value) => Array.isArray(value) && value.every(isCall),
        function_call: isNamedCall,
        weight: (value) => value === 0 || value === 1,
      },
    },
  ],
  [
    'tool',
    {
      needed: ['content', 'tool_call_id'],
      keys: { content: (value) => isText(value) || texts(value), tool_call_id: isText },
    },
  ],
  [
    'function',
    {
      needed: ['content', 'name'],
      keys: { content: (v) => v === null || isText(v), name: isText },
    },
  ],
])

function spoken(content: Check): Role {
  return { needed: ['content'], keys: { content, name: isText } }
}

/** Of an assistant message at least one of these says something. */
const SAYING = ['content', 'refusal', 'function_call']

/**
 * The keys of a message that training takes, in its order; undefined when it holds what training does
 * not take. Keys that training does not know, such as thoughts, are left behind.
 */
export function trainableKeys(message: unknown): readonly string[] | undefined {
  if (!isObject(message)) return undefined
  const role = ROLES.get(message['role'])
  // Spoken history is content that cannot be taken along.
  if (!role || (message['audio'] ?? null) !== null) return undefined
  const kept = Object.keys(message).filter((key) => {
    if (key === 'role') return true
    return Object.hasOwn(role.keys, key) && (key === 'content' || message[key] !== null)
  })
  if (!role.needed.every((key) => kept.includes(key))) return undefined
  if (!kept.every((key) => key === 'role' || role.keys[key]?.(message[key]) === true)) {
    return undefined
  }
  if (message['role'] !== 'assistant') return kept
  const says =
    SAYING.some((key) => (message[key] ?? null) !== null) ||
    listOf(message['tool_calls']).length > 0
  return says ? kept : undefined
}
