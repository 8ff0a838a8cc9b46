// Whether a summary of the reasoning is wanted, said as other providers take it: yes or no.
import { valueAt } from '../../../json/jsonPath.ts'
import { removeMember, setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { msg } from '../../../i18n/message.ts'

const HOLDER = ['body', 'reasoning']
const SUMMARY = [...HOLDER, 'summary']

/** What stands for none; OpenAI wants the key left out. */
const NONE: ReadonlySet<unknown> = new Set([false, '', 'none', 'off', 'disabled'])

export const fix = defineFix({
  id: 'plainSummary',
  title: msg('Write the summary as the API takes it'),
  order: 58,
  codes: ['value:body.reasoning.summary', 'type:body.reasoning.summary'],
  safeForAll: true,
  drops: true,
  propose({ text }) {
    const value = valueAt(parseObject(text), SUMMARY)
    if (value === true) return replaceBy(setValue(text, SUMMARY, '"auto"'))
    if (!NONE.has(value)) return undefined
    return { kind: 'replace', text: removeMember(text, HOLDER, 'summary') }
  },
  examples: [
    {
      code: 'value:body.reasoning.summary',
      before: '{"body": {"reasoning": {"effort": "low", "summary": "none"}, "input": "none"}}',
      after: ['{"body": {"reasoning": {"effort": "low"}, "input": "none"}}'],
    },
    {
      code: 'type:body.reasoning.summary',
      before: '{"body":{"reasoning":{"summary":true},"input":"\\"}","問":1.0}}',
      after: ['{"body":{"reasoning":{"summary":"auto"},"input":"\\"}","問":1.0}}'],
    },
    {
      code: 'type:body.reasoning.summary',
      before: '{"body":{"n":9007199254740993,"reasoning":{"summary":false,"effort":"high"}}}',
      after: ['{"body":{"n":9007199254740993,"reasoning":{"effort":"high"}}}'],
    },
  ],
})
