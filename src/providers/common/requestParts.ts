// What the formats of requests of several providers have in common.
import type {
  Column,
  FormatDefinition,
  LimitRule,
  LineRule,
  RecognitionNote,
  UniformRule,
} from '../../formats/defineFormat.ts'
import { z } from '../../formats/zod.ts'
import { type Message, msg, verbatim } from '../../i18n/message.ts'

const anyObject = z.looseObject({})

/** A body of which only what every endpoint has is validated. */
export const looseBody = z.looseObject({
  model: z.string().min(1).optional(),
  messages: z.array(anyObject).min(1).optional(),
})

export const looseBodyWithModel = z.looseObject({
  model: z.string().min(1),
  messages: z.array(anyObject).min(1).optional(),
})

export const oneModel: UniformRule = {
  path: ['body', 'model'],
  code: 'mixed-models',
  title: msg('More than one model'),
  label: msg('Model'),
  mixedMessage: (found) =>
    msg('All lines of a batch need the same model. Found: {found}.', { found }),
  outlierMessage: (usual, own) =>
    msg(
      'Every other line has the model {usual}; this one has {own}. All lines of a batch need the same.',
      { usual, own },
    ),
}

export const oneUrl: UniformRule = {
  path: ['url'],
  code: 'mixed-urls',
  title: msg('More than one url'),
  label: verbatim('URL'),
  mixedMessage: (found) =>
    msg('All lines of a batch need the same url. Found: {found}.', { found }),
  outlierMessage: (usual, own) =>
    msg(
      'Every other line has the url {usual}; this one has {own}. All lines of a batch need the same.',
      { usual, own },
    ),
}

const MEGABYTE = 1024 * 1024

export function limitsOf({
  requests,
  megabytes,
}: {
  readonly requests?: number
  readonly megabytes?: number
}): readonly LimitRule[] {
  return [
    ...(requests === undefined ? [] : [requestLimit(requests)]),
    ...(megabytes === undefined ? [] : [sizeLimit(megabytes * MEGABYTE)]),
  ]
}

export function requestLimit(errorAbove: number): LimitRule {
  return {
    code: 'too-many-requests',
    of: 'lines',
    title: msg('Too many requests'),
    errorAbove,
    label: msg('Requests'),
    message: (used, limit) =>
      msg(
        'The file has {used, number} requests; the limit is {limit, number}. Split it into several files.',
        { used, limit },
      ),
  }
}

export function sizeLimit(errorAbove: number, warnAbove?: number): LimitRule {
  return {
    code: 'file-too-large',
    of: 'bytes',
    title: msg('File is too large'),
    errorAbove,
    ...(warnAbove !== undefined && { warnAbove }),
    label: msg('Size'),
    message: (used, limit) =>
      msg(
        'The file has {used, number} bytes; the limit is {limit, number}. Split it into several files.',
        { used, limit },
      ),
  }
}

/** `stream: true` at a path, which a batch refuses. */
export function streamRule(path: readonly string[]): LineRule {
  return {
    code: 'streaming-unsupported',
    severity: 'error',
    title: msg('A batch cannot stream'),
    reads: [{ path, observes: 'type' }],
    check: ([stream]) =>
      stream === true
        ? {
            message: msg('"{path}" is true, which a batch refuses. Remove it.', {
              path: path.join('.'),
            }),
            at: 0,
          }
        : undefined,
  }
}

const PREVIEW: Column['paths'] = [
  ['body', 'messages', -1, 'content', 0, 'text'],
  ['body', 'messages', -1, 'content'],
  ['body', 'input', -1, 'content'],
  ['body', 'input', 0],
  ['body', 'input'],
  ['body', 'prompt'],
  ['body', 'text_1'],
  ['body', 'query'],
  ['body'],
]

export function requestColumns({
  hasUrl,
}: {
  readonly hasUrl: boolean
}): FormatDefinition['columns'] {
  return [
    { id: 'customId', title: verbatim('custom_id'), paths: [['custom_id']], width: 180 },
    { id: 'model', title: verbatim('model'), paths: [['body', 'model']], width: 180 },
    ...(hasUrl ? [{ id: 'url', title: verbatim('url'), paths: [['url']], width: 170 }] : []),
    { id: 'preview', title: msg('Preview'), paths: PREVIEW },
  ]
}

/** What is said once of a file that was recognised as a provider's. */
export function requestsFor(name: Message, message: Message): RecognitionNote {
  return { title: msg('These look like requests for {name}', { name }), message }
}

export const CHOOSE = msg(
  'They are validated by its rules. If they are for another provider, choose it under “{label}”.',
  { label: msg('These are for') },
)
