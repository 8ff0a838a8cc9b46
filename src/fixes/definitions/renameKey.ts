// A key that is spelled nearly like a known one: max_token, maxTokens.
import { msg } from '../../i18n/message.ts'
import { isObject, valueAt } from '../../json/jsonPath.ts'
import { nearestKey } from '../../json/nearestKey.ts'
import { renameKey } from '../../json/spliceText.ts'
import { defineFix } from '../defineFix.ts'
import { parseJson, replaceBy } from '../lineValue.ts'

export const fix = defineFix({
  id: 'renameKey',
  title: msg('Rename to the known key'),
  order: 38,
  // What is missing is often there under another spelling.
  codes: ['unknown-key', 'missing:*'],
  // It may be a key of the user's own after all.
  safeForAll: false,
  propose({ text, diagnostic: { code, path, meantKey } }) {
    const name = path?.at(-1)
    if (!path || typeof name !== 'string') return undefined
    const holder = path.slice(0, -1)
    const object = valueAt(parseJson(text), holder)
    if (!isObject(object)) return undefined
    const isMissing = code.startsWith('missing:')
    const meant = isMissing ? name : meantKey
    const key = isMissing ? keyLike(name, Object.keys(object)) : name
    if (key === undefined || meant === undefined || !Object.hasOwn(object, key)) return undefined
    if (Object.hasOwn(object, meant)) return undefined
    return replaceBy(renameKey(text, holder, key, meant))
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
      code: 'missing:custom_id',
      path: ['custom_id'],
      before: '{"Custom-ID": "a", "method": "POST"}',
      after: ['{"custom_id": "a", "method": "POST"}'],
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

/** The one key that is `name` but for a letter, case or separators; what has more errors may be another. */
function keyLike(name: string, keys: readonly string[]): string | undefined {
  const [key, ...more] = keys.filter(
    (one) => nearestKey(one, [name], { maxErrors: 1 }) !== undefined,
  )
  // With whitespace alone it is another fix's.
  return more.length > 0 || key?.trim() === name ? undefined : key
}
