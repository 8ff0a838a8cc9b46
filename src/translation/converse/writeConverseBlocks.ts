// Parts of a message become blocks of Converse.
import { callInput } from '../callInput.ts'
import { hashText } from '../ids.ts'
import type { fitter } from '../ids.ts'
import type { Raw } from '../jsonNode.ts'
import { extensionOf, typeOf } from '../media.ts'
import type { MediaKind, MediaPart, Part, ResultPart } from '../neutral.ts'
import type { Notes } from '../notes.ts'
import { array, object, quote } from '../writeJson.ts'

type Fit = ReturnType<typeof fitter>

export function writeConverseBlocks(
  parts: readonly Part[],
  callId: Fit,
  toolName: Fit,
  notes: Notes,
): readonly Raw[] {
  return parts.flatMap((part) => writeBlock(part, callId, toolName, notes) ?? [])
}

function writeBlock(part: Part, callId: Fit, toolName: Fit, notes: Notes): Raw | undefined {
  switch (part.kind) {
    case 'text':
      if (part.text !== '""') return object([['text', part.text]])
      notes.add('empty-text-dropped', {}, part.at)
      return undefined
    case 'refusal':
      notes.add('refusal-as-text', {}, part.at)
      return object([['text', part.text]])
    case 'media':
      return writeMedia(part, notes)
    case 'call': {
      const call = object([
        ['toolUseId', callId(part.id, part.at)],
        ['name', toolName(part.name)],
        ['input', callInput(part, notes)],
      ])
      return object([['toolUse', call]])
    }
    case 'result':
      return writeResult(part, callId, toolName, notes)
  }
}

function writeResult(result: ResultPart, callId: Fit, toolName: Fit, notes: Notes): Raw {
  const blocks =
    result.json === undefined
      ? writeConverseBlocks(result.parts, callId, toolName, notes)
      : [object([['json', result.json]])]
  const written = object([
    ['toolUseId', callId(result.callId)],
    ['content', array(blocks)],
    ['status', result.isError ? '"error"' : undefined],
  ])
  return object([['toolResult', written]])
}

const KEYS: Readonly<Record<MediaKind, string>> = {
  image: 'image',
  audio: 'audio',
  video: 'video',
  file: 'document',
}

const FORMATS: Readonly<Record<MediaKind, readonly string[]>> = {
  image: ['png', 'jpeg', 'gif', 'webp'],
  audio: ['mp3', 'wav'],
  video: ['mp4'],
  file: ['pdf', 'csv', 'doc', 'docx', 'xls', 'xlsx', 'html', 'txt', 'md'],
}

function writeMedia(part: MediaPart, notes: Notes): Raw | undefined {
  const { media, source, name, detail } = part
  if (source.kind === 'id') {
    notes.add('file-id-dropped', {}, part.at)
    return undefined
  }
  if (source.kind === 'url' && !source.url.startsWith('"s3:')) {
    notes.add('media-link-dropped', {}, part.at)
    return undefined
  }
  const { type, isGuessed } = typeOf(part)
  const format = extensionOf(type)
  if (format === undefined || !FORMATS[media].includes(format)) {
    notes.add('media-dropped', { type }, part.at)
    return undefined
  }
  if (isGuessed) notes.add('media-type-guessed', { type }, part.at)
  if (detail !== undefined && detail !== '"auto"') {
    const at = part.at.get('detail') ?? part.at.get('image_url')?.get('detail') ?? part.at
    notes.field('field-dropped', at)
  }
  const holder = object([
    ['format', quote(format)],
    ['name', media === 'file' ? documentName(name, source) : undefined],
    ['source', sourceOf(source)],
  ])
  return object([[KEYS[media], holder]])
}

/** A name is demanded, of letters, digits, single spaces, hyphens and brackets. */
function documentName(name: Raw | undefined, source: MediaPart['source']): Raw {
  const text = name === undefined ? '' : (JSON.parse(name) as string)
  const plain = text
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replaceAll(/[^A-Za-z0-9()[\]-]+/g, ' ')
    .trim()
  if (plain !== '') return quote(plain)
  const seed = source.kind === 'base64' || source.kind === 'text' ? source.data.slice(0, 4096) : ''
  return quote(`document-${hashText(seed, 6)}`)
}

function sourceOf(source: MediaPart['source']): Raw {
  if (source.kind === 'base64') return object([['bytes', `"${source.data}"`]])
  if (source.kind === 'text') return object([['text', `"${source.data}"`]])
  const location = object([['uri', source.kind === 'url' ? source.url : undefined]])
  return object([['s3Location', location]])
}
