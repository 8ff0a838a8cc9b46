// Records of Bedrock's batches: the keys of a body tell whose it is, since nothing else does.
import type { SourceLine } from './defineShape.ts'
import { isAnswer, readEnvelope } from './envelope.ts'
import type { JsonNode } from './jsonNode.ts'

export type BedrockBody = 'messages' | 'converse' | 'chat'

const OF_CONVERSE = [
  'inferenceConfig',
  'toolConfig',
  'outputConfig',
  'additionalModelRequestFields',
]
// `top_k` is none of them: servers of open models take it in chat bodies.
const OF_MESSAGES = ['system', 'stop_sequences', 'thinking']

/** undefined for other lines, and for models with a prompt alone. */
export function bedrockBodyOf(line: JsonNode): BedrockBody | undefined {
  const body = line.get('modelInput')
  const messages = body?.get('messages')
  if (body === undefined || messages?.kind !== 'array' || isAnswer(line)) return undefined
  if (body.get('anthropic_version')) return 'messages'
  if (OF_CONVERSE.some((key) => body.get(key)) || hasBareBlocks(messages)) return 'converse'
  return OF_MESSAGES.some((key) => body.get(key)) ? 'messages' : 'chat'
}

/** Blocks without a type are of Converse alone. */
function hasBareBlocks(messages: JsonNode): boolean {
  return messages.items.some((message) => {
    const blocks = message.get('content')?.items ?? []
    return blocks.length > 0 && blocks.every((block) => block.get('type') === undefined)
  })
}

export function readRecord(line: JsonNode): SourceLine {
  return readEnvelope(line, 'modelInput', ['recordId'], [], 'modelId')
}
