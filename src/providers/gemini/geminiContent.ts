// Bodies of Gemini's generateContent and embedContent. The API takes both camelCase and snake_case,
// and programs in Python write the latter, so every name is looked for in both.
import { GEMINI_ENDINGS } from '../../pairing/answerEndings.ts'
import { answerOf } from '../../pairing/answerReading.ts'
import type { Answer } from '../../pairing/answerReading.ts'
import { textPart } from '../../pairing/conversation.ts'
import type { Message, Part } from '../../pairing/conversation.ts'
import {
  countField,
  exactJson,
  field,
  filledText,
  hasField,
  listOf,
  textField,
} from '../../pairing/jsonReading.ts'
import { inlineSource, mediaKindOf, mediaPart, urlSource } from '../../pairing/media.ts'
import type { TokenLimit, WantsJson } from '../../pairing/requestReading.ts'
import { tokenCounts } from '../../pairing/usage.ts'
import type { TokenCounts } from '../../pairing/usage.ts'
import { byIndex, endingOf, limitIn } from '../../pairing/bodyReading.ts'
import type { AnswerBody, RequestBody } from '../../pairing/bodyReading.ts'
import { measure } from '../openai/bodies/embeddings.ts'
import { geminiSchemaToJsonSchema } from './geminiSchema.ts'
import { otherPart } from '../openai/bodies/openaiParts.ts'

/** Whether a line that has a key of another provider is Gemini's all the same. */
export function isOfGemini(record: unknown): boolean {
  return (
    Array.isArray(field(field(record, 'request'), 'contents')) ||
    (hasField(record, 'request') && Array.isArray(field(field(record, 'response'), 'candidates')))
  )
}

export function readGenerateRequest(request: unknown): RequestBody {
  const model = textField(request, 'model')
  if (hasField(request, 'content')) {
    const message = readMessage(field(request, 'content'))
    return { isConversation: false, model, conversation: [message], inputCount: 1 }
  }
  const system = readMessage(either(request, 'systemInstruction'), 'system')
  const contents = field(request, 'contents')
  const messages = (Array.isArray(contents) ? contents : [contents ?? []].flat()).map((content) =>
    readMessage(content),
  )
  return {
    isConversation: true,
    model,
    conversation: system.parts.length === 0 ? messages : [system, ...messages],
    wantsJson: readFormat(either(request, 'generationConfig')),
    tokenLimit: readLimit(request),
  }
}

/** `generationConfig`, or `generation_config` where only that is there. */
function either(value: unknown, name: string): unknown {
  return field(value, name) ?? field(value, snakeCase(name))
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function readLimit(request: unknown): TokenLimit {
  const isSnake = hasField(request, 'generation_config')
  return limitIn(
    request,
    isSnake ? ['max_output_tokens', 'maxOutputTokens'] : ['maxOutputTokens', 'max_output_tokens'],
    [isSnake ? 'generation_config' : 'generationConfig'],
  )
}

function readFormat(config: unknown): WantsJson | undefined {
  const jsonSchema = either(config, 'responseJsonSchema')
  if (jsonSchema !== undefined) return { schema: jsonSchema, isStrict: true }
  const schema = either(config, 'responseSchema')
  if (schema !== undefined) return { schema: geminiSchemaToJsonSchema(schema), isStrict: true }
  const isJson = either(config, 'responseMimeType') === 'application/json'
  return isJson ? { schema: undefined, isStrict: false } : undefined
}

/** Content with parts; a bare text is one, too. Without a role it is the user's. */
function readMessage(content: unknown, role?: string): Message {
  if (typeof content === 'string') return { role: role ?? 'user', parts: [textPart(content)] }
  const parts = field(content, 'parts')
  const said = textField(content, 'role')
  return {
    role: role ?? (said === 'model' ? 'assistant' : (said ?? 'user')),
    parts: (Array.isArray(parts) ? parts : parts === undefined ? [] : [parts]).map(readPart),
  }
}

function readPart(part: unknown): Part {
  const text = typeof part === 'string' ? part : textField(part, 'text')
  if (text !== undefined) {
    return field(part, 'thought') === true ? { kind: 'reasoning', text } : textPart(text)
  }
  const inline = either(part, 'inlineData')
  const file = either(part, 'fileData')
  if (inline !== undefined || file !== undefined) return readMedia(inline, file)
  const call = either(part, 'functionCall')
  if (call !== undefined) {
    return {
      kind: 'toolCall',
      id: filledText(field(call, 'id')),
      name: textField(call, 'name') ?? 'unknown',
      input: exactJson(field(call, 'args')) ?? '',
    }
  }
  const result = either(part, 'functionResponse')
  if (result === undefined) return otherPart('part', part)
  return {
    kind: 'toolResult',
    callId: filledText(field(result, 'id')) ?? filledText(field(result, 'name')),
    parts: [otherPart('response', field(result, 'response') ?? null)],
  }
}

function readMedia(inline: unknown, file: unknown): Part {
  const mediaType = filledText(either(inline ?? file, 'mimeType'))
  const data = textField(inline, 'data')
  return mediaPart(
    mediaKindOf(mediaType),
    data === undefined ? urlSource(either(file, 'fileUri')) : inlineSource(mediaType, data),
    filledText(either(inline ?? file, 'displayName')),
  )
}

export function readGenerateAnswer(response: unknown): AnswerBody {
  return {
    model: filledText(either(response, 'modelVersion')),
    answers: readAnswers(response),
    usage: readUsage(either(response, 'usageMetadata')),
  }
}

function readAnswers(response: unknown): Answer[] {
  const candidates = byIndex(listOf(field(response, 'candidates')))
  if (candidates.length > 0) return candidates.map(readCandidate)
  const vectors = [field(response, 'embedding'), ...listOf(field(response, 'embeddings'))]
  const embeddings = measure(vectors.map((vector) => field(vector, 'values')))
  if (embeddings) return [answerOf({ parts: [], embeddings, ending: 'complete' })]
  // A prompt that was blocked gets no candidates at all.
  const reason = filledText(either(either(response, 'promptFeedback'), 'blockReason'))
  return reason === undefined
    ? []
    : [answerOf({ parts: [], finishReason: reason, ending: 'filtered' })]
}

function readCandidate(candidate: unknown): Answer {
  const { parts } = readMessage(field(candidate, 'content'))
  return answerOf({ parts, ...endingOf(GEMINI_ENDINGS, either(candidate, 'finishReason')) })
}

/** Thoughts are billed as output and counted beside the candidates. */
function readUsage(usage: unknown): TokenCounts | undefined {
  const count = (name: string) => countField(usage, name) ?? countField(usage, snakeCase(name))
  const prompt = count('promptTokenCount')
  const candidates = count('candidatesTokenCount')
  const thoughts = count('thoughtsTokenCount')
  const hasOutput = candidates !== undefined || thoughts !== undefined
  return tokenCounts({
    // Results of tools that the model read are input, counted apart.
    prompt: prompt === undefined ? undefined : prompt + (count('toolUsePromptTokenCount') ?? 0),
    cached: count('cachedContentTokenCount'),
    completion: hasOutput ? (candidates ?? 0) + (thoughts ?? 0) : undefined,
    reasoning: thoughts,
    total: count('totalTokenCount'),
  })
}
