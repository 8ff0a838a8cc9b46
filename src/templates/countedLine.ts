// Requests whose tokens are to be counted, in the words of OpenAI's chat, which the counting reads: of other
// providers the texts of the conversation, the model and the limit of the answer.
import type { RequestContent } from '../pairing/requestReading.ts'
import { CHAT_COMPLETIONS, EMBEDDINGS } from '../providers/openai/endpoints/urls.ts'
import { rulesOf } from './endpointRules.ts'

/** A line without its end; it stays as it is where it can be counted so. */
export function countedLine(endpoint: string, line: string): string {
  const { readRequest } = rulesOf(endpoint)
  return readRequest ? JSON.stringify(countedRequest(readRequest(JSON.parse(line)))) : line
}

function countedRequest({ isConversation, model, conversation, tokenLimit }: RequestContent) {
  const messages = conversation.map(({ role, parts }) => ({
    role,
    content: parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('\n'),
  }))
  return isConversation
    ? {
        url: CHAT_COMPLETIONS,
        body: { model, messages, max_completion_tokens: tokenLimit?.value },
      }
    : { url: EMBEDDINGS, body: { model, input: messages.map(({ content }) => content) } }
}
