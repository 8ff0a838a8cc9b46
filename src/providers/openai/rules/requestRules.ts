// Rules about the body of a request in a batch that its schema cannot say.
import { SEED_BOUND } from '../schemas/commonFields.ts'
import type { LineRule } from '../../../formats/defineFormat.ts'
import { CHAT_COMPLETIONS } from '../endpoints/urls.ts'
import { msg } from '../../../i18n/message.ts'

/** Pairs in `metadata`; from OpenAI's description of the parameter. */
const MAX_METADATA = 16

export const requestRules: readonly LineRule[] = [
  {
    code: 'streaming-unsupported',
    severity: 'error',
    title: msg('A batch cannot stream'),
    reads: [{ path: ['body', 'stream'], observes: 'type' }],
    check: ([stream]) =>
      stream === true
        ? { message: msg('"body.stream" is true, which the Batch API refuses. Remove it.'), at: 0 }
        : undefined,
  },
  {
    // Recorded in 2024-09, github.com/BerriAI/litellm/issues/5803: "only allowed when 'stream' is enabled". Of
    // `stream: true` the rule above speaks, and its fix takes both away.
    code: 'stream-options-alone',
    severity: 'error',
    title: msg('stream_options without stream'),
    reads: [
      { path: ['body', 'stream_options', '{}'], observes: { keys: [] } },
      { path: ['body', 'stream'], observes: 'type' },
      ['url'],
    ],
    check: ([options, stream, url]) =>
      Array.isArray(options) && stream !== true && url === CHAT_COMPLETIONS
        ? {
            message: msg(
              '"body.stream_options" is only allowed when a request streams, and a batch cannot. Remove it.',
            ),
            at: 0,
          }
        : undefined,
  },
  {
    code: 'background-in-batch',
    severity: 'warning',
    title: msg('background has no use in a batch'),
    reads: [{ path: ['body', 'background'], observes: 'type' }],
    check: ([background]) =>
      background === true
        ? {
            message: msg('A batch already runs in the background. Remove "body.background".'),
            at: 0,
          }
        : undefined,
  },
  {
    code: 'seed-not-whole',
    severity: 'error',
    title: msg('body.seed must be an integer'),
    // The schema has the bounds: a number beyond them, which may be an infinity here, is told once.
    reads: [
      { path: ['body', 'seed'], observes: { integer: true, bounds: [-SEED_BOUND, SEED_BOUND] } },
    ],
    check: ([seed]) =>
      typeof seed === 'number' && Math.abs(seed) < SEED_BOUND && !Number.isInteger(seed)
        ? {
            message: msg('"body.seed" is {value}; it must be an integer.', { value: String(seed) }),
            at: 0,
            quotes: { value: 0 },
          }
        : undefined,
  },
  {
    code: 'metadata-too-many',
    severity: 'error',
    title: msg('body.metadata has too many keys'),
    reads: [['body', 'metadata', '{}']],
    check: ([keys]) =>
      Array.isArray(keys) && keys.length > MAX_METADATA
        ? {
            message: msg(
              '"body.metadata" has {count, number} keys; it may have at most {limit, number}.',
              { count: keys.length, limit: MAX_METADATA },
            ),
            at: 0,
          }
        : undefined,
  },
  {
    // The description: "`logprobs` must be set to `true` if this parameter is used." Recorded in 2026: "The
    // 'top_logprobs' parameter is only allowed when 'logprobs' is enabled."
    code: 'top-logprobs-alone',
    severity: 'error',
    title: msg('top_logprobs needs logprobs'),
    reads: [
      { path: ['body', 'top_logprobs'], observes: 'type' },
      { path: ['body', 'logprobs'], observes: 'type' },
      ['url'],
    ],
    check: ([top, logprobs, url]) =>
      typeof top === 'number' && logprobs !== true && url === CHAT_COMPLETIONS
        ? {
            message: msg(
              '"body.top_logprobs" works only beside "logprobs": true. Add that, or remove "top_logprobs".',
            ),
            at: 0,
          }
        : undefined,
  },
]
