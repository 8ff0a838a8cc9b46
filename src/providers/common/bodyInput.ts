// Input files of `custom_id` and `body`: the job names the model and the endpoint.
import type { FormatDefinition, Provider } from '../../formats/defineFormat.ts'
import { defineFormat } from '../../formats/defineFormat.ts'
import { customIdKey, customIdRules } from '../openai/rules/customIdRules.ts'
import { z } from '../../formats/zod.ts'
import { listOf, msg, sentences } from '../../i18n/message.ts'
import { requestDialectOf } from '../requestDialect.ts'
import {
  CHOOSE,
  limitsOf,
  looseBody,
  looseBodyWithModel,
  requestColumns,
  requestsFor,
  streamRule,
} from './requestParts.ts'

export interface BodyInput extends Pick<FormatDefinition, 'id' | 'uniform'> {
  readonly provider: Provider
  /** Id of a provider. */
  readonly dialect: string
  readonly limits: Parameters<typeof limitsOf>[0]
  readonly maxCustomId?: number
  readonly needsModel: boolean
  /** Others that take such lines: their names. */
  readonly alike: readonly string[]
  readonly examples: FormatDefinition['examples']
}

export function bodyInput({
  provider,
  dialect,
  limits,
  maxCustomId,
  needsModel,
  alike,
  ...rest
}: BodyInput): FormatDefinition {
  const customId = z.string().min(1)
  return defineFormat({
    ...rest,
    title: msg('{name} batch input', { name: provider.name }),
    summary: msg('Requests for {name}: custom_id and body.', { name: provider.name }),
    provider,
    variantOf: 'batchInput',
    recognisedAs: requestsFor(
      provider.name,
      sentences(
        CHOOSE,
        msg('{others} take such lines, too; OpenAI needs method and url in each.', {
          others: listOf(alike, 'and'),
        }),
      ),
    ),
    role: 'request',
    recognise: (value) => requestDialectOf(value) === dialect,
    schema: z.looseObject({
      custom_id: maxCustomId === undefined ? customId : customId.max(maxCustomId),
      body: needsModel ? looseBodyWithModel : looseBody,
    }),
    lineRules: [...customIdRules, streamRule(['body', 'stream'])],
    key: customIdKey,
    limits: limitsOf(limits),
    byteOrderMark: 'error',
    columns: requestColumns({ hasUrl: false }),
  })
}
