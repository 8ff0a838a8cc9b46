// A line as a conversation: by the provider whose line it is, or else by its shape.
import { shortText } from '../base/cutText.ts'
import type {
  NoTranscript,
  OtherMember,
  Transcript,
  TranscriptMessage,
  TranscriptSection,
} from '../contracts/transcript.ts'
import { isObject } from '../json/jsonPath.ts'
import type { Part } from '../pairing/conversation.ts'
import { shownJson } from '../pairing/jsonReading.ts'
import { recogniseLine } from '../pairing/recogniseLines.ts'
import { answersOf, CONVERSATION_KEYS, modelIn, readShapes, sections } from './readShapes.ts'

/** Code units of a role that are kept: hostile files have long ones. */
const ROLE_LIMIT = 100

/** Other members of the line that are told, and the code units that are kept of each. */
const OTHERS = 24
const OTHER_LIMIT = 500

/** Results within results that are read; deeper ones are shown as JSON. */
const DEPTH = 6

/** Takes the text of a whole line, with or without a byte order mark. Never throws. */
export function readTranscript(text: string): Transcript | NoTranscript {
  const json = text.startsWith('\ufeff') ? text.slice(1) : text
  if (json.trim() === '') return { kind: 'blank' }
  let record: unknown
  try {
    record = JSON.parse(json)
  } catch {
    return { kind: 'notJson' }
  }
  try {
    return transcriptOf(record)
  } catch (error) {
    // The stack ends: readers follow results into results.
    if (error instanceof RangeError) return { kind: 'tooDeep' }
    throw error
  }
}

function transcriptOf(record: unknown): Transcript | NoTranscript {
  const known = readKnown(record)
  const found = known && known.sections.length > 0 ? known.sections : readShapes(record)
  const failure = known?.failure
  if (found.length === 0 && !failure) return { kind: 'noConversation' }
  const model = known?.model ?? modelIn(record)
  return {
    kind: 'conversation',
    ...(model !== undefined && { model: shortText(model, ROLE_LIMIT) }),
    ...(failure && { failure }),
    sections: found.map(bounded),
    others: othersOf(record),
  }
}

interface Known {
  readonly sections: readonly TranscriptSection[]
  readonly model: string | undefined
  readonly failure?: Transcript['failure']
}

/** What the provider says whose request or result the line is. */
function readKnown(record: unknown): Known | undefined {
  const line = recogniseLine(record)
  if (!line) return undefined
  const { provider, role } = line
  // Some give the request back with its answer.
  const { conversation, model } = provider.readRequest(record)
  const asked = sections('messages', conversation)
  if (role === 'request') return { sections: asked, model }
  const answer = provider.readAnswer(record)
  const read = { sections: [...asked, ...answersOf(answer.answers)], model: answer.model ?? model }
  if (answer.isSuccess) return read
  const { errorCode: code, errorMessage: message } = answer
  return {
    ...read,
    failure: { ...(code !== undefined && { code }), ...(message !== undefined && { message }) },
  }
}

function bounded(section: TranscriptSection): TranscriptSection {
  return { ...section, messages: section.messages.map(boundedMessage) }
}

function boundedMessage(message: TranscriptMessage): TranscriptMessage {
  return {
    ...message,
    role: shortText(message.role, ROLE_LIMIT),
    parts: message.parts.map((part) => boundedPart(part, 0)),
  }
}

function boundedPart(part: Part, depth: number): Part {
  if (part.kind !== 'toolResult') return part
  if (depth >= DEPTH) return { kind: 'other', type: 'tool_result', text: shownJson(part) }
  return { ...part, parts: part.parts.map((inner) => boundedPart(inner, depth + 1)) }
}

function othersOf(record: unknown): readonly OtherMember[] {
  if (!isObject(record)) return []
  return Object.entries(record)
    .filter(([name, value]) => !CONVERSATION_KEYS.has(name) && value !== null)
    .slice(0, OTHERS)
    .map(([name, value]) => ({
      name: shortText(name, ROLE_LIMIT),
      text: shortText(typeof value === 'string' ? value : shownJson(value), OTHER_LIMIT),
    }))
}
