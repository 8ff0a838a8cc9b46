// The identity of a request: what a custom_id may look like beyond being a text of 1 to 512
// characters, which the schema says. OpenAI publishes only that it is unique in the file.
import type { KeyRule, LineRule } from '../../../formats/defineFormat.ts'
import { z } from '../../../formats/zod.ts'
import { msg } from '../../../i18n/message.ts'

export const customId = z.string().min(1).max(512)

export const customIdKey: KeyRule = {
  path: ['custom_id'],
  plain: {
    characters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-',
    maxLength: 64,
  },
  code: 'duplicate-custom-id',
  title: msg('Duplicate custom_id'),
  firstCode: 'custom-id-repeated',
  firstTitle: msg('custom_id is repeated below'),
}

/** What every provider accepts: Anthropic, Together and OpenRouter stop at 64 characters. */
const PORTABLE = /^[A-Za-z0-9_-]{1,64}$/
// oxlint-disable-next-line no-control-regex -- control characters are what it is about
const STRAY = /^\s|\s$|[\u0000-\u001f\u007f-\u009f\u200b\u2060\ufeff]/

export const customIdRules: readonly LineRule[] = [
  {
    code: 'custom-id-spaces',
    severity: 'warning',
    title: msg('custom_id has stray spaces'),
    reads: [{ path: ['custom_id'], observes: 'text' }],
    check: ([id]) =>
      typeof id === 'string' && STRAY.test(id)
        ? {
            message: msg(
              '"custom_id" begins or ends with a space, or holds invisible characters. Results are matched by the exact text.',
            ),
            at: 0,
          }
        : undefined,
  },
  {
    code: 'custom-id-portability',
    severity: 'hint',
    title: msg('custom_id is not portable'),
    reads: [{ path: ['custom_id'], observes: 'text' }],
    check: ([id]) =>
      typeof id === 'string' && id !== '' && id.length <= 512 && !PORTABLE.test(id)
        ? {
            message: msg(
              'Some other providers take custom_id only up to 64 characters out of A-Z, a-z, 0-9, _ and -.',
            ),
            at: 0,
          }
        : undefined,
  },
]
