// Entries of the logs of coding agents of the terminal that keep what happened below their type: Copilot CLI in `data`,
// OpenCode in `part`.
import { isObject } from '../json/jsonPath.ts'
import type { Message, Part } from '../pairing/conversation.ts'
import { field, filledText, listOf, textField } from '../pairing/jsonReading.ts'
import { inputText, readPart, readParts } from './readMessage.ts'
import { toolMessage } from './readTypedEvent.ts'

/** Undefined for what is no such entry, or has nothing to say. */
export function readCliEvent(event: unknown): readonly Message[] | undefined {
  const messages = readCopilotEvent(event) ?? readOpenCodeEvent(event)
  return messages?.some(({ parts }) => parts.length > 0) ? messages : undefined
}

/** What a session of Copilot CLI is kept as (`events.jsonl`), and what `--output-format json` prints. */
function readCopilotEvent(event: unknown): readonly Message[] | undefined {
  const data = field(event, 'data')
  if (!isObject(data)) return undefined
  switch (textField(event, 'type') ?? '') {
    case 'user.message':
      return [{ role: 'user', parts: readParts(field(data, 'content')) }]
    case 'system.message':
      return [{ role: 'system', parts: readParts(field(data, 'content')) }]
    case 'assistant.message':
      return [
        {
          role: 'assistant',
          parts: [
            ...thoughtOf(field(data, 'reasoningText')),
            ...saidIn(field(data, 'content')),
            ...listOf(field(data, 'toolRequests')).map(requestOf),
          ],
        },
      ]
    case 'assistant.reasoning':
      return [{ role: 'assistant', parts: thoughtOf(field(data, 'content')) }]
    case 'tool.execution_start':
      return [{ role: 'assistant', parts: [requestOf(data)] }]
    case 'tool.execution_complete':
      return [readCopilotResult(data)]
    case 'session.error':
      return [{ role: 'error', parts: readParts(field(data, 'message')) }]
    default:
      return undefined
  }
}

function requestOf(request: unknown): Part {
  return {
    kind: 'toolCall',
    id: filledText(field(request, 'toolCallId')),
    name: textField(request, 'toolName') ?? textField(request, 'name') ?? 'unknown',
    input: inputText(field(request, 'arguments')),
  }
}

function readCopilotResult(data: unknown): Message {
  const result = field(data, 'result')
  const back = field(result, 'content') ?? result ?? field(field(data, 'error'), 'message')
  return toolMessage(filledText(field(data, 'toolCallId')), back)
}

/** What `run --format json` prints, and what its server tells of parts of messages. */
function readOpenCodeEvent(event: unknown): readonly Message[] | undefined {
  const type = textField(event, 'type')
  if (type === 'error' && filledText(field(event, 'sessionID')) !== undefined) {
    const error = field(event, 'error')
    const said = field(field(error, 'data'), 'message') ?? field(error, 'message')
    return [{ role: 'error', parts: readParts(said) }]
  }
  const part =
    type === 'message.part.updated'
      ? field(field(event, 'properties'), 'part')
      : ['text', 'reasoning', 'tool_use'].includes(type ?? '') && field(event, 'part')
  return isObject(part) ? [{ role: 'assistant', parts: readPart(part) }] : undefined
}

function saidIn(content: unknown): readonly Part[] {
  return content === '' ? [] : readParts(content)
}

function thoughtOf(thought: unknown): Part[] {
  const text = filledText(thought)
  return text === undefined ? [] : [{ kind: 'reasoning', text }]
}
