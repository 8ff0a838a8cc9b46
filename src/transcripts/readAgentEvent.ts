// Entries of the logs of coding agents that are not messages by their keys: OpenHands tells what happened as
// actions and observations, SWE-agent as steps, others by the types of their entries.
import { isObject } from '../json/jsonPath.ts'
import { type Message, type Part, textPart } from '../pairing/conversation.ts'
import { field, filledText, hasField, textField } from '../pairing/jsonReading.ts'
import { readCliEvent } from './readCliEvent.ts'
import { inputText, isMessage, readMessage, readParts } from './readMessage.ts'
import { readTrajectoryStep, readTypedEvent, toolMessage } from './readTypedEvent.ts'

/** Undefined for what is no such entry. */
export function readAgentEvent(value: unknown): readonly Message[] | undefined {
  if (!isObject(value)) return undefined
  return (
    readTypedEvent(value) ??
    readCliEvent(value) ??
    readAction(value) ??
    readObservation(value) ??
    readKindOfEvent(value) ??
    readStep(value) ??
    readTrajectoryStep(value)
  )
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
    const before = [...thoughtOf(field(event, 'reasoning_content')), ...thoughts]
    return [
      { role: 'assistant', parts: [...before, { kind: 'toolCall', id: callId, name, input }] },
    ]
  }
  if (kind === 'SystemPromptEvent') {
    const prompt = filledText(field(field(event, 'system_prompt'), 'text'))
    return prompt === undefined ? undefined : [{ role: 'system', parts: readParts(prompt) }]
  }
  if (kind === 'Condensation' || kind === 'CondensationSummaryEvent') {
    const summary = filledText(field(event, 'summary'))
    return summary === undefined ? undefined : [{ role: 'summary', parts: readParts(summary) }]
  }
  if (kind === 'AgentErrorEvent') return [toolMessage(callId, field(event, 'error'))]
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
  const content = field(entry, 'content')
  // Some that say nothing have told it apart.
  return [toolMessage(name, content === '' ? field(entry, 'extras') : content)]
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
