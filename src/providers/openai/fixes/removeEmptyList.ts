// An empty list where the API wants at least one item or no list at all: it says nothing. Of calls in
// messages, of which a line may have several, see removeEmptyCalls.ts.
import { removeMember } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseJson, parseObject } from '../../../fixes/lineValue.ts'
import { jsonAt } from '../../../fixes/writeMembers.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'removeEmptyList',
  title: msg('Remove the empty list'),
  order: 64,
  codes: ['too-small:body.stop', 'too-small:body.tools', 'too-small:tools'],
  safeForAll: true,
  drops: true,
  propose({ text, diagnostic: { path } }) {
    const key = path?.at(-1)
    if (!path || typeof key !== 'string' || !parseObject(text)) return undefined
    const value = parseJson(jsonAt(text, path) ?? '')
    if (!Array.isArray(value) || value.length > 0) return undefined
    return { kind: 'replace', text: removeMember(text, path.slice(0, -1), key) }
  },
  examples: [
    {
      code: 'too-small:body.stop',
      path: ['body', 'stop'],
      before: '{"body": {"n": 1.0, "stop": [ ], "問": []}}',
      after: ['{"body": {"n": 1.0, "問": []}}'],
    },
    {
      code: 'too-small:body.tools',
      path: ['body', 'tools'],
      before: '{"body":{"tools":[],"input":"\\"tools\\":[]"}}',
      after: ['{"body":{"input":"\\"tools\\":[]"}}'],
    },
    {
      code: 'too-small:tools',
      path: ['tools'],
      before: '{"tools":[],"seed":9007199254740993}',
      after: ['{"seed":9007199254740993}'],
    },
  ],
})
