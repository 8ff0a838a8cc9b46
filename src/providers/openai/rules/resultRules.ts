// What is worth knowing about a result beside its shape. A failed request is a good line about bad
// news, so those findings call for attention and leave the line valid.
import { isObject } from '../../../json/jsonPath.ts'
import type { LineRule } from '../../../formats/defineFormat.ts'
import { outcomeRules } from '../../../formats/outcomeRules.ts'
import { newsOfResult, newsReads } from './resultNews.ts'
import { msg } from '../../../i18n/message.ts'

export const resultRules: readonly LineRule[] = [
  {
    code: 'no-result',
    severity: 'error',
    title: msg('Neither response nor error'),
    reads: [
      { path: ['{}'], observes: { keys: ['custom_id'] } },
      { path: ['response'], observes: 'type' },
      { path: ['error'], observes: 'type' },
    ],
    check([keys, response, error]) {
      if (!Array.isArray(keys) || !keys.includes('custom_id')) return undefined
      // Local runners give a text instead of the error.
      if (isObject(response) || isObject(error) || typeof error === 'string') return undefined
      return {
        message: msg(
          'The line has neither a response nor an error, so it says nothing of its request.',
        ),
        at: 0,
      }
    },
  },
  ...outcomeRules(newsReads, newsOfResult),
]
