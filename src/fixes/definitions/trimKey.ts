// A key with whitespace at its ends: " method". For its reader it is another key.
import { msg } from '../../i18n/message.ts'
import { isObject, valueAt } from '../../json/jsonPath.ts'
import { renameKey } from '../../json/spliceText.ts'
import { defineFix } from '../defineFix.ts'
import { parseJson, replaceBy } from '../lineValue.ts'

export const fix = defineFix({
  id: 'trimKey',
  title: msg('Remove the whitespace from the key'),
  order: 39,
  // What is missing is often there under such a key.
  codes: ['missing:*', 'padded-key'],
  safeForAll: true,
  propose({ text, diagnostic: { path } }) {
    const name = path?.at(-1)
    if (!path || typeof name !== 'string') return undefined
    const holder = path.slice(0, -1)
    const object = valueAt(parseJson(text), holder)
    if (!isObject(object)) return undefined
    const wanted = name.trim()
    const keys = Object.keys(object).filter((key) => key !== wanted && key.trim() === wanted)
    const [key] = keys
    // Two of them, or one beside the right one, cannot both have the name.
    if (key === undefined || keys.length > 1 || wanted === '') return undefined
    if (Object.hasOwn(object, wanted)) return undefined
    return replaceBy(renameKey(text, holder, key, wanted))
  },
  examples: [
    {
      code: 'missing:method',
      path: ['method'],
      before: '{"custom_id": "a", " method": "POST"}',
      after: ['{"custom_id": "a", "method": "POST"}'],
    },
    {
      code: 'padded-key',
      path: ['body', 'model '],
      before: '{"body":{"model ":"x","n":1.0}}',
      after: ['{"body":{"model":"x","n":1.0}}'],
    },
    {
      code: 'padded-key',
      path: ['rows', 0, ' text'],
      before: '{"rows":[{" text":1.0}]}',
      after: ['{"rows":[{"text":1.0}]}'],
    },
    {
      code: 'padded-key',
      path: ['問\t'],
      before: '{"問\\t": ["\\t問"]}',
      after: ['{"問": ["\\t問"]}'],
    },
  ],
})
