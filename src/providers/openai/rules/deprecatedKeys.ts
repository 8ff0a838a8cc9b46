// Parameters that still work and that OpenAI's SDK for TypeScript calls deprecated (7.59.0, 2026-11-17), with
// what it says of each. A hint: nothing is refused for them, but where people recorded that it was. Of max_tokens,
// which reasoning models refuse, modelRules.ts speaks.
import type { PresenceRule } from '../../../formats/defineFormat.ts'
import { CHAT_COMPLETIONS, IMAGE_EDITS, IMAGE_GENERATIONS, RESPONSES } from '../endpoints/urls.ts'
import { type Message, msg, sentences } from '../../../i18n/message.ts'

interface DeprecatedKey {
  readonly key: string
  readonly urls: readonly string[]
  /** The object of the body that has the key; the body itself when absent. */
  readonly within?: string
  /** What to use instead, as a sentence. */
  readonly advice: Message
  /** The API's answer to it. */
  readonly refusal?: Message
}

function replacedByKey(name: string): Message {
  return msg('Use "{name}".', { name })
}

const DEPRECATED: readonly DeprecatedKey[] = [
  {
    key: 'user',
    urls: [CHAT_COMPLETIONS, RESPONSES, IMAGE_GENERATIONS, IMAGE_EDITS],
    advice: replacedByKey('safety_identifier'),
  },
  {
    key: 'prompt_cache_retention',
    urls: [CHAT_COMPLETIONS, RESPONSES],
    advice: replacedByKey('prompt_cache_options.ttl'),
  },
  {
    key: 'seed',
    urls: [CHAT_COMPLETIONS],
    advice: msg('That the same seed gives the same answer is not promised.'),
  },
  { key: 'functions', urls: [CHAT_COMPLETIONS], advice: replacedByKey('tools') },
  { key: 'function_call', urls: [CHAT_COMPLETIONS], advice: replacedByKey('tool_choice') },
  {
    key: 'truncation',
    urls: [RESPONSES],
    advice: msg('Nothing takes its place: keep the input within the context of the model.'),
  },
  {
    key: 'generate_summary',
    within: 'reasoning',
    urls: [RESPONSES],
    advice: replacedByKey('reasoning.summary'),
    // openai-python#2194, openai-node#1487, openai-go#392, of March to May 2025; nobody tells of a later answer.
    refusal: msg(
      '"body.reasoning.generate_summary" is deprecated, and OpenAI answered 400 to it in 2025 (unknown_parameter).',
    ),
  },
]

export const deprecatedKeys: readonly PresenceRule[] = DEPRECATED.map(
  ({ key, urls, within, advice, refusal }) => {
    const place = ['body', ...(within === undefined ? [] : [within])]
    const name = [...place, key].join('.')
    return {
      code: `deprecated:${name}`,
      severity: refusal ? 'warning' : 'hint',
      title: msg('{name} is deprecated', { name }),
      message: sentences(
        refusal ?? msg('"{name}" still works and is deprecated.', { name }),
        advice,
      ),
      at: place,
      has: [key],
      when: { path: ['url'], is: urls },
    }
  },
)
