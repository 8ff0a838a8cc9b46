// What some models refuse that the API's description allows. These facts move fast and come from
// answers of the live API in 2026, so they are warnings, and a table.
import type { LineRule, Projection } from '../../../formats/defineFormat.ts'
import { CHAT_COMPLETIONS } from '../endpoints/urls.ts'
import { type Message, msg } from '../../../i18n/message.ts'

/** o1, o3-mini, gpt-5 and later; chat variants do not reason. Fine-tuned ids begin with `ft:`. */
const REASONING = /^(?:ft:)?(?:o\d|gpt-(?:[5-9]|\d\d))(?!.*-chat)/
const GPT_5_6 = /^(?:ft:)?gpt-5\.6/
const FIXED_SAMPLING = /^(?:ft:)?(?:gpt-5\.6|gpt-6-astra)/
const ALWAYS_REASONS = /^(?:ft:)?(?:gpt-6-astra|gpt-6\.1-sol)/

export function isReasoningModel(model: unknown): boolean {
  return typeof model === 'string' && REASONING.test(model)
}

interface ModelRule {
  readonly code: string
  readonly title: Message
  readonly models: RegExp
  readonly parameter: string
  readonly observes: Projection
  /** Whether the models refuse this value of the parameter. */
  refuses(value: unknown): boolean
  readonly message: (model: string) => Message
}

const MODEL_RULES: readonly ModelRule[] = [
  {
    code: 'model-refuses:max_tokens',
    title: msg('Reasoning model refuses max_tokens'),
    models: REASONING,
    parameter: 'max_tokens',
    observes: 'type',
    refuses: (value) => typeof value === 'number',
    message: (model) =>
      msg('{model} refuses max_tokens. Rename it to max_completion_tokens.', { model }),
  },
  {
    code: 'model-refuses:temperature',
    title: msg('Model takes only the default temperature'),
    models: FIXED_SAMPLING,
    parameter: 'temperature',
    observes: { bounds: [1] },
    refuses: (value) => typeof value === 'number' && value !== 1,
    message: (model) =>
      msg('{model} takes only a temperature of 1. Remove the parameter.', { model }),
  },
  {
    code: 'model-refuses:top_p',
    title: msg('Model refuses top_p'),
    models: FIXED_SAMPLING,
    parameter: 'top_p',
    observes: 'type',
    refuses: (value) => typeof value === 'number',
    message: (model) => msg('{model} refuses top_p. Remove the parameter.', { model }),
  },
  {
    code: 'model-refuses:reasoning_effort',
    title: msg('Model refuses this reasoning effort'),
    models: ALWAYS_REASONS,
    parameter: 'reasoning_effort',
    observes: 'text',
    refuses: (value) => value === 'none' || value === 'minimal',
    message: (model) =>
      msg('{model} refuses the reasoning efforts none and minimal. Use low or more.', { model }),
  },
]

export const modelRules: readonly LineRule[] = [
  ...MODEL_RULES.map(
    (rule): LineRule => ({
      code: rule.code,
      severity: 'warning',
      title: rule.title,
      reads: [
        ['url'],
        ['body', 'model'],
        { path: ['body', rule.parameter], observes: rule.observes },
      ],
      check([url, model, value]) {
        if (url !== CHAT_COMPLETIONS || value === undefined || !rule.refuses(value))
          return undefined
        if (typeof model !== 'string' || !rule.models.test(model)) return undefined
        return { message: rule.message(model), at: 2 }
      },
    }),
  ),
  {
    code: 'deprecated:body.max_tokens',
    severity: 'warning',
    canBeNotice: true,
    title: msg('max_tokens is deprecated'),
    reads: [['url'], ['body', 'model'], { path: ['body', 'max_tokens'], observes: 'type' }],
    check([url, model, value]) {
      if (url !== CHAT_COMPLETIONS || typeof value !== 'number') return undefined
      if (isReasoningModel(model)) return undefined
      return { message: msg('max_tokens is deprecated. Use max_completion_tokens.'), at: 2 }
    },
  },
  {
    code: 'model-refuses:tools-with-effort',
    severity: 'warning',
    title: msg('Model takes tools with reasoning_effort only in /v1/responses'),
    reads: [
      ['url'],
      ['body', 'model'],
      { path: ['body', 'reasoning_effort'], observes: 'type' },
      ['body', 'tools', '[]', 'type'],
    ],
    anyOrder: true,
    apart: 'elements',
    check([url, model, effort, tools]) {
      if (url !== CHAT_COMPLETIONS || typeof effort !== 'string') return undefined
      if (!Array.isArray(tools) || !tools.includes('function')) return undefined
      if (typeof model !== 'string' || !GPT_5_6.test(model)) return undefined
      return {
        message: msg(
          '{model} refuses function tools together with reasoning_effort here. Use /v1/responses.',
          { model },
        ),
        at: 2,
      }
    },
  },
]
