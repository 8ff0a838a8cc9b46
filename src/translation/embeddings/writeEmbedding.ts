// A neutral request for embeddings becomes a body of OpenAI's, Mistral's or Gemini's.
import { formatPath } from '../../json/jsonPath.ts'
import type { WriteContext } from '../defineShape.ts'
import { writeExtras } from '../extras.ts'
import type { JsonNode, Raw } from '../jsonNode.ts'
import type { Embedding } from '../neutral.ts'
import type { Notes } from '../notes.ts'
import { MANY_INPUTS, NO_MESSAGES, TOKEN_INPUT } from '../refusals.ts'
import type { Refusal } from '../translation.ts'
import { array, object } from '../writeJson.ts'

/** `model`: as the line has it, if it does. */
export function writeEmbedding(
  request: Embedding,
  model: Raw | undefined,
  { isMistral }: { readonly isMistral: boolean },
  context: WriteContext,
): Raw | Refusal {
  const { notes } = context
  const { inputs, isList, encoding, user } = request
  const isText = inputs.every(({ kind }) => kind === 'string')
  if (isText && inputs.every(({ raw }) => raw === '""')) return NO_MESSAGES
  if (!isText && isMistral) return TOKEN_INPUT
  if (user && isMistral) notes.field('metadata-dropped', user)
  const texts = filled(inputs, notes).map(({ raw }) => raw)
  return object([
    ['model', model],
    ['input', isList ? array(texts) : texts[0]],
    [isMistral ? 'output_dimension' : 'dimensions', countOf(request.dimensions, notes)],
    ['encoding_format', encoding?.kind === 'string' ? encoding.raw : undefined],
    ['user', !isMistral && user?.kind === 'string' ? user.raw : undefined],
    ...writeExtras(request.extras, 'embeddings', context),
  ])
}

/** One content a line: several texts are no one text. */
export function writeGeminiEmbedding(
  request: Embedding,
  model: Raw | undefined,
  context: WriteContext,
): Raw | Refusal {
  const { notes } = context
  const [first] = request.inputs
  if (first?.kind !== 'string') return TOKEN_INPUT
  if (request.inputs.length > 1) return MANY_INPUTS
  if (request.encoding && request.encoding.string !== 'float') {
    notes.field('field-dropped', request.encoding)
  }
  if (request.user) notes.field('metadata-dropped', request.user)
  const parts = array([object([['text', first.raw]])])
  return object([
    ['model', model],
    ['content', object([['parts', parts]])],
    ['outputDimensionality', countOf(request.dimensions, notes)],
    ...writeExtras(request.extras, 'embeddings', context),
  ])
}

/** Empty texts are refused. */
function filled(inputs: readonly JsonNode[], notes: Notes): readonly JsonNode[] {
  return inputs.filter((node) => {
    if (node.raw !== '""') return true
    notes.add('empty-text-dropped', {}, node)
    return false
  })
}

function countOf(node: JsonNode | undefined, notes: Notes): Raw | undefined {
  if (node === undefined) return undefined
  const value = node.number ?? 0
  if (Number.isInteger(value) && value >= 1) return node.raw
  notes.add('value-unusable', { field: formatPath(node.path) }, node)
  return undefined
}
