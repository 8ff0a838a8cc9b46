// OpenAI answers 400 to requests for a JSON object whose prompt does not have the word JSON. Recorded
// 2025-04 to 2026-07: "'messages' must contain the word 'json' in some form, to use 'response_format' of type
// 'json_object'", and of /v1/responses "Response input messages must contain the word 'json' in some form to use
// 'text.format' of type 'json_object'", where several report that "instructions" do not count; of that endpoint
// others report that such requests are accepted (mira#267, 2026-08), so there it is a warning.
import { hasJsonWord } from '../../../base/jsonWord.ts'
import type { JsonPath } from '../../../diagnostics/diagnostic.ts'
import type { LineRule, PartialRead } from '../../../formats/defineFormat.ts'
import { type Message, msg } from '../../../i18n/message.ts'
import { CHAT_COMPLETIONS, RESPONSES } from '../endpoints/urls.ts'

const JSON_OBJECT = 'json_object'
const KINDS = new Map([[JSON_OBJECT, 'asks' as const]])

/** What may hold words that are not in the request. */
const BEFORE = ['previous_response_id', 'conversation', 'prompt'] as const

const asks = (path: JsonPath): PartialRead => ({
  path,
  observes: { link: { role: 'asks', kinds: KINDS } },
})
const searched = (key: string, role: 'searched' | 'beside'): PartialRead => ({
  path: ['body', key],
  observes: { link: { role } },
})

const READS: readonly (JsonPath | PartialRead)[] = [
  ['url'],
  asks(['body', 'response_format', 'type']),
  asks(['body', 'text', 'format', 'type']),
  searched('messages', 'searched'),
  searched('input', 'searched'),
  searched('instructions', 'beside'),
  ...BEFORE.map((key): PartialRead => ({ path: ['body', key], observes: 'type' })),
]

/** Where a request lacks the word: nowhere in it, or only in its instructions. */
function lackOf(values: readonly unknown[]): 'everywhere' | 'in the input' | undefined {
  const [url, format, textFormat, messages, input, instructions, ...before] = values
  const isAsked =
    (url === CHAT_COMPLETIONS && format === JSON_OBJECT) ||
    (url === RESPONSES && textFormat === JSON_OBJECT)
  if (!isAsked || hasJsonWord(messages) || hasJsonWord(input)) return undefined
  if (before.some((value) => value !== undefined && value !== null)) return undefined
  return hasJsonWord(instructions) ? 'in the input' : 'everywhere'
}

const CHAT_MESSAGE: Message = msg(
  '"response_format" asks for a JSON object, and no message has the word JSON, which the API wants there. Tell the model to answer in JSON.',
)
const RESPONSES_MESSAGE: Message = msg(
  '"text.format" asks for a JSON object, and the input does not have the word JSON, which the API was seen to want there. Tell the model to answer in JSON.',
)
const BESIDE_MESSAGE: Message = msg(
  '"text.format" asks for a JSON object, and only "instructions" has the word JSON; the API was seen to want it in "input". Write it there, too.',
)

export const jsonWordRules: readonly LineRule[] = [
  {
    code: 'no-json-word',
    severity: 'error',
    title: msg('Prompt lacks the word JSON'),
    reads: READS,
    check(values) {
      if (lackOf(values) !== 'everywhere' || values[0] !== CHAT_COMPLETIONS) return undefined
      return { message: CHAT_MESSAGE, at: 1 }
    },
  },
  {
    code: 'json-word-beside-input',
    severity: 'warning',
    title: msg('Input lacks the word JSON'),
    reads: READS,
    check(values) {
      const lack = lackOf(values)
      if (lack === undefined || values[0] !== RESPONSES) return undefined
      return { message: lack === 'everywhere' ? RESPONSES_MESSAGE : BESIDE_MESSAGE, at: 2 }
    },
  },
]
