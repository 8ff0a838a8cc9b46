import { msg, verbatim } from '../../i18n/message.ts'
import { bedrockBodyOf, readRecord } from '../bedrock.ts'
import { readConverse } from '../converse/readConverse.ts'
import { writeConverse } from '../converse/writeConverse.ts'
import { defineShape, isRefusal } from '../defineShape.ts'
import { ANY_ID, writeRecord } from '../envelope.ts'
import { dropModel } from '../modelOf.ts'
import { NO_CONVERSATION, NO_MESSAGES } from '../refusals.ts'

export const shape = defineShape({
  id: 'bedrockConverse',
  title: msg('Bedrock, Converse'),
  order: 10,
  provider: 'bedrock',
  providerName: verbatim('Amazon Bedrock'),
  place: verbatim('Amazon Bedrock'),
  family: 'converse',
  bodyKey: 'modelInput',
  needsModel: false,
  isLine: (line) => bedrockBodyOf(line) === 'converse',
  read: readRecord,
  readBody: readConverse,
  write(request, context) {
    if (request.kind !== 'chat') return NO_CONVERSATION
    dropModel(context)
    const body = writeConverse(request, context)
    return isRefusal(body) ? body : writeRecord('recordId', body, ANY_ID, context)
  },
  // There is no other shape of the family.
  copy: () => NO_MESSAGES,
  examples: [
    '{"recordId":"r-1","modelInput":{"system":[{"text":"Be brief."}],"messages":[{"role":"user","content":[{"text":"Hi"}]}],"inferenceConfig":{"maxTokens":64}}}',
  ],
})
