// Names and measures what is inside a line as base64, without decoding it.
import type { MediaKind, MediaSource, Part } from './conversation.ts'

/** Bytes that base64 text stands for. Line breaks inside, which some encoders make, count as text. */
export function base64ByteLength(base64: string): number {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0
  return Math.max(0, Math.floor((base64.length * 3) / 4) - padding)
}

export function inlineSource(mediaType: string | undefined, base64: string): MediaSource {
  return { kind: 'inline', mediaType, byteLength: base64ByteLength(base64) }
}

/** Longest head of a data: URL that is looked at for its comma; media types are far shorter. */
const DATA_HEAD = 200

/** Tells data: URLs, whose content is in the line, from addresses. */
export function urlSource(url: unknown): MediaSource {
  if (typeof url !== 'string' || url === '') return { kind: 'unknown' }
  if (!/^data:/i.test(url)) return { kind: 'url', url }
  const comma = url.slice(0, DATA_HEAD).indexOf(',')
  if (comma < 0) return { kind: 'unknown' }
  const [mediaType, ...parameters] = url.slice('data:'.length, comma).split(';')
  const isBase64 = parameters.some((parameter) => parameter.toLowerCase() === 'base64')
  const length = url.length - comma - 1
  return {
    kind: 'inline',
    mediaType: mediaType === '' ? undefined : mediaType,
    byteLength: isBase64 ? base64ByteLength(url.slice(comma + 1)) : length,
  }
}

/** The first that is a text, in this order: content in the line, an address, the id of a file. */
export function anySource(data: MediaSource | undefined, url: unknown, id: unknown): MediaSource {
  if (data) return data
  if (typeof url === 'string' && url !== '') return urlSource(url)
  return typeof id === 'string' && id !== '' ? { kind: 'id', id } : { kind: 'unknown' }
}

export function mediaKindOf(mediaType: string | undefined): MediaKind {
  const top = mediaType?.split('/')[0]
  return top === 'image' || top === 'audio' || top === 'video' ? top : 'file'
}

export function mediaPart(media: MediaKind, source: MediaSource, title?: string): Part {
  return { kind: 'media', media, source, title }
}
