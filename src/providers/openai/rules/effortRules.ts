// Which reasoning efforts a model takes: the API answers 400, unsupported_value, to others ("Unsupported value:
// 'minimal' is not supported with the 'gpt-5.1' model. Supported values are: …", openai-agents-python#2089,
// 2025-11). This moves with every model, so it is a warning, and the table says who said it. A model that the
// table does not know takes any.
import type { LineRule } from '../../../formats/defineFormat.ts'
import { CHAT_COMPLETIONS, RESPONSES } from '../endpoints/urls.ts'
import { listOf, msg } from '../../../i18n/message.ts'
import type { JsonPath } from '../../../json/jsonPath.ts'
import table from '../movingValues/movingValues.json' with { type: 'json' }

const ROWS = table.kept.effortsOf.map(({ pattern, efforts }) => ({
  pattern: new RegExp(pattern),
  efforts,
}))

/** Whatever any model takes, the least first. Other texts are told as unknown values. */
export const EFFORTS: readonly string[] = table.rows.reasoningEffort.values

/** Those that a model takes; undefined of one that the table does not know. */
export function effortsOf(model: string): readonly string[] | undefined {
  return ROWS.find(({ pattern }) => pattern.test(model))?.efforts
}

function effortRule(ownUrl: string, parameter: JsonPath): LineRule {
  return {
    code: `model-refuses:${parameter.join('.')}`,
    severity: 'warning',
    title: msg('Model refuses this reasoning effort'),
    reads: [['url'], ['body', 'model'], ['body', ...parameter]],
    check([url, model, effort]) {
      if (url !== ownUrl || typeof model !== 'string' || typeof effort !== 'string') {
        return undefined
      }
      if (!EFFORTS.includes(effort)) return undefined
      const efforts = effortsOf(model)
      if (efforts === undefined || efforts.includes(effort)) return undefined
      return {
        message: msg('{model} refuses the reasoning effort {effort}. Use {efforts}.', {
          model,
          effort,
          efforts: listOf(efforts, 'or'),
        }),
        at: 2,
      }
    },
  }
}

export const effortRules: readonly LineRule[] = [
  effortRule(CHAT_COMPLETIONS, ['reasoning_effort']),
  effortRule(RESPONSES, ['reasoning', 'effort']),
]
