// A key that is there more than once in an object: the members that readers drop go, the last stays.
import { msg } from '../../i18n/message.ts'
import { removeMembersBefore } from '../../json/spliceText.ts'
import { defineFix } from '../defineFix.ts'
import { isValidJson } from '../repairSyntax.ts'

export const fix = defineFix({
  id: 'removeDoubledKey',
  title: msg('Keep the last of the duplicate keys'),
  order: 63,
  codes: ['duplicate-key'],
  // The value that is dropped may be the one that was meant.
  safeForAll: false,
  drops: true,
  propose({ text, diagnostic: { path } }) {
    const key = path?.at(-1)
    if (!path || typeof key !== 'string' || !isValidJson(text)) return undefined
    const kept = removeMembersBefore(text, path.slice(0, -1), key)
    return kept === text ? undefined : { kind: 'replace', text: kept }
  },
  examples: [
    {
      code: 'duplicate-key',
      path: ['a'],
      before: '{"a": 1, "b": {"a": 0}, "a": 2.0}',
      after: ['{"b": {"a": 0}, "a": 2.0}'],
    },
    {
      code: 'duplicate-key',
      path: ['body', 'model'],
      before: '{"body":{"model":"x","\\u006dodel":"y","model":"z","n":1},"model":0}',
      after: ['{"body":{"model":"z","n":1},"model":0}'],
    },
    {
      code: 'duplicate-key',
      path: ['列', 1, 'k'],
      before: '{"列": [{}, {"k": "}", "k": "😀"}]}',
      after: ['{"列": [{}, {"k": "😀"}]}'],
    },
  ],
})
