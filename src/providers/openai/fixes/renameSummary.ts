// The older name of what asks for a summary of the reasoning.
import { isObject } from '../../../json/jsonPath.ts'
import { removeMember, renameKey } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { msg } from '../../../i18n/message.ts'

const HOLDER = ['body', 'reasoning']
const OLD = 'generate_summary'

export const fix = defineFix({
  id: 'renameSummary',
  title: msg('Ask for the summary by its newer name'),
  order: 58,
  codes: ['deprecated:body.reasoning.generate_summary'],
  safeForAll: true,
  // Of both names, the newer one counts.
  drops: true,
  propose({ text }) {
    const body = parseObject(text)?.['body']
    const reasoning = isObject(body) ? body['reasoning'] : undefined
    if (!isObject(reasoning) || !Object.hasOwn(reasoning, OLD)) return undefined
    return Object.hasOwn(reasoning, 'summary')
      ? { kind: 'replace', text: removeMember(text, HOLDER, OLD) }
      : replaceBy(renameKey(text, HOLDER, OLD, 'summary'))
  },
  examples: [
    {
      code: 'deprecated:body.reasoning.generate_summary',
      before: '{"body": {"reasoning": {"generate_summary": "auto"}, "input": "generate_summary"}}',
      after: ['{"body": {"reasoning": {"summary": "auto"}, "input": "generate_summary"}}'],
    },
    {
      code: 'deprecated:body.reasoning.generate_summary',
      before:
        '{"body":{"input":"\\"}","reasoning":{"generate_summary":"auto","summary":"concise"}}}',
      after: ['{"body":{"input":"\\"}","reasoning":{"summary":"concise"}}}'],
    },
    {
      code: 'deprecated:body.reasoning.generate_summary',
      before:
        '{"body":{"reasoning":{"effort":"low","generate_summary":null},"問":9007199254740993}}',
      after: ['{"body":{"reasoning":{"effort":"low","summary":null},"問":9007199254740993}}'],
    },
  ],
})
