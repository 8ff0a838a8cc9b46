// What a line was written as, by the names of its keys alone, whatever its format makes of it: so that it is seen
// when lines of several formats are in one file. Good or bad does not count, nor whose requests they are
// (requestDialect.ts); requests and training examples of `messages` are one kind, as neither needs more.
import { isObject } from '../json/jsonPath.ts'
import { type Message, msg } from '../i18n/message.ts'

interface LineKind {
  readonly id: string
  readonly title: Message
  readonly has: readonly string[]
  readonly hasAny?: readonly string[]
  readonly lacks?: readonly string[]
}

/** The first that fits counts. The keys are those of the definitions in providers/, each with its source. */
const KINDS: readonly LineKind[] = [
  {
    id: 'anthropicRequest',
    title: msg('Anthropic batch input'),
    has: ['custom_id', 'params'],
  },
  {
    id: 'request',
    title: msg('Requests of a batch'),
    has: ['custom_id'],
    hasAny: ['body', 'url', 'method'],
  },
  {
    id: 'anthropicResult',
    title: msg('Anthropic batch output'),
    has: ['custom_id', 'result'],
    lacks: ['response'],
  },
  {
    id: 'result',
    title: msg('Results of a batch'),
    has: ['custom_id'],
    hasAny: ['response', 'error'],
  },
  // The request is repeated in its result, and one that failed has an error alone.
  {
    id: 'bedrockResult',
    title: msg('Amazon Bedrock batch output'),
    has: ['recordId'],
    hasAny: ['modelOutput', 'error'],
  },
  {
    id: 'bedrockRequest',
    title: msg('Amazon Bedrock batch input'),
    has: ['recordId', 'modelInput'],
  },
  {
    id: 'preference',
    title: msg('Preference fine-tuning (DPO)'),
    has: [],
    hasAny: ['preferred_output', 'non_preferred_output'],
  },
  {
    id: 'completion',
    title: msg('Prompts and completions'),
    has: ['prompt', 'completion'],
    lacks: ['custom_id'],
  },
  {
    id: 'conversation',
    title: msg('Conversations under "messages"'),
    has: ['messages'],
    lacks: ['custom_id'],
  },
]

/** The names of keys that `kindOfLine` looks for. */
export const KIND_KEYS: readonly string[] = [
  ...new Set(KINDS.flatMap(({ has, hasAny = [], lacks = [] }) => [...has, ...hasAny, ...lacks])),
]

/** Undefined for a line that is of none. */
export function kindOfLine(value: unknown): string | undefined {
  if (!isObject(value)) return undefined
  const isThere = (key: string): boolean => Object.hasOwn(value, key)
  return KINDS.find(
    ({ has, hasAny, lacks }) =>
      has.every(isThere) && (hasAny?.some(isThere) ?? true) && !lacks?.some(isThere),
  )?.id
}

export function titleOfKind(id: string): Message | undefined {
  return KINDS.find((kind) => kind.id === id)?.title
}
