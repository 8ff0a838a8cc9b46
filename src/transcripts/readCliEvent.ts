// Entries of the logs of coding agents of the terminal that keep what happened below their type: Copilot CLI in `data`,
// OpenCode in `part`, goose in `log` and `progress`.
import { isObject } from '../json/jsonPath.ts'
import type { Message, Part } from '../pairing/conversation.ts'
import { field, filledText, hasField, listOf, textField } from '../pairing/jsonReading.ts'
import { inputText, readPart, readParts } from './readMessage.ts'
import { toolMessage } from './readTypedEvent.ts'

/** Undefined for what is no such entry, or has nothing to say. */
export function readCliEvent(event: unknown): readonly Message[] | undefined {
  const messages = readCopilotEvent(event) ?? readOpenCodeEvent(event) ?? readGooseEvent(event)
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
    case 'session.compaction_complete':
      return readCompaction(data)
    case 'session.handoff':
    case 'session.task_complete':
      return told('summary', field(data, 'summary'))
    case 'session.info':
      return told('info', field(data, 'message'))
    case 'session.warning':
      return told('warning', field(data, 'message'))
    case 'session.error':
      return [{ role: 'error', parts: readParts(field(data, 'message')) }]
    default:
      return undefined
  }
}

/** What the session goes on from, or why it could not be made shorter. Some end without either. */
function readCompaction(data: unknown): readonly Message[] | undefined {
  const error = field(data, 'error')
  return (
    told('summary', field(data, 'summaryContent')) ??
    told('error', field(error, 'message') ?? error)
  )
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

/** What `run --output-format stream-json` prints beside messages: words of a tool while it runs, and failures. */
function readGooseEvent(event: unknown): readonly Message[] | undefined {
  const type = textField(event, 'type')
  if (type === 'notification' && filledText(field(event, 'extension_id')) !== undefined) {
    const progress = field(event, 'progress')
    return (
      told('notification', field(field(event, 'log'), 'message')) ??
      told('notification', field(progress, 'message') ?? shareDone(progress))
    )
  }
  // Any log may have errors: of goose there is nothing beside the words.
  if (type === 'error' && isObject(event) && Object.keys(event).length === 2) {
    return told('error', field(event, 'error'))
  }
  return undefined
}

/** As `3 / 10`, where a tool gives no words. */
function shareDone(progress: unknown): string | undefined {
  if (!hasField(progress, 'progress')) return undefined
  const [done, total] = [field(progress, 'progress'), field(progress, 'total')]
  if (typeof done !== 'number') return undefined
  return typeof total === 'number' ? `${done} / ${total}` : String(done)
}

function told(role: string, words: unknown): readonly Message[] | undefined {
  const text = filledText(words)
  return text === undefined ? undefined : [{ role, parts: readParts(text) }]
}

function saidIn(content: unknown): readonly Part[] {
  return content === '' ? [] : readParts(content)
}

function thoughtOf(thought: unknown): Part[] {
  const text = filledText(thought)
  return text === undefined ? [] : [{ kind: 'reasoning', text }]
}
