// Parts of the content of chat messages, as OpenAI and Mistral have them.
import type { JsonNode } from '../jsonNode.ts'
import { inside, typeOfExtension, urlSource } from '../media.ts'
import type { MediaKind, MediaSource, Part } from '../neutral.ts'
import type { Notes } from '../notes.ts'

const OF_TEXT = new Set(['type', 'text'])

/** undefined for parts that no other shape has; they are noted. */
export function readChatPart(part: JsonNode, notes: Notes): Part | undefined {
  const type = part.get('type')?.string ?? part.kind
  switch (type) {
    case 'text': {
      const text = part.get('text')
      if (text?.kind !== 'string') break
      notes.others(part, OF_TEXT)
      return { kind: 'text', text: text.raw, at: part }
    }
    case 'refusal': {
      const refusal = part.get('refusal')
      if (refusal?.kind !== 'string') break
      return { kind: 'refusal', text: refusal.raw, at: part }
    }
    case 'image_url': {
      const holder = part.get('image_url')
      const url = holder?.kind === 'string' ? holder : holder?.get('url')
      if (url?.kind !== 'string') break
      const detail = holder?.get('detail')
      const source = urlSource(url)
      return { ...media('image', source, part), ...(detail && { detail: detail.raw }) }
    }
    case 'input_audio': {
      const source = readAudio(part.get('input_audio'))
      if (source === undefined) break
      return media('audio', source, part)
    }
    case 'file':
    case 'document_url': {
      const found = readFile(part)
      if (found === undefined) break
      return found
    }
    case 'thinking':
      notes.add('reasoning-dropped', {}, part)
      return undefined
    default:
  }
  notes.add('part-dropped', { type }, part)
  return undefined
}

function media(kind: MediaKind, source: MediaSource, at: JsonNode): Part & { kind: 'media' } {
  return { kind: 'media', media: kind, source, at }
}

/** OpenAI has data and format, Mistral a link, a data URL or base64 alone. */
function readAudio(holder: JsonNode | undefined): MediaSource | undefined {
  const data = holder?.get('data')
  if (data?.kind === 'string') {
    const format = holder?.get('format')?.string ?? 'wav'
    return { kind: 'base64', mediaType: typeOfExtension('audio', format), data: inside(data.raw) }
  }
  if (holder?.kind !== 'string') return undefined
  const source = urlSource(holder)
  const isLink = source.kind === 'url' && /^"(?:https?|file):/.test(source.url)
  return source.kind === 'base64' || isLink
    ? source
    : { kind: 'base64', mediaType: '', data: inside(holder.raw) }
}

function readFile(part: JsonNode): Part | undefined {
  const holder = part.get('file') ?? part
  const name = holder.get('filename') ?? holder.get('document_name')
  const named = name?.kind === 'string' ? { name: name.raw } : {}
  const content = holder.get('file_data') ?? holder.get('document_url')
  if (content?.kind === 'string') return { ...media('file', urlSource(content), part), ...named }
  const id = holder.get('file_id')
  if (id?.kind !== 'string') return undefined
  return { ...media('file', { kind: 'id', id: id.raw }, part), ...named }
}
