// An empty text where one of several words may stand: it chooses nothing, as if the key were not there.
import { valueAt } from '../../../json/jsonPath.ts'
import { removeMember } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject } from '../../../fixes/lineValue.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'removeEmptyText',
  title: msg('Remove the empty setting'),
  order: 65,
  codes: ['value:body.*'],
  safeForAll: true,
  drops: true,
  propose({ text, diagnostic: { path } }) {
    // Deeper, a key such as `role` or `type` cannot be left out.
    const key = path?.length === 2 ? path[1] : undefined
    const line = parseObject(text)
    if (!path || typeof key !== 'string' || !line || valueAt(line, path) !== '') return undefined
    return { kind: 'replace', text: removeMember(text, path.slice(0, -1), key) }
  },
  examples: [
    {
      code: 'value:body.service_tier',
      path: ['body', 'service_tier'],
      before: '{"body": {"service_tier": "", "n": 1.0, "問": ""}}',
      after: ['{"body": {"n": 1.0, "問": ""}}'],
    },
    {
      code: 'value:body.quality',
      path: ['body', 'quality'],
      before: '{"body":{"prompt":"\\"quality\\":\\"\\"","quality":""}}',
      after: ['{"body":{"prompt":"\\"quality\\":\\"\\""}}'],
    },
    {
      code: 'value:body.background',
      path: ['body', 'background'],
      before: '{"body":{"background":"","seed":9007199254740993}}',
      after: ['{"body":{"seed":9007199254740993}}'],
    },
  ],
})
