// Entries of the logs of coding agents that are not messages by their keys: Codex tells what happened as
// events, OpenHands as actions and observations, SWE-agent as steps.
import { isObject } from '../json/jsonPath.ts'
import { type Message, type Part, textPart } from '../pairing/conversation.ts'
import { field, filledText, hasField, textField } from '../pairing/jsonReading.ts'
import { inputText, outputParts, readParts } from './readMessage.ts'

const EVENT_ROLES: ReadonlyMap<string, string> = new Map([
  ['user_message', 'user'],
  ['agent_message', 'assistant'],
])

/** Undefined for what is no such entry. */
export function readAgentEvent(value: unknown): readonly Message[] | undefined {
  if (!isObject(value)) return undefined
  return readTypedEvent(value) ?? readAction(value) ?? readObservation(value) ?? readStep(value)
}

function readTypedEvent(event: unknown): readonly Message[] | undefined {
  const type = textField(event, 'type') ?? ''
  const role = EVENT_ROLES.get(type)
  const message = filledText(field(event, 'message'))
  if (role !== undefined && message !== undefined) return [{ role, parts: readParts(message) }]
  const text = filledText(field(event, 'text'))
  if (type === 'agent_reasoning' && text !== undefined) {
    return [{ role: 'assistant', parts: [{ kind: 'reasoning', text }] }]
  }
  const summary = filledText(field(event, 'summary'))
  return type === 'summary' && summary !== undefined
    ? [{ role: 'summary', parts: readParts(summary) }]
    : undefined
}

/** OpenHands: what the user or the agent does. */
function readAction(entry: unknown): readonly Message[] | undefined {
  const action = filledText(field(entry, 'action'))
  const args = field(entry, 'args')
  if (action === undefined || !isObject(args)) return undefined
  const role = field(entry, 'source') === 'user' ? 'user' : 'assistant'
  const content = filledText(field(args, 'content'))
  if (['message', 'system'].includes(action) && content !== undefined) {
    return [{ role: action === 'system' ? 'system' : role, parts: readParts(content) }]
  }
  const { thought, ...others } = args
  const call: Part = { kind: 'toolCall', id: undefined, name: action, input: inputText(others) }
  return [{ role, parts: [...thoughtOf(thought), call] }]
}

function readObservation(entry: unknown): readonly Message[] | undefined {
  const name = filledText(field(entry, 'observation'))
  if (name === undefined || !hasField(entry, 'content') || hasField(entry, 'action'))
    return undefined
  return [toolMessage(name, field(entry, 'content'))]
}

/** SWE-agent: what was thought, what was done and what was seen, in one. */
function readStep(step: unknown): readonly Message[] | undefined {
  const action = textField(step, 'action')
  const seen = textField(step, 'observation')
  if (action === undefined || seen === undefined) return undefined
  const thought = filledText(field(step, 'thought'))
  const said = thought === undefined ? filledText(field(step, 'response')) : undefined
  const parts: Part[] = [...thoughtOf(thought), ...(said === undefined ? [] : [textPart(said)])]
  if (action !== '') parts.push({ kind: 'toolCall', id: undefined, name: 'action', input: action })
  return [{ role: 'assistant', parts }, toolMessage(undefined, seen)]
}

function thoughtOf(thought: unknown): Part[] {
  return typeof thought === 'string' && thought !== '' ? [{ kind: 'reasoning', text: thought }] : []
}

function toolMessage(callId: string | undefined, content: unknown): Message {
  return { role: 'tool', parts: [{ kind: 'toolResult', callId, parts: outputParts(content) }] }
}
