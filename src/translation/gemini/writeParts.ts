// Parts of a message become parts of Gemini's contents.
import { callInput } from '../callInput.ts'
import type { fitter } from '../ids.ts'
import type { Raw } from '../jsonNode.ts'
import { typeOf } from '../media.ts'
import type { MediaPart, Part, ResultPart } from '../neutral.ts'
import type { Notes } from '../notes.ts'
import { array, object, quote } from '../writeJson.ts'

type Fit = ReturnType<typeof fitter>

/** `names`: those of calls by their ids, which results have to say. */
export function writeParts(
  parts: readonly Part[],
  names: ReadonlyMap<Raw, Raw>,
  toolName: Fit,
  notes: Notes,
): readonly Raw[] {
  return parts.flatMap((part) => writePart(part, names, toolName, notes) ?? [])
}

function writePart(
  part: Part,
  names: ReadonlyMap<Raw, Raw>,
  toolName: Fit,
  notes: Notes,
): Raw | undefined {
  switch (part.kind) {
    case 'text':
      return object([['text', part.text]])
    case 'refusal':
      notes.add('refusal-as-text', {}, part.at)
      return object([['text', part.text]])
    case 'media':
      return writeMedia(part, notes)
    case 'call': {
      const call = object([
        ['id', part.id],
        ['name', toolName(part.name)],
        ['args', callInput(part, notes)],
      ])
      return object([['functionCall', call]])
    }
    case 'result':
      return writeResult(part, toolName(names.get(part.callId) ?? '"unknown"'), notes)
  }
}

function writeResult(result: ResultPart, name: Raw, notes: Notes): Raw {
  const texts = result.parts.flatMap((part) => (part.kind === 'text' ? part.text : []))
  for (const part of result.parts) {
    if (part.kind === 'media') {
      notes.add('media-dropped', { type: part.media }, part.at)
    }
  }
  const [only] = texts
  const content = texts.length === 1 ? only : texts.length === 0 ? '""' : array(texts)
  // An object is its own response; `output` and `error` are the names of anything else.
  const response = result.json ?? object([[result.isError ? 'error' : 'output', content]])
  const written = object([
    ['id', result.callId],
    ['name', name],
    ['response', response],
  ])
  return object([['functionResponse', written]])
}

function writeMedia(part: MediaPart, notes: Notes): Raw | undefined {
  const { source, detail } = part
  if (source.kind === 'text') return object([['text', `"${source.data}"`]])
  if (source.kind === 'id') {
    notes.add('file-id-dropped', {}, part.at)
    return undefined
  }
  if (source.kind === 'url' && !/^"(?:https|gs):/.test(source.url)) {
    notes.add('media-link-dropped', {}, part.at)
    return undefined
  }
  const { type, isGuessed } = typeOf(part)
  if (isGuessed) notes.add('media-type-guessed', { type }, part.at)
  if (detail !== undefined && detail !== '"auto"') {
    const at = part.at.get('detail') ?? part.at.get('image_url')?.get('detail') ?? part.at
    notes.field('field-dropped', at)
  }
  const mimeType = quote(type)
  if (source.kind === 'base64') {
    const blob = object([
      ['mimeType', mimeType],
      ['data', `"${source.data}"`],
    ])
    return object([['inlineData', blob]])
  }
  const file = object([
    ['mimeType', mimeType],
    ['fileUri', source.url],
  ])
  return object([['fileData', file]])
}
