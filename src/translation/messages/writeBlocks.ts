// Turns of a conversation become messages of Anthropic's, their parts blocks.
import { callInput } from '../callInput.ts'
import type { fitter } from '../ids.ts'
import type { Raw } from '../jsonNode.ts'
import { typeOf } from '../media.ts'
import type { MediaPart, Part, ResultPart } from '../neutral.ts'
import type { Notes } from '../notes.ts'
import type { SpokenTurn } from '../turns.ts'
import { array, arrayIfAny, object, quote } from '../writeJson.ts'

type Fit = ReturnType<typeof fitter>

export interface BlockFits {
  readonly callId: Fit
  readonly toolName: Fit
  /** Images and files may be links. */
  readonly hasLinks: boolean
}

export function writeMessageTurns(
  turns: readonly SpokenTurn[],
  fits: BlockFits,
  notes: Notes,
): readonly Raw[] {
  return turns.flatMap(({ role, parts, isPlain }) => {
    const [only] = parts
    const blocks = writeBlocks(resultsFirst(parts), fits, notes)
    if (blocks.length === 0) return []
    const isText = isPlain && parts.length === 1 && only?.kind === 'text'
    return object([
      ['role', quote(role)],
      ['content', isText ? only.text : array(blocks)],
    ])
  })
}

/** 400 for a message that has anything before the results of calls. */
function resultsFirst(parts: readonly Part[]): readonly Part[] {
  if (!parts.some(({ kind }) => kind === 'result')) return parts
  const results = parts.filter(({ kind }) => kind === 'result')
  return [...results, ...parts.filter(({ kind }) => kind !== 'result')]
}

export function writeBlocks(parts: readonly Part[], fits: BlockFits, notes: Notes): readonly Raw[] {
  return parts.flatMap((part) => writeBlock(part, fits, notes) ?? [])
}

function writeBlock(part: Part, fits: BlockFits, notes: Notes): Raw | undefined {
  switch (part.kind) {
    case 'text':
      if (part.text !== '""') return textBlock(part.text)
      notes.add('empty-text-dropped', {}, part.at)
      return undefined
    case 'refusal':
      notes.add('refusal-as-text', {}, part.at)
      return textBlock(part.text)
    case 'media':
      return writeMedia(part, fits, notes)
    case 'call':
      return object([
        ['type', '"tool_use"'],
        ['id', fits.callId(part.id, part.at)],
        ['name', fits.toolName(part.name)],
        ['input', callInput(part, notes)],
      ])
    case 'result':
      return writeResult(part, fits, notes)
  }
}

function textBlock(text: Raw): Raw {
  return object([
    ['type', '"text"'],
    ['text', text],
  ])
}

function writeResult(result: ResultPart, fits: BlockFits, notes: Notes): Raw {
  const [only] = result.parts
  const isText = result.isPlain && result.parts.length === 1 && only?.kind === 'text'
  const blocks = isText ? undefined : arrayIfAny(writeBlocks(result.parts, fits, notes))
  return object([
    ['type', '"tool_result"'],
    ['tool_use_id', fits.callId(result.callId)],
    ['content', result.json === undefined ? (isText ? only.text : blocks) : quote(result.json)],
    ['is_error', result.isError ? 'true' : undefined],
  ])
}

const IMAGES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp']

function writeMedia(part: MediaPart, { hasLinks }: BlockFits, notes: Notes): Raw | undefined {
  const { media, source, name, detail } = part
  const { type, isGuessed } = typeOf(part)
  const isText = source.kind === 'text'
  const isKnown = media === 'image' ? IMAGES.includes(type) : isText || type === 'application/pdf'
  if (media === 'audio' || media === 'video' || (source.kind === 'base64' && !isKnown)) {
    notes.add('media-dropped', { type }, part.at)
    return undefined
  }
  if (source.kind === 'url' && !(hasLinks && /^"https?:/.test(source.url))) {
    notes.add('media-link-dropped', {}, part.at)
    return undefined
  }
  if (source.kind === 'id') {
    notes.add('file-id-dropped', {}, part.at)
    return undefined
  }
  if (isGuessed && source.kind === 'base64') notes.add('media-type-guessed', { type }, part.at)
  if (detail !== undefined && detail !== '"auto"') {
    const at = part.at.get('detail') ?? part.at.get('image_url')?.get('detail') ?? part.at
    notes.field('field-dropped', at)
  }
  return object([
    ['type', media === 'image' ? '"image"' : '"document"'],
    ['source', sourceOf(source, type)],
    ['title', media === 'image' ? undefined : name],
  ])
}

function sourceOf(source: MediaPart['source'], type: string): Raw {
  if (source.kind === 'url') {
    return object([
      ['type', '"url"'],
      ['url', source.url],
    ])
  }
  return object([
    ['type', source.kind === 'text' ? '"text"' : '"base64"'],
    ['media_type', quote(type)],
    ['data', source.kind === 'id' ? undefined : `"${source.data}"`],
  ])
}
