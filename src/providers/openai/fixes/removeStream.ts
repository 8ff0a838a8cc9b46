// A batch cannot stream: both parameters about it go.
import { removeMember } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { msg } from '../../../i18n/message.ts'

export const fix = defineFix({
  id: 'removeStream',
  title: msg('Remove stream'),
  order: 51,
  codes: ['streaming-unsupported'],
  safeForAll: true,
  drops: true,
  propose({ text }) {
    const line = parseObject(text)
    if (!line) return undefined
    // Anthropic's requests have their parameters in "params".
    const at = [Object.hasOwn(line, 'body') ? 'body' : 'params']
    return replaceBy(removeMember(removeMember(text, at, 'stream'), at, 'stream_options'))
  },
  examples: [
    {
      code: 'streaming-unsupported',
      before: '{"body": {"model": "x", "stream": true, "n": 1.0}}',
      after: ['{"body": {"model": "x", "n": 1.0}}'],
    },
    {
      code: 'streaming-unsupported',
      before: '{"stream":1,"body":{"stream":true,"stream_options":{"a":[]},"n":1}}',
      after: ['{"stream":1,"body":{"n":1}}'],
    },
    {
      code: 'streaming-unsupported',
      before: '{"body":{"問":"stream","stream":true}}',
      after: ['{"body":{"問":"stream"}}'],
    },
    {
      code: 'streaming-unsupported',
      before: '{"body": {"stream": true}}',
      after: ['{"body": {}}'],
    },
    {
      code: 'streaming-unsupported',
      before: '{"custom_id": "問", "params": {"stream": true, "max_tokens": 64}}',
      after: ['{"custom_id": "問", "params": {"max_tokens": 64}}'],
    },
  ],
})
