// The Batch API takes POST, in capitals, and nothing else.
import { setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'methodToPost',
  title: msg('Set the method to POST'),
  order: 45,
  codes: ['value:method', 'type:method'],
  safeForAll: true,
  propose: ({ text }) => parseObject(text) && replaceBy(setValue(text, ['method'], '"POST"')),
  examples: [
    {
      code: 'value:method',
      before: '{"method": "post", "n": 1.0}',
      after: ['{"method": "POST", "n": 1.0}'],
    },
    {
      code: 'value:method',
      before: '{"method":"GET","body":{"method":"GET"}}',
      after: ['{"method":"POST","body":{"method":"GET"}}'],
    },
    { code: 'type:method', before: '{"method": null}', after: ['{"method": "POST"}'] },
    { code: 'type:method', before: '{"method": ["POST"]}', after: ['{"method": "POST"}'] },
  ],
})
