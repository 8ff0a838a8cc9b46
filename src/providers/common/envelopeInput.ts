// Input files in OpenAI's envelope (custom_id, method, url, body) for providers that have taken it
// over. The body is validated only as far as all of them agree.
import type { FormatDefinition, Provider } from '../../formats/defineFormat.ts'
import { defineFormat } from '../../formats/defineFormat.ts'
import { customIdKey, customIdRules } from '../openai/rules/customIdRules.ts'
import { z } from '../../formats/zod.ts'
import { type Message, msg } from '../../i18n/message.ts'
import {
  CHOOSE,
  limitsOf,
  looseBody,
  looseBodyWithModel,
  requestColumns,
  requestsFor,
  streamRule,
} from './requestParts.ts'
import { requestDialectOf } from '../requestDialect.ts'

export interface EnvelopeInput extends Pick<FormatDefinition, 'id' | 'uniform'> {
  readonly provider: Provider
  /** Id of a provider. */
  readonly dialect: string
  readonly limits?: Parameters<typeof limitsOf>[0]
  /** Urls that its batches take; all when absent. */
  readonly urls?: readonly string[]
  readonly maxCustomId?: number
  readonly needsModel?: boolean
  readonly lineRules?: FormatDefinition['lineRules']
  /** What is said once beside that the file was recognised; `CHOOSE` when absent. */
  readonly note?: Message
  readonly examples: FormatDefinition['examples']
}

export function envelopeInput({
  provider,
  dialect,
  limits = {},
  urls,
  maxCustomId,
  needsModel = true,
  lineRules = [],
  note = CHOOSE,
  ...rest
}: EnvelopeInput): FormatDefinition {
  const customId = z.string().min(1)
  return defineFormat({
    ...rest,
    title: msg('{name} batch input', { name: provider.name }),
    summary: msg('Requests for {name}: custom_id, method, url and body.', { name: provider.name }),
    provider,
    variantOf: 'batchInput',
    recognisedAs: requestsFor(provider.name, note),
    role: 'request',
    recognise: (value) => requestDialectOf(value) === dialect,
    schema: z.looseObject({
      custom_id: maxCustomId === undefined ? customId : customId.max(maxCustomId),
      method: z.literal('POST'),
      url: urls === undefined ? z.string().min(1) : z.enum(urls),
      body: needsModel ? looseBodyWithModel : looseBody,
    }),
    lineRules: [...customIdRules, streamRule(['body', 'stream']), ...lineRules],
    key: customIdKey,
    limits: limitsOf(limits),
    byteOrderMark: 'error',
    columns: requestColumns({ hasUrl: true }),
  })
}
