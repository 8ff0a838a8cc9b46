import { msg, verbatim } from '../../i18n/message.ts'
import { bedrockBodyOf, readRecord } from '../bedrock.ts'
import { copyBody, hasNoMessages } from '../copyBody.ts'
import { defineShape, isRefusal } from '../defineShape.ts'
import { ANY_ID, writeRecord } from '../envelope.ts'
import { limitChange, noteLinks } from '../messages/limitChange.ts'
import { readMessages } from '../messages/readMessages.ts'
import { BEDROCK_VERSION, writeMessages } from '../messages/writeMessages.ts'
import { dropModel } from '../modelOf.ts'
import { NO_CONVERSATION, NO_MESSAGES } from '../refusals.ts'

export const shape = defineShape({
  id: 'bedrockAnthropic',
  title: msg('Bedrock, Anthropic models'),
  order: 9,
  provider: 'bedrock',
  providerName: verbatim('Amazon Bedrock'),
  place: verbatim('Amazon Bedrock'),
  family: 'messages',
  bodyKey: 'modelInput',
  needsModel: false,
  isLine: (line) => bedrockBodyOf(line) === 'messages',
  read: readRecord,
  readBody: readMessages,
  write(request, context) {
    if (request.kind !== 'chat') return NO_CONVERSATION
    dropModel(context)
    const body = writeMessages(request, undefined, { isBedrock: true }, context)
    return isRefusal(body) ? body : writeRecord('recordId', body, ANY_ID, context)
  },
  copy(context) {
    if (hasNoMessages(context)) return NO_MESSAGES
    dropModel(context)
    noteLinks(context)
    const body = copyBody(
      context,
      new Map([
        ['anthropic_version', BEDROCK_VERSION],
        ['model', undefined],
        ...limitChange(context),
      ]),
    )
    return writeRecord('recordId', body, ANY_ID, context)
  },
  examples: [
    '{"recordId":"r-1","modelInput":{"anthropic_version":"bedrock-2023-05-31","max_tokens":64,"system":"Be brief.","messages":[{"role":"user","content":"Hi"}]}}',
  ],
})
