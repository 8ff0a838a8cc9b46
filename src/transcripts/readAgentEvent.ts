// Entries of the logs of coding agents that are not messages by their keys: Codex tells what happened as
// events and items, OpenHands as actions and observations, SWE-agent as steps.
import { isObject } from '../json/jsonPath.ts'
import { type Message, type Part, textPart } from '../pairing/conversation.ts'
import { field, filledText, hasField, textField } from '../pairing/jsonReading.ts'
import { inputText, isMessage, outputParts, readMessage, readParts } from './readMessage.ts'

const EVENT_ROLES: ReadonlyMap<string, string> = new Map([
  ['user_message', 'user'],
  ['agent_message', 'assistant'],
])

/** Undefined for what is no such entry. */
export function readAgentEvent(value: unknown): readonly Message[] | undefined {
  if (!isObject(value)) return undefined
  return (
    readTypedEvent(value) ??
    readAction(value) ??
    readObservation(value) ??
    readKindOfEvent(value) ??
    readStep(value)
  )
}

function readTypedEvent(event: unknown): readonly Message[] | undefined {
  const type = textField(event, 'type') ?? ''
  const role = EVENT_ROLES.get(type)
  const message = filledText(field(event, 'message'))
  if (role !== undefined && message !== undefined) return [{ role, parts: readParts(message) }]
  const text = filledText(field(event, 'text'))
  // Of `codex exec --json`: items, whose words stand under another key than those of its events.
  if (type === 'agent_message' && text !== undefined) {
    return [{ role: 'assistant', parts: readParts(text) }]
  }
  if ((type === 'agent_reasoning' || type === 'reasoning') && text !== undefined) {
    return [{ role: 'assistant', parts: [{ kind: 'reasoning', text }] }]
  }
  if (type === 'command_execution') return readCommand(event)
  const compacted = filledText(field(field(event, 'payload'), 'message'))
  if (type === 'compacted' && compacted !== undefined) {
    return [{ role: 'summary', parts: readParts(compacted) }]
  }
  const summary = filledText(field(event, 'summary'))
  return type === 'summary' && summary !== undefined
    ? [{ role: 'summary', parts: readParts(summary) }]
    : undefined
}

/** A command with what it printed. */
function readCommand(item: unknown): readonly Message[] | undefined {
  const command = filledText(field(item, 'command'))
  if (command === undefined) return undefined
  const id = filledText(field(item, 'id'))
  const call: Part = { kind: 'toolCall', id, name: 'command', input: command }
  const printed = textField(item, 'aggregated_output')
  const asked: Message = { role: 'assistant', parts: [call] }
  return printed === undefined ? [asked] : [asked, toolMessage(id, printed)]
}

/** OpenHands' SDK: a message, a call with what was thought before, what a tool gave back. */
function readKindOfEvent(event: unknown): readonly Message[] | undefined {
  const kind = textField(event, 'kind')
  const callId = filledText(field(event, 'tool_call_id'))
  if (kind === 'MessageEvent' && isMessage(field(event, 'llm_message'))) {
    return [readMessage(field(event, 'llm_message'))]
  }
  if (kind === 'ActionEvent') {
    const call = field(event, 'tool_call')
    const name = filledText(field(event, 'tool_name')) ?? textField(call, 'name') ?? 'unknown'
    const input = inputText(field(call, 'arguments') ?? field(event, 'action'))
    const thoughts = readParts(field(event, 'thought')).flatMap((part) =>
      part.kind === 'text' ? thoughtOf(part.text) : [part],
    )
    return [
      { role: 'assistant', parts: [...thoughts, { kind: 'toolCall', id: callId, name, input }] },
    ]
  }
  if (kind !== 'ObservationEvent') return undefined
  const seen = field(event, 'observation')
  return [toolMessage(callId, hasField(seen, 'content') ? field(seen, 'content') : seen)]
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
