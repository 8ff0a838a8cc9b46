// The content of chat messages, in the dialect of OpenAI or of Mistral.
import type { Raw } from '../jsonNode.ts'
import { dataUrl, extensionOf, typeOf } from '../media.ts'
import type { MediaPart, Part } from '../neutral.ts'
import type { Notes } from '../notes.ts'
import { array, object } from '../writeJson.ts'
import type { ChatDialect } from './writeChat.ts'

interface Content {
  readonly parts: readonly Part[]
  readonly isPlain: boolean
}

/** undefined where nothing is left. `role`: of the target. */
export function writeContent(
  { parts, isPlain }: Content,
  role: string,
  dialect: ChatDialect,
  notes: Notes,
): Raw | undefined {
  const [only] = parts
  const said = parts.filter(({ kind }) => kind !== 'call' && kind !== 'result')
  if (isPlain && said.length === 1 && only?.kind === 'text') return only.text
  const written = said.flatMap((part) => writePart(part, role, dialect, notes) ?? [])
  return written.length === 0 ? undefined : array(written)
}

function writePart(part: Part, role: string, dialect: ChatDialect, notes: Notes): Raw | undefined {
  if (part.kind === 'text') return textPart(part.text)
  if (part.kind === 'refusal') {
    if (!dialect.isMistral && role === 'assistant') {
      return object([
        ['type', '"refusal"'],
        ['refusal', part.text],
      ])
    }
    notes.add('refusal-as-text', {}, part.at)
    return textPart(part.text)
  }
  if (part.kind !== 'media') return undefined
  const mayHaveMedia = role === 'user' || (role === 'tool' && dialect.hasMediaInResults)
  if (!mayHaveMedia || part.media === 'video') {
    notes.add('media-dropped', { type: part.media }, part.at)
    return undefined
  }
  return dialect.isMistral ? mistralMedia(part, notes) : openaiMedia(part, notes)
}

function textPart(text: Raw): Raw {
  return object([
    ['type', '"text"'],
    ['text', text],
  ])
}

function openaiMedia(part: MediaPart, notes: Notes): Raw | undefined {
  const { media, source, name, detail } = part
  if (source.kind === 'text') return textPart(`"${source.data}"`)
  if (media === 'image') {
    const url = linkOf(part, notes)
    if (url === undefined) return undefined
    const image = object([
      ['url', url],
      ['detail', detail],
    ])
    return object([
      ['type', '"image_url"'],
      ['image_url', image],
    ])
  }
  if (source.kind === 'url') {
    notes.add('media-link-dropped', {}, part.at)
    return undefined
  }
  if (media === 'audio') {
    const format = extensionOf(typeOf(part).type)
    if (source.kind !== 'base64' || (format !== 'wav' && format !== 'mp3')) {
      const type = typeOf(part).type
      notes.add('media-dropped', { type }, part.at)
      return undefined
    }
    const audio = object([
      ['data', `"${source.data}"`],
      ['format', `"${format}"`],
    ])
    return object([
      ['type', '"input_audio"'],
      ['input_audio', audio],
    ])
  }
  const file = object([
    ['filename', name],
    ['file_data', source.kind === 'base64' ? dataUrl(typeOf(part).type, source.data) : undefined],
    ['file_id', source.kind === 'id' ? source.id : undefined],
  ])
  return object([
    ['type', '"file"'],
    ['file', file],
  ])
}

/** A link or a data URL; undefined for a file that is somewhere else. */
function linkOf(part: MediaPart, notes: Notes): Raw | undefined {
  const { source } = part
  if (source.kind === 'url' && /^"(?:https?:|data:)/.test(source.url)) return source.url
  if (source.kind === 'base64') {
    const { type, isGuessed } = typeOf(part)
    if (isGuessed) notes.add('media-type-guessed', { type }, part.at)
    return dataUrl(type, source.data)
  }
  if (source.kind === 'url') notes.add('media-link-dropped', {}, part.at)
  else notes.add('file-id-dropped', {}, part.at)
  return undefined
}

function mistralMedia(part: MediaPart, notes: Notes): Raw | undefined {
  const { media, source, name, detail } = part
  if (source.kind === 'text') return textPart(`"${source.data}"`)
  const url = linkOf(part, notes)
  if (url === undefined) return undefined
  if (media === 'audio') {
    return object([
      ['type', '"input_audio"'],
      ['input_audio', source.kind === 'base64' ? `"${source.data}"` : url],
    ])
  }
  if (media === 'image') {
    const image = object([
      ['url', url],
      ['detail', detail === '"original"' ? '"high"' : detail],
    ])
    return object([
      ['type', '"image_url"'],
      ['image_url', image],
    ])
  }
  return object([
    ['type', '"document_url"'],
    ['document_url', url],
    ['document_name', name],
  ])
}
