// Parameters of /v1/chat/completions that stand one level deeper in /v1/responses.
import { isObject } from '../../../json/jsonPath.ts'
import { insertMember, removeMember, renameKey, setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { jsonAt, writerFor } from '../../../fixes/writeMembers.ts'
import { msg } from '../../../i18n/message.ts'

/** By the code: the parameter, and where it belongs. */
const PLACES: Readonly<Record<string, readonly [key: string, holder: string, name: string]>> = {
  'misplaced:body.reasoning_effort': ['reasoning_effort', 'reasoning', 'effort'],
  'misplaced:body.verbosity': ['verbosity', 'text', 'verbosity'],
}

export const fix = defineFix({
  id: 'nestParameter',
  title: msg('Move the parameter to where /v1/responses takes it'),
  order: 59,
  codes: Object.keys(PLACES),
  safeForAll: true,
  propose({ text, diagnostic }) {
    const place = PLACES[diagnostic.code]
    const body = parseObject(text)?.['body']
    if (!place || !isObject(body)) return undefined
    const [key, holder, name] = place
    const json = jsonAt(text, ['body', key])
    if (json === undefined) return undefined
    const own = body[holder]
    if (isObject(own)) {
      if (Object.hasOwn(own, name)) return undefined
      const removed = removeMember(text, ['body'], key)
      return replaceBy(insertMember(removed, ['body', holder], name, json))
    }
    if (Object.hasOwn(body, holder)) return undefined
    const nested = setValue(text, ['body', key], writerFor(text).object([[name, json]]))
    return replaceBy(nested && renameKey(nested, ['body'], key, holder))
  },
  examples: [
    {
      code: 'misplaced:body.reasoning_effort',
      before: '{"url":"/v1/responses","body":{"reasoning_effort":"low","input":"\\"}","n":1.0}}',
      after: [
        '{"url":"/v1/responses","body":{"reasoning":{"effort":"low"},"input":"\\"}","n":1.0}}',
      ],
    },
    {
      code: 'misplaced:body.reasoning_effort',
      before: '{"body": {"reasoning_effort": "high", "reasoning": {"summary": "auto"}}}',
      after: ['{"body": {"reasoning": {"summary": "auto", "effort": "high"}}}'],
    },
    {
      code: 'misplaced:body.verbosity',
      before:
        '{"body":{"text":{"format":{"type":"text"}},"verbosity":"low","問":9007199254740993}}',
      after: [
        '{"body":{"text":{"format":{"type":"text"},"verbosity":"low"},"問":9007199254740993}}',
      ],
    },
  ],
})
