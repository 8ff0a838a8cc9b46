// OpenAI's open models at Bedrock take the body of chat completions.
import { msg, verbatim } from '../../i18n/message.ts'
import { bedrockBodyOf, readRecord } from '../bedrock.ts'
import { readChat } from '../chat/readChat.ts'
import { OPENAI_CHAT, writeChat } from '../chat/writeChat.ts'
import { copyBody, hasNoMessages } from '../copyBody.ts'
import { defineShape, isRefusal } from '../defineShape.ts'
import { ANY_ID, writeRecord } from '../envelope.ts'
import { dropModel } from '../modelOf.ts'
import { NO_CONVERSATION, NO_MESSAGES } from '../refusals.ts'

export const shape = defineShape({
  id: 'bedrockOpenai',
  title: msg('Bedrock, OpenAI models'),
  order: 11,
  provider: 'bedrock',
  providerName: verbatim('Amazon Bedrock'),
  place: verbatim('Amazon Bedrock'),
  family: 'chat',
  bodyKey: 'modelInput',
  needsModel: false,
  isLine: (line) => bedrockBodyOf(line) === 'chat',
  read: readRecord,
  readBody: readChat,
  write(request, context) {
    if (request.kind !== 'chat') return NO_CONVERSATION
    dropModel(context)
    const body = writeChat(request, undefined, OPENAI_CHAT, context)
    return isRefusal(body) ? body : writeRecord('recordId', body, ANY_ID, context)
  },
  copy(context) {
    if (hasNoMessages(context)) return NO_MESSAGES
    dropModel(context)
    const body = copyBody(context, new Map([['model', undefined]]))
    return writeRecord('recordId', body, ANY_ID, context)
  },
  examples: [
    '{"recordId":"r-1","modelInput":{"messages":[{"role":"user","content":"Hi"}],"max_completion_tokens":64}}',
  ],
})
