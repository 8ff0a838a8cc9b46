// Content parts of OpenAI's APIs. Chat and Responses name theirs differently, and people mix them up,
// so one reader knows both; it also knows what look-alike servers add.
import type { Part } from '../../../pairing/conversation.ts'
import { textPart } from '../../../pairing/conversation.ts'
import { field, filledText, listOf, shownJson, textField } from '../../../pairing/jsonReading.ts'
import { anySource, inlineSource, mediaPart, urlSource } from '../../../pairing/media.ts'

/** A message's content: a text, parts, or nothing. */
export function readContent(content: unknown): Part[] {
  if (typeof content === 'string') return content === '' ? [] : [textPart(content)]
  return listOf(content).map(readPart)
}

function readPart(part: unknown): Part {
  if (typeof part === 'string') return textPart(part)
  const type = textField(part, 'type') ?? (textField(part, 'text') === undefined ? '' : 'text')
  return PART_READERS.get(type)?.(part) ?? otherPart(type, part)
}

export function otherPart(type: string, value: unknown): Part {
  return { kind: 'other', type: type === '' ? 'unknown' : type, text: shownJson(value) }
}

/** Thoughts come as a text or as parts of text. */
export function reasoningPart(thought: unknown): Part | undefined {
  const text =
    typeof thought === 'string'
      ? thought
      : listOf(thought)
          .map((part) => textField(part, 'text') ?? '')
          .filter((line) => line !== '')
          .join('\n')
  return text === '' ? undefined : { kind: 'reasoning', text }
}

function textOfPart(part: unknown): Part | undefined {
  const text = textField(part, 'text')
  return text === undefined ? undefined : textPart(text)
}

function refusalOfPart(part: unknown): Part | undefined {
  const text = textField(part, 'refusal')
  return text === undefined ? undefined : { kind: 'refusal', text }
}

/** `{"image_url":{"url":…}}` in chat, `{"image_url":"…"}` in Responses. */
function urlOf(holder: unknown): unknown {
  return typeof holder === 'string' ? holder : field(holder, 'url')
}

function imageOfPart(part: unknown): Part {
  return mediaPart(
    'image',
    anySource(undefined, urlOf(field(part, 'image_url')), field(part, 'file_id')),
  )
}

function audioOfPart(part: unknown): Part {
  const audio = field(part, 'input_audio')
  const data = filledText(field(audio, 'data'))
  return mediaPart(
    'audio',
    data === undefined
      ? urlSource(urlOf(field(part, 'audio_url')))
      : inlineSource(filledText(field(audio, 'format')), data),
  )
}

function fileOfPart(part: unknown): Part {
  const file = field(part, 'file') ?? part
  const data = filledText(field(file, 'file_data'))
  const source = data === undefined ? undefined : dataSource(data)
  return mediaPart(
    'file',
    anySource(source, field(file, 'file_url'), field(file, 'file_id')),
    filledText(field(file, 'filename')),
  )
}

/** `file_data` is a data: URL by the guides and bare base64 in many programs. */
function dataSource(data: string) {
  return /^data:/i.test(data.slice(0, 5)) ? urlSource(data) : inlineSource(undefined, data)
}

const PART_READERS: ReadonlyMap<string, (part: unknown) => Part | undefined> = new Map([
  ['text', textOfPart],
  ['input_text', textOfPart],
  ['output_text', textOfPart],
  ['refusal', refusalOfPart],
  ['image_url', imageOfPart],
  ['input_image', imageOfPart],
  ['input_audio', audioOfPart],
  ['audio_url', audioOfPart],
  ['file', fileOfPart],
  ['input_file', fileOfPart],
  ['video_url', (part) => mediaPart('video', urlSource(urlOf(field(part, 'video_url'))))],
  ['thinking', (part) => reasoningPart(field(part, 'thinking'))],
])
