// What is worth knowing about a result beside its shape. A failed request is a good line about bad
// news, so those findings call for attention and leave the line valid.
import { isObject } from '../../json/jsonPath.ts'
import type { LineRule } from '../defineFormat.ts'

export const resultRules: readonly LineRule[] = [
  {
    code: 'no-result',
    severity: 'error',
    title: 'Neither response nor error',
    reads: [['{}'], { path: ['response'], sees: 'type' }, { path: ['error'], sees: 'type' }],
    check([keys, response, error]) {
      if (!Array.isArray(keys) || !keys.includes('custom_id')) return undefined
      // Local runners give a text in place of the error.
      if (isObject(response) || isObject(error) || typeof error === 'string') return undefined
      return {
        message: 'The line has neither a response nor an error, so it says nothing of its request.',
        at: 0,
      }
    },
  },
  {
    code: 'request-failed',
    severity: 'attention',
    title: 'Request failed',
    reads: [
      { path: ['response', 'status_code'], sees: { bounds: [200, 300] } },
      { path: ['response', 'body', 'error', 'code'], sees: 'words' },
      { path: ['response', 'body', 'error', 'type'], sees: 'words' },
    ],
    check([status, code, type]) {
      if (typeof status !== 'number' || (status >= 200 && status < 300)) return undefined
      const reason = typeof code === 'string' ? code : typeof type === 'string' ? type : undefined
      return {
        message: `The request failed with status ${status}${reason === undefined ? '' : ` (${reason})`}.`,
        at: 0,
      }
    },
  },
  {
    code: 'request-not-run',
    severity: 'attention',
    title: 'Request was not run',
    reads: [{ path: ['error', 'code'], sees: 'type' }],
    check: ([code]) =>
      typeof code === 'string'
        ? { message: `The request was not answered: ${code}.`, at: 0 }
        : undefined,
  },
  {
    code: 'answer-cut-off',
    severity: 'attention',
    title: 'Answer was cut off',
    reads: [
      ['response', 'body', 'choices', '[]', 'finish_reason'],
      ['response', 'body', 'status'],
    ],
    anyOrder: true,
    check([reasons, status]) {
      const isCut = Array.isArray(reasons) && reasons.includes('length')
      if (!isCut && status !== 'incomplete') return undefined
      return {
        message: 'The answer ended at the limit of its length. Raise the limit and send it again.',
        at: isCut ? 0 : 1,
      }
    },
  },
  {
    code: 'answer-filtered',
    severity: 'attention',
    title: 'Answer was filtered',
    reads: [['response', 'body', 'choices', '[]', 'finish_reason']],
    anyOrder: true,
    check: ([reasons]) =>
      Array.isArray(reasons) && reasons.includes('content_filter')
        ? { message: 'A content filter stopped the answer.', at: 0 }
        : undefined,
  },
]
