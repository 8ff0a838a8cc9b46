// max_tokens has other names by now: max_completion_tokens in chat completions, max_output_tokens in
// responses. Source: OpenAI's OpenAPI description of 2026-08-21.
import { isObject } from '../../../json/jsonPath.ts'
import { removeMember, renameKey } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { COMPLETIONS, RESPONSES } from '../endpoints/urls.ts'
import { msg } from '../../../i18n/message.ts'

const NAMES = ['max_tokens', 'max_completion_tokens', 'max_output_tokens']

/** Of other endpoints than chat completions. */
const NAME_BY_URL: Readonly<Record<string, string>> = {
  [RESPONSES]: 'max_output_tokens',
  [COMPLETIONS]: 'max_tokens',
}

export const fix = defineFix({
  id: 'renameTokenLimit',
  title: msg('Use the current name of the token limit'),
  order: 50,
  codes: [
    'deprecated:body.max_tokens',
    'model-refuses:max_tokens',
    'misplaced:body.max_tokens',
    'misplaced:body.max_completion_tokens',
    'misplaced:body.max_output_tokens',
  ],
  safeForAll: true,
  drops: true,
  propose({ text, diagnostic }) {
    const line = parseObject(text)
    const body = line?.['body']
    const found = NAMES.find((name) => diagnostic.code.endsWith(name))
    if (!line || !isObject(body) || found === undefined) return undefined
    const meant = NAME_BY_URL[String(line['url'])] ?? 'max_completion_tokens'
    if (found === meant || !Object.hasOwn(body, found)) return undefined
    // With both, the current one counts.
    if (Object.hasOwn(body, meant)) return replaceBy(removeMember(text, ['body'], found))
    return replaceBy(renameKey(text, ['body'], found, meant))
  },
  examples: [
    {
      code: 'model-refuses:max_tokens',
      before: '{"url": "/v1/chat/completions", "body": {"max_tokens": 50}}',
      after: ['{"url": "/v1/chat/completions", "body": {"max_completion_tokens": 50}}'],
    },
    {
      code: 'deprecated:body.max_tokens',
      before: '{"max_tokens":1,"body":{"n":1.0,"max_tokens":5,"問":"max_tokens"}}',
      after: ['{"max_tokens":1,"body":{"n":1.0,"max_completion_tokens":5,"問":"max_tokens"}}'],
    },
    {
      code: 'model-refuses:max_tokens',
      before: '{"body": {"max_tokens": 5, "max_completion_tokens": 6}}',
      after: ['{"body": {"max_completion_tokens": 6}}'],
    },
    {
      code: 'misplaced:body.max_tokens',
      before: '{"url":"/v1/responses","body":{"max_tokens":5}}',
      after: ['{"url":"/v1/responses","body":{"max_output_tokens":5}}'],
    },
    {
      code: 'misplaced:body.max_completion_tokens',
      before: '{"url":"/v1/completions","body":{"max_completion_tokens":5}}',
      after: ['{"url":"/v1/completions","body":{"max_tokens":5}}'],
    },
    {
      code: 'misplaced:body.max_output_tokens',
      before: '{"url":"/v1/chat/completions","body":{"max_output_tokens":5}}',
      after: ['{"url":"/v1/chat/completions","body":{"max_completion_tokens":5}}'],
    },
  ],
})
