// Keys by which other providers call the parts of a request. `params` is that of Anthropic's lines,
// which have neither method nor url: both are added.
import { defineFix } from '../defineFix.ts'
import { findMember, memberValue, objectAt, renameMember } from '../jsonMembers.ts'
import { proposeSplices } from '../proposeSplices.ts'
import { envelopeValue, insertEnvelopeKey } from '../requestEnvelope.ts'

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
  title: 'Rename the key to that of the Batch API',
  order: 49,
  codes: ['misnamed:*'],
  safeForAll: true,
  propose(context) {
    const { text, diagnostic } = context
    const key = diagnostic.code.slice('misnamed:'.length)
    const meant = Object.hasOwn(MEANT, key) ? MEANT[key] : undefined
    const line = objectAt(text)
    const member = findMember(line, key)
    if (!line || !member || meant === undefined || findMember(line, meant)) return undefined
    const splices = [renameMember(member, meant)]
    if (meant === 'body' && !HAS_OTHER_NAMES.some((other) => findMember(line, other))) {
      const body = memberValue(text, member)
      for (const lacking of ['method', 'url'] as const) {
        const value = findMember(line, lacking) ? undefined : envelopeValue(lacking, context, body)
        if (value !== undefined) splices.push(insertEnvelopeKey(text, line, lacking, value))
      }
    }
    return proposeSplices(text, splices)
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
const HAS_OTHER_NAMES = ['path', 'endpoint', 'uri']
