// Bodies of /v1/embeddings. The numbers stay in the line: what is said of them is how many there are
// and how long the vector is.
import { answerOf } from '../../../pairing/answerReading.ts'
import type { Embeddings } from '../../../pairing/answerReading.ts'
import { textPart } from '../../../pairing/conversation.ts'
import type { Message, Part } from '../../../pairing/conversation.ts'
import { field, listOf, textField } from '../../../pairing/jsonReading.ts'
import type { AnswerBody, RequestBody } from '../../../pairing/bodyReading.ts'
import { byIndex } from '../../../pairing/bodyReading.ts'
import { otherPart } from './openaiParts.ts'
import { readOpenAiUsage } from './openaiUsage.ts'

export function readEmbeddingsRequest(body: unknown): RequestBody {
  const parts = readTexts(field(body, 'input'))
  return {
    isConversation: false,
    model: textField(body, 'model'),
    conversation: userMessage(parts),
    inputCount: parts.length,
  }
}

export function userMessage(parts: readonly Part[]): Message[] {
  return parts.length === 0 ? [] : [{ role: 'user', parts }]
}

/** One part for each text: a text, several, the tokens of one, or of several. */
export function readTexts(input: unknown): Part[] {
  if (typeof input === 'string') return [textPart(input)]
  const items = listOf(input)
  if (items.length > 0 && items.every((item) => typeof item === 'number')) {
    return [{ kind: 'tokens', count: items.length }]
  }
  return items.map((item) => {
    if (typeof item === 'string') return textPart(item)
    return Array.isArray(item) ? { kind: 'tokens', count: item.length } : otherPart('input', item)
  })
}

export function readEmbeddingsAnswer(body: unknown): AnswerBody {
  const vectors = byIndex(listOf(field(body, 'data'))).map((item) => field(item, 'embedding'))
  return {
    model: textField(body, 'model'),
    answers: [answerOf({ parts: [], embeddings: measure(vectors), ending: 'complete' })],
    usage: readOpenAiUsage(field(body, 'usage')),
  }
}

/** `vectors`: lists of numbers, or base64 of little-endian 32-bit floats. */
export function measure(vectors: readonly unknown[]): Embeddings | undefined {
  const readable = vectors.filter((vector) => typeof vector === 'string' || Array.isArray(vector))
  const [first] = readable
  if (first === undefined) return undefined
  const numbers = typeof first === 'string' ? decodeFloats(first) : listOf(first)
  let squares = 0
  for (const value of numbers) squares += typeof value === 'number' ? value * value : Number.NaN
  return { count: readable.length, dimensions: numbers.length, norm: Math.sqrt(squares) }
}

function decodeFloats(base64: string): Float32Array {
  let binary: string
  try {
    binary = atob(base64)
  } catch {
    return new Float32Array(0)
  }
  const view = new DataView(new ArrayBuffer(binary.length))
  for (let i = 0; i < binary.length; i++) view.setUint8(i, binary.charCodeAt(i))
  return Float32Array.from({ length: Math.floor(binary.length / 4) }, (_, i) =>
    view.getFloat32(4 * i, true),
  )
}
