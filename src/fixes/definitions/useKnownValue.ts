// A text that is spelled nearly like one of those that are allowed: "High" for "high", "assistent".
import { msg } from '../../i18n/message.ts'
import { nearestKey } from '../../json/nearestKey.ts'
import { rangeOfPath } from '../../json/locate.ts'
import { replaceRange } from '../../json/spliceText.ts'
import { defineFix } from '../defineFix.ts'
import { parseJson, parseObject } from '../lineValue.ts'

export const fix = defineFix({
  id: 'useKnownValue',
  title: msg('Use the known spelling'),
  order: 55,
  codes: ['value:*', 'unknown-value:*'],
  safeForAll: true,
  propose({ text, diagnostic: { meantValue, path } }) {
    if (!path?.length || meantValue === undefined || !parseObject(text)) return undefined
    const range = rangeOfPath(text, path)?.value
    const value = range && parseJson(text.slice(range.from, range.to))
    if (!range || typeof value !== 'string' || value === meantValue) return undefined
    // Another letter may be another word, as of a model that is newer than the list.
    const isOtherWord = nearestKey(value, [meantValue], { maxErrors: 0 }) === undefined
    return {
      kind: 'replace',
      text: replaceRange(text, range, JSON.stringify(meantValue)),
      isForOneLine: isOtherWord,
    }
  },
  examples: [
    {
      code: 'value:body.reasoning_effort',
      path: ['body', 'reasoning_effort'],
      meantValue: 'high',
      before: '{"n": 1.0, "body": {"reasoning_effort" : "High", "問": "High"}}',
      after: ['{"n": 1.0, "body": {"reasoning_effort" : "high", "問": "High"}}'],
    },
    {
      code: 'value:body.messages[].role',
      path: ['body', 'messages', 1, 'role'],
      meantValue: 'assistant',
      before: '{"body":{"messages":[{"role":"user"},{"role":"assistent","content":"\\u4e2d,}"}]}}',
      after: ['{"body":{"messages":[{"role":"user"},{"role":"assistant","content":"\\u4e2d,}"}]}}'],
    },
    {
      code: 'unknown-value:body.include[]',
      path: ['body', 'include', 0],
      meantValue: 'file_search_call.results',
      before: '{"body":{"include":["file-search-call.results",9007199254740993]}}',
      after: ['{"body":{"include":["file_search_call.results",9007199254740993]}}'],
    },
  ],
})
