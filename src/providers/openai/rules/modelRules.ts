// What some models refuse that the API's description allows. These facts move fast and come from
// answers of the live API in 2026, so they are warnings, and which models they are about stands in a table.
import type { LineRule, Projection } from '../../../formats/defineFormat.ts'
import type { JsonPath } from '../../../json/jsonPath.ts'
import { CHAT_COMPLETIONS, IMAGE_EDITS, IMAGE_GENERATIONS, RESPONSES } from '../endpoints/urls.ts'
import { type Message, msg } from '../../../i18n/message.ts'
import table from '../movingValues/movingValues.json' with { type: 'json' }

type ModelKind = keyof typeof table.kept.modelsThat

/** Fine-tuned ids begin with `ft:`. */
const patterns = Object.fromEntries(
  Object.entries(table.kept.modelsThat).map(([kind, { pattern }]) => [kind, new RegExp(pattern)]),
) as Readonly<Record<ModelKind, RegExp>>

/** Whether a model is known to `kind`; false of all that are not known. */
function doesModel(kind: ModelKind, model: unknown): model is string {
  return typeof model === 'string' && patterns[kind].test(model)
}

/** o1, o3-mini, gpt-5 and later; chat variants do not reason. */
export function isReasoningModel(model: unknown): boolean {
  return doesModel('reason', model)
}

interface ModelRule {
  readonly code: string
  readonly title: Message
  readonly models: ModelKind
  readonly urls: readonly unknown[]
  /** From the body. */
  readonly parameter: JsonPath
  readonly observes: Projection
  /** Whether the models refuse this value of the parameter. */
  refuses(value: unknown): boolean
  readonly message: (model: string) => Message
}

const MODEL_RULES: readonly ModelRule[] = [
  {
    code: 'model-refuses:max_tokens',
    title: msg('Reasoning model refuses max_tokens'),
    models: 'reason',
    urls: [CHAT_COMPLETIONS],
    parameter: ['max_tokens'],
    observes: 'type',
    refuses: (value) => typeof value === 'number',
    message: (model) =>
      msg('{model} refuses max_tokens. Rename it to max_completion_tokens.', { model }),
  },
  {
    code: 'model-refuses:temperature',
    title: msg('Model takes only the default temperature'),
    models: 'fixSampling',
    urls: [CHAT_COMPLETIONS, RESPONSES],
    parameter: ['temperature'],
    observes: { bounds: [1] },
    refuses: (value) => typeof value === 'number' && value !== 1,
    message: (model) =>
      msg('{model} takes only a temperature of 1. Remove the parameter.', { model }),
  },
  {
    code: 'model-refuses:top_p',
    title: msg('Model refuses top_p'),
    models: 'fixSampling',
    urls: [CHAT_COMPLETIONS, RESPONSES],
    parameter: ['top_p'],
    observes: 'type',
    refuses: (value) => typeof value === 'number',
    message: (model) => msg('{model} refuses top_p. Remove the parameter.', { model }),
  },
  {
    code: 'model-without-reasoning:reasoning_effort',
    title: msg('Model does not reason'),
    models: 'doNotReason',
    urls: [CHAT_COMPLETIONS],
    parameter: ['reasoning_effort'],
    observes: 'type',
    refuses: (value) => typeof value === 'string',
    message: (model) =>
      msg('{model} does not reason, and refuses reasoning_effort. Remove the parameter.', {
        model,
      }),
  },
  {
    code: 'model-without-reasoning:reasoning.effort',
    title: msg('Model does not reason'),
    models: 'doNotReason',
    urls: [RESPONSES],
    parameter: ['reasoning', 'effort'],
    observes: 'type',
    refuses: (value) => typeof value === 'string',
    message: (model) =>
      msg('{model} does not reason, and refuses reasoning.effort. Remove the parameter.', {
        model,
      }),
  },
  {
    code: 'model-refuses:response_format',
    title: msg('Image model refuses response_format'),
    models: 'answerInBase64',
    urls: [IMAGE_GENERATIONS, IMAGE_EDITS],
    parameter: ['response_format'],
    observes: 'type',
    refuses: (value) => typeof value === 'string',
    message: (model) =>
      msg(
        '{model} always answers with base64, and refuses response_format. Remove the parameter.',
        {
          model,
        },
      ),
  },
  {
    code: 'model-refuses:style',
    title: msg('Image model does not know style'),
    models: 'answerInBase64',
    urls: [IMAGE_GENERATIONS],
    parameter: ['style'],
    observes: 'type',
    refuses: (value) => typeof value === 'string',
    message: (model) =>
      msg('{model} does not support style. Describe it in the prompt, and remove the parameter.', {
        model,
      }),
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
        { path: ['body', ...rule.parameter], observes: rule.observes },
      ],
      check([url, model, value]) {
        if (!rule.urls.includes(url) || value === undefined || !rule.refuses(value))
          return undefined
        if (!doesModel(rule.models, model)) return undefined
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
      if (!doesModel('takeToolsWithoutEffort', model)) return undefined
      return {
        message: msg(
          '{model} refuses function tools together with reasoning_effort here. Use /v1/responses.',
          { model },
        ),
        at: 2,
      }
    },
  },
  {
    code: 'model-refuses:tools',
    severity: 'warning',
    title: msg('Model takes tools only without reasoning here'),
    reads: [
      ['url'],
      ['body', 'model'],
      ['body', 'reasoning_effort'],
      ['body', 'tools', '[]', 'type'],
    ],
    anyOrder: true,
    check([url, model, effort, tools]) {
      if (url !== CHAT_COMPLETIONS || effort === 'none') return undefined
      if (!Array.isArray(tools) || !tools.includes('function')) return undefined
      if (!doesModel('takeToolsWithNoEffort', model)) return undefined
      return {
        message: msg(
          '{model} takes function tools here only beside "reasoning_effort": "none". Add that, or use /v1/responses.',
          { model },
        ),
        at: 3,
      }
    },
  },
]
