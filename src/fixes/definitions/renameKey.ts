// A key that is spelled nearly like a known one: max_token, maxTokens.
import { isObject, valueAt } from '../../json/jsonPath.ts'
import { renameKey } from '../../json/spliceText.ts'
import { defineFix } from '../defineFix.ts'
import { parseJson, replaceBy } from '../requestLine.ts'

export const fix = defineFix({
  id: 'renameKey',
  title: 'Rename to the key that is known',
  order: 79,
  codes: ['unknown-key'],
  // It may be a key of the user's own after all.
  safeForAll: false,
  propose({ text, diagnostic: { path, meantKey } }) {
    const key = path?.at(-1)
    if (!path || typeof key !== 'string' || meantKey === undefined) return undefined
    const holder = path.slice(0, -1)
    const object = valueAt(parseJson(text), holder)
    if (!isObject(object) || !Object.hasOwn(object, key) || Object.hasOwn(object, meantKey)) {
      return undefined
    }
    return replaceBy(renameKey(text, holder, key, meantKey))
  },
  examples: [
    {
      code: 'unknown-key',
      path: ['body', 'max_token'],
      meantKey: 'max_tokens',
      before: '{"body": {"max_token": 5.0, "n": 1}}',
      after: ['{"body": {"max_tokens": 5.0, "n": 1}}'],
    },
    {
      code: 'unknown-key',
      path: ['body', 'messages', 0, 'Role'],
      meantKey: 'role',
      before: '{"body":{"messages":[{"Role":"user","content":"Role"}]}}',
      after: ['{"body":{"messages":[{"role":"user","content":"Role"}]}}'],
    },
    {
      code: 'unknown-key',
      path: ['問題'],
      meantKey: '問',
      before: '{"問題": "問題"}',
      after: ['{"問": "問題"}'],
    },
  ],
})
