// The content of a line as people read it.
import type { AnswerReading } from '../answerReading.ts'
import { type Message, verbatim } from '../../i18n/message.ts'
import { previewText } from '../preview.ts'
import { readAnswer, readRequest } from '../readRecord.ts'
import type { RequestReading } from '../requestReading.ts'
import type { Content, OpenSource } from './openPairing.ts'

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** Bytes of a text that a preview is made of when the line cannot be parsed. */
const PREVIEWED_BYTES = 4096

export function textOf({ bytes }: Content): string {
  return utf8.decode(bytes)
}

/** The value of a whole line; undefined for one that is cut, or no JSON. */
export function parseLine(content: Content): unknown {
  if (content.isCut || content.bytes.length === 0) return undefined
  try {
    return JSON.parse(textOf(content))
  } catch {
    return undefined
  }
}

export function requestIn({ provider, keyPath }: OpenSource, content: Content) {
  const record = parseLine(content)
  return record === undefined ? undefined : readRequest(provider, record, keyPath)
}

export function answerIn({ provider, keyPath }: OpenSource, content: Content) {
  const record = parseLine(content)
  return record === undefined ? undefined : readAnswer(provider, record, keyPath)
}

/** One line for the table: what was asked or answered, or else the line as it is. */
export function previewOf(
  content: Content,
  reading: RequestReading | AnswerReading | undefined,
): Message {
  if (content.failure) return content.failure.message
  if (!reading)
    return verbatim(previewText(utf8.decode(content.bytes.subarray(0, PREVIEWED_BYTES))))
  return 'promptPreview' in reading ? verbatim(reading.promptPreview) : reading.answerPreview
}
