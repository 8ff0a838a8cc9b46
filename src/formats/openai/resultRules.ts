// What is worth knowing about a result beside its shape. A failed request is a good line about bad
// news, so those findings are hints.
import type { LineRule } from '../defineFormat.ts'

const STATUS = ['response', 'status_code']

export const resultRules: readonly LineRule[] = [
  {
    code: 'no-result',
    severity: 'error',
    title: 'Neither response nor error',
    reads: [
      ['{}'],
      ['response', '{}'],
      ['error', '{}'],
      // The text of an error that local runners give in place of an object.
      ['error'],
    ],
    check([keys, responseKeys, errorKeys, error]) {
      if (!Array.isArray(keys) || !keys.includes('custom_id')) return undefined
      if (responseKeys !== undefined || errorKeys !== undefined) return undefined
      if (typeof error === 'string') return undefined
      return {
        message: 'The line has neither a response nor an error, so it says nothing of its request.',
        at: 0,
      }
    },
  },
  {
    code: 'request-failed',
    severity: 'hint',
    title: 'Request failed',
    reads: [STATUS, ['response', 'body', 'error', 'code'], ['response', 'body', 'error', 'type']],
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
    severity: 'hint',
    title: 'Request was not run',
    reads: [['error', 'code']],
    check: ([code]) =>
      typeof code === 'string'
        ? { message: `The request was not answered: ${code}.`, at: 0 }
        : undefined,
  },
  {
    code: 'answer-cut-off',
    severity: 'hint',
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
    severity: 'hint',
    title: 'Answer was filtered',
    reads: [['response', 'body', 'choices', '[]', 'finish_reason']],
    anyOrder: true,
    check: ([reasons]) =>
      Array.isArray(reasons) && reasons.includes('content_filter')
        ? { message: 'A content filter stopped the answer.', at: 0 }
        : undefined,
  },
]
