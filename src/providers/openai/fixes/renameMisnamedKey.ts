// Keys by which other providers call the parts of a request. `params` is that of Anthropic's lines,
// which have neither method nor url: both are added.
import { renameKey } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { envelopeValue, insertEnvelopeKey } from '../requests/envelope.ts'
import { msg } from '../../../i18n/message.ts'

const MEANT: Readonly<Record<string, string>> = {
  params: 'body',
  request: 'body',
  payload: 'body',
  path: 'url',
  endpoint: 'url',
  uri: 'url',
  customId: 'custom_id',
  request_id: 'custom_id',
  id: 'custom_id',
}

export const fix = defineFix({
  id: 'renameMisnamedKey',
  title: msg('Rename the key to that of the Batch API'),
  order: 49,
  codes: ['misnamed:*'],
  safeForAll: true,
  propose(context) {
    const key = context.diagnostic.code.slice('misnamed:'.length)
    const meant = Object.hasOwn(MEANT, key) ? MEANT[key] : undefined
    const line = parseObject(context.text)
    if (!line || meant === undefined) return undefined
    if (!Object.hasOwn(line, key) || Object.hasOwn(line, meant)) return undefined
    let text = renameKey(context.text, [], key, meant)
    if (meant !== 'body' || URL_NAMES.some((name) => Object.hasOwn(line, name)))
      return replaceBy(text)
    for (const lacking of ['method', 'url'] as const) {
      const value = envelopeValue(lacking, context, line[key])
      const renamed = text === undefined ? undefined : parseObject(text)
      if (text === undefined || !renamed || value === undefined) continue
      if (!Object.hasOwn(renamed, lacking)) text = insertEnvelopeKey(text, renamed, lacking, value)
    }
    return replaceBy(text)
  },
  examples: [
    {
      code: 'misnamed:params',
      before: '{"custom_id": "a", "method": "POST", "url": "/v1/x", "params": {"n": 1.0}}',
      after: ['{"custom_id": "a", "method": "POST", "url": "/v1/x", "body": {"n": 1.0}}'],
    },
    {
      code: 'misnamed:params',
      before: '{"custom_id":"a","params":{"messages":[]}}',
      after: [
        '{"custom_id":"a","method":"POST","url":"/v1/chat/completions","body":{"messages":[]}}',
      ],
    },
    {
      code: 'misnamed:path',
      before: '{"custom_id": "a", "path": "/v1/x", "request": {}}',
      after: ['{"custom_id": "a", "url": "/v1/x", "request": {}}'],
    },
    {
      code: 'misnamed:id',
      before: '{"id":"任務","body":{"id":"x"}}',
      after: ['{"custom_id":"任務","body":{"id":"x"}}'],
    },
  ],
})

/** With one of these the url is there under another name. */
const URL_NAMES = ['path', 'endpoint', 'uri']
