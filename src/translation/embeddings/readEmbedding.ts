// A body that asks for embeddings, of OpenAI's, Mistral's or Gemini's, becomes a neutral request.
import type { JsonNode } from '../jsonNode.ts'
import type { Embedding } from '../neutral.ts'
import type { Notes } from '../notes.ts'
import { NO_MESSAGES } from '../refusals.ts'
import type { Refusal } from '../translation.ts'

const KNOWN = new Set([
  'model',
  'input',
  'inputs',
  'dimensions',
  'output_dimension',
  'encoding_format',
  'user',
])

/** Of OpenAI and those like it. */
export function readEmbedding(body: JsonNode): Embedding | Refusal {
  const input = body.get('input') ?? body.get('inputs')
  if (input === undefined) return NO_MESSAGES
  const dimensions = body.get('dimensions') ?? body.get('output_dimension')
  const encoding = body.get('encoding_format')
  const user = body.get('user')
  const isList = input.kind === 'array'
  const inputs = isList ? input.items : [input]
  if (inputs.length === 0) return NO_MESSAGES
  return {
    kind: 'embedding',
    input,
    inputs,
    isList,
    ...(dimensions && { dimensions }),
    ...(encoding && { encoding }),
    ...(user && { user }),
    extras: othersOf(body, KNOWN),
  }
}

const OF_GEMINI = new Set(['model', 'content', 'outputDimensionality', 'output_dimensionality'])

/** Of Gemini's embedContent, which embeds one content. */
export function readGeminiEmbedding(body: JsonNode, notes: Notes): Embedding | Refusal {
  const content = body.get('content')
  const parts = content?.get('parts')
  const listed = parts?.kind === 'array' ? parts.items : parts ? [parts] : content ? [content] : []
  const texts = listed.flatMap((part) => {
    const text = part.kind === 'string' ? part : part.get('text')
    if (text?.kind === 'string') return text
    const type = String(part.members[0]?.step ?? part.kind)
    notes.add('part-dropped', { type }, part)
    return []
  })
  const [first] = texts
  if (first === undefined) return NO_MESSAGES
  const dimensions = body.get('outputDimensionality') ?? body.get('output_dimensionality')
  return {
    kind: 'embedding',
    input: first,
    inputs: texts,
    isList: texts.length > 1,
    ...(dimensions && { dimensions }),
    extras: othersOf(body, OF_GEMINI),
  }
}

function othersOf(body: JsonNode, known: ReadonlySet<string>): readonly JsonNode[] {
  return body.members.filter(({ step, kind }) => !known.has(String(step)) && kind !== 'null')
}
