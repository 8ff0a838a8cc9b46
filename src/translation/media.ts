// Images, sound and files within a request: their content is carried over as it is written.
import type { JsonNode, Raw } from './jsonNode.ts'
import type { MediaKind, MediaPart, MediaSource } from './neutral.ts'
import { quote } from './writeJson.ts'

/** What stands before the content of a data URL is short. */
const MAX_HEAD = 256

/** The inside of a string: its text between the quotes, with its escapes. */
export function inside(raw: Raw): string {
  return raw.slice(1, -1)
}

/** A string of OpenAI's that is a data URL or a link; `mediaType` is what a bare text counts as. */
export function urlSource(node: JsonNode): MediaSource {
  const text = inside(node.raw)
  const head = text.slice(0, MAX_HEAD)
  const comma = head.indexOf(',')
  if (comma > 0 && head.startsWith('data:')) {
    const words = JSON.parse(`"${head.slice(0, comma)}"`) as string
    const mediaType = /^data:([^;,]*)(?:;[^;,]*)*;base64$/i.exec(words)?.[1]
    if (mediaType !== undefined) {
      return { kind: 'base64', mediaType: mediaType.toLowerCase(), data: text.slice(comma + 1) }
    }
  }
  return { kind: 'url', url: node.raw }
}

/** A data URL as a JSON string. */
export function dataUrl(mediaType: string, data: string): Raw {
  return `"data:${inside(quote(mediaType))};base64,${data}"`
}

export function mediaKindOf(mediaType: string): MediaKind {
  const kind = /^(image|audio|video)\//.exec(mediaType)?.[1]
  return (kind as MediaKind | undefined) ?? 'file'
}

const TYPES_BY_EXTENSION: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  pdf: 'application/pdf',
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  html: 'text/html',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  mp3: 'audio/mp3',
  wav: 'audio/wav',
  mp4: 'video/mp4',
}

/** The type by the end of a link or name, a JSON string; undefined where it does not tell. */
export function typeByName(raw: Raw): string | undefined {
  const extension = /\.([A-Za-z0-9]{2,5})(?:[?#][^"]*)?"$/.exec(raw.slice(-MAX_HEAD))?.[1]
  return extension === undefined ? undefined : TYPES_BY_EXTENSION[extension.toLowerCase()]
}

const USUAL_TYPES: Readonly<Record<MediaKind, string>> = {
  image: 'image/jpeg',
  audio: 'audio/wav',
  video: 'video/mp4',
  file: 'application/pdf',
}

/** The type of a part, and whether nothing but its kind tells of it. */
export function typeOf({ media, source, name }: MediaPart): {
  readonly type: string
  readonly isGuessed: boolean
} {
  if (source.kind === 'text') return { type: 'text/plain', isGuessed: false }
  const said = source.kind === 'id' ? undefined : source.mediaType
  const type =
    (said === '' || said === 'application/octet-stream' ? undefined : said) ??
    (source.kind === 'url' ? typeByName(source.url) : undefined) ??
    (name === undefined ? undefined : typeByName(name))
  return type === undefined
    ? { type: USUAL_TYPES[media], isGuessed: true }
    : { type, isGuessed: false }
}

/** The short word of a type that some providers have instead: `png`, `pdf`, `docx`. */
export function extensionOf(type: string): string | undefined {
  if (type === 'image/jpeg') return 'jpeg'
  if (type === 'audio/mpeg') return 'mp3'
  return Object.entries(TYPES_BY_EXTENSION).find(([, each]) => each === type)?.[0]
}

/** The type of such a word. */
export function typeOfExtension(media: MediaKind, extension: string): string {
  return (
    TYPES_BY_EXTENSION[extension.toLowerCase()] ??
    `${media === 'file' ? 'application' : media}/${extension}`
  )
}
