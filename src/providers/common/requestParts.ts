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
  title: 'More than one model',
  noun: 'model',
}

export const oneUrl: UniformRule = {
  path: ['url'],
  code: 'mixed-urls',
  title: 'More than one url',
  noun: 'url',
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
    ...(requests === undefined
      ? []
      : [
          {
            code: 'too-many-requests',
            of: 'lines',
            title: 'Too many requests',
            errorAbove: requests,
            noun: 'requests',
          } as const,
        ]),
    ...(megabytes === undefined
      ? []
      : [
          {
            code: 'file-too-large',
            of: 'bytes',
            title: 'File is too large',
            errorAbove: megabytes * MEGABYTE,
            noun: 'bytes',
          } as const,
        ]),
  ]
}

/** `stream: true` at a path, which a batch refuses. */
export function streamRule(path: readonly string[]): LineRule {
  return {
    code: 'streaming-unsupported',
    severity: 'error',
    title: 'A batch cannot stream',
    reads: [{ path, observes: 'type' }],
    check: ([stream]) =>
      stream === true
        ? { message: `"${path.join('.')}" is true, which a batch refuses. Remove it.`, at: 0 }
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
    { id: 'customId', title: 'custom_id', paths: [['custom_id']], width: 180 },
    { id: 'model', title: 'model', paths: [['body', 'model']], width: 180 },
    ...(hasUrl ? [{ id: 'url', title: 'url', paths: [['url']], width: 170 }] : []),
    { id: 'preview', title: 'Preview', paths: PREVIEW },
  ]
}

/** What is said once of a file that was recognised as a provider's. */
export function requestsFor(name: string, rest: string): RecognitionNote {
  return { title: `These look like requests for ${name}`, message: rest }
}

export const CHOOSE =
  'They are validated by its rules. If they are for another provider, choose it under “These are for”.'
