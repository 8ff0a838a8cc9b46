import { msg, verbatim } from '../../i18n/message.ts'
import { copyBody, hasNoMessages } from '../copyBody.ts'
import { defineShape, isRefusal } from '../defineShape.ts'
import { isAnswer, readEnvelope, writeRecord } from '../envelope.ts'
import type { IdRule } from '../ids.ts'
import { readMessages } from '../messages/readMessages.ts'
import { limitChange } from '../messages/limitChange.ts'
import { writeMessages } from '../messages/writeMessages.ts'
import { keptModel } from '../modelOf.ts'
import { NO_CONVERSATION, NO_MESSAGES, NO_MODEL } from '../refusals.ts'

/** Anthropic's reference of Message Batches. */
const ID: IdRule = { pattern: /^[A-Za-z0-9_-]+$/, maxLength: 64 }
const PROVIDER = 'anthropic'

export const shape = defineShape({
  id: 'anthropicMessages',
  title: msg('Anthropic, message batches'),
  order: 3,
  provider: PROVIDER,
  providerName: verbatim('Anthropic'),
  place: verbatim('Anthropic'),
  family: 'messages',
  bodyKey: 'params',
  needsModel: true,
  isLine: (line) => line.get('params')?.get('messages') !== undefined && !isAnswer(line),
  read: (line) => readEnvelope(line, 'params', ['custom_id'], []),
  readBody: readMessages,
  write(request, context) {
    if (request.kind !== 'chat') return NO_CONVERSATION
    const model = keptModel(context, { provider: PROVIDER })
    if (model === undefined) return NO_MODEL
    const body = writeMessages(request, model, { isBedrock: false }, context)
    return isRefusal(body) ? body : writeRecord('custom_id', body, ID, context)
  },
  copy(context) {
    if (hasNoMessages(context)) return NO_MESSAGES
    const model = keptModel(context, { provider: PROVIDER })
    if (model === undefined) return NO_MODEL
    const beta = context.source.body.get('anthropic_beta')
    if (beta) context.notes.field('field-dropped', beta)
    const body = copyBody(
      context,
      new Map([
        ['model', model],
        ['anthropic_version', undefined],
        ['anthropic_beta', undefined],
        ...limitChange(context),
      ]),
    )
    return writeRecord('custom_id', body, ID, context)
  },
  examples: [
    '{"custom_id":"r-1","params":{"model":"claude-haiku-4-5","max_tokens":64,"system":"Be brief.","messages":[{"role":"user","content":"Hi"}]}}',
  ],
})
