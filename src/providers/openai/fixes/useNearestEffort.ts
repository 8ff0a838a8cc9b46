// A reasoning effort that the model refuses, where it takes another that is next to it.
import { isObject, type JsonPath, valueAt } from '../../../json/jsonPath.ts'
import { setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { msg } from '../../../i18n/message.ts'
import { EFFORTS, effortsOf } from '../rules/effortRules.ts'

/** By the code: where the effort is. */
const PLACES: Readonly<Record<string, JsonPath>> = {
  'model-refuses:reasoning_effort': ['body', 'reasoning_effort'],
  'model-refuses:reasoning.effort': ['body', 'reasoning', 'effort'],
}

export const fix = defineFix({
  id: 'useNearestEffort',
  title: msg('Use the nearest effort that the model takes'),
  order: 60,
  codes: Object.keys(PLACES),
  safeForAll: true,
  propose({ text, diagnostic: { code } }) {
    const line = parseObject(text)
    const path = PLACES[code]
    const body = line?.['body']
    if (!path || !isObject(body) || typeof body['model'] !== 'string') return undefined
    const own = EFFORTS.indexOf(String(valueAt(line, path)))
    if (own < 0) return undefined
    const distance = (effort: string): number => Math.abs(EFFORTS.indexOf(effort) - own)
    const [nearest] = (effortsOf(body['model']) ?? []).toSorted((a, b) => distance(a) - distance(b))
    return replaceBy(nearest === undefined ? undefined : setValue(text, path, `"${nearest}"`))
  },
  examples: [
    {
      code: 'model-refuses:reasoning_effort',
      before: '{"body": {"model": "gpt-6-astra", "reasoning_effort": "none", "stop": "none"}}',
      after: ['{"body": {"model": "gpt-6-astra", "reasoning_effort": "low", "stop": "none"}}'],
    },
    {
      code: 'model-refuses:reasoning.effort',
      before:
        '{"body":{"model":"o3","input":"\\"}","reasoning":{"effort":"xhigh","summary":"auto"}}}',
      after: [
        '{"body":{"model":"o3","input":"\\"}","reasoning":{"effort":"high","summary":"auto"}}}',
      ],
    },
    {
      code: 'model-refuses:reasoning.effort',
      before: '{"body":{"問":9007199254740993,"reasoning":{"effort":"minimal"},"model":"gpt-5.1"}}',
      after: ['{"body":{"問":9007199254740993,"reasoning":{"effort":"none"},"model":"gpt-5.1"}}'],
    },
  ],
})
