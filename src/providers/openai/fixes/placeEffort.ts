// A reasoning effort that stands for `reasoning` as a whole, or beside what chat completions have no place for.
import { isObject } from '../../../json/jsonPath.ts'
import { removeMember, renameKey, setValue } from '../../../json/spliceText.ts'
import { defineFix } from '../../../fixes/defineFix.ts'
import { parseObject, replaceBy } from '../../../fixes/lineValue.ts'
import { jsonAt, writerFor } from '../../../fixes/writeMembers.ts'
import { msg } from '../../../i18n/message.ts'
import { EFFORTS } from '../rules/effortRules.ts'

const BODY = ['body']
const REASONING = [...BODY, 'reasoning']

/** What chat completions do not give. */
const SUMMARIES: ReadonlySet<string> = new Set(['summary', 'generate_summary'])

export const fix = defineFix({
  id: 'placeEffort',
  title: msg('Write the reasoning effort as the endpoint takes it'),
  order: 60,
  codes: ['type:body.reasoning', 'misplaced:body.reasoning'],
  safeForAll: true,
  // The summary, which is not given there.
  drops: true,
  propose({ text, diagnostic: { code } }) {
    const body = parseObject(text)?.['body']
    if (!isObject(body)) return undefined
    const { reasoning } = body
    if (typeof reasoning === 'string') {
      const json = jsonAt(text, REASONING)
      if (json === undefined || !EFFORTS.includes(reasoning)) return undefined
      if (code === 'type:body.reasoning') {
        return replaceBy(setValue(text, REASONING, writerFor(text).object([['effort', json]])))
      }
      if (Object.hasOwn(body, 'reasoning_effort')) return undefined
      return replaceBy(renameKey(text, BODY, 'reasoning', 'reasoning_effort'))
    }
    if (!isObject(reasoning) || code === 'type:body.reasoning') return undefined
    const others = Object.keys(reasoning).filter((key) => !SUMMARIES.has(key))
    if (others.length === 0) return replaceBy(removeMember(text, BODY, 'reasoning'))
    const json = jsonAt(text, [...REASONING, 'effort'])
    if (others.length > 1 || json === undefined) return undefined
    if (Object.hasOwn(body, 'reasoning_effort')) return undefined
    const set = setValue(text, REASONING, json)
    return replaceBy(set && renameKey(set, BODY, 'reasoning', 'reasoning_effort'))
  },
  examples: [
    {
      code: 'type:body.reasoning',
      before: '{"body": {"reasoning": "high", "input": "reasoning"}}',
      after: ['{"body": {"reasoning": {"effort": "high"}, "input": "reasoning"}}'],
    },
    {
      code: 'misplaced:body.reasoning',
      before:
        '{"body":{"reasoning":{"effort":"low","summary":"auto"},"messages":[{"content":"\\"}"}],"n":1.0}}',
      after: ['{"body":{"reasoning_effort":"low","messages":[{"content":"\\"}"}],"n":1.0}}'],
    },
    {
      code: 'misplaced:body.reasoning',
      before: '{"body":{"問":9007199254740993,"reasoning":{"summary":"auto"}}}',
      after: ['{"body":{"問":9007199254740993}}'],
    },
    {
      code: 'misplaced:body.reasoning',
      before: '{"body": {"messages": [], "reasoning": "low"}}',
      after: ['{"body": {"messages": [], "reasoning_effort": "low"}}'],
    },
  ],
})
