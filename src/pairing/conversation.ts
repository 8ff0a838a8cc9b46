// Requests and answers as people read them: messages made of parts, whatever API they were written
// for. Plain data, so that it crosses threads. Images, sound and files are named and measured; their
// content stays in the line and is never fetched.

/** Where the content of an image, a sound, a video or a file is. */
export type MediaSource =
  | {
      readonly kind: 'inline'
      /** As the line says: 'image/png', or a bare 'wav'. */
      readonly mediaType: string | undefined
      /** Of the decoded content. */
      readonly byteLength: number
    }
  | { readonly kind: 'url'; readonly url: string }
  /** A file that was uploaded before. */
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'unknown' }

export type MediaKind = 'image' | 'audio' | 'video' | 'file'

export interface ToolCall {
  readonly kind: 'toolCall'
  /** What its result refers to; undefined where the API has no such ids. */
  readonly id: string | undefined
  readonly name: string
  /** Arguments as the API gives them: usually JSON text, perhaps cut off. */
  readonly input: string
}

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  /** What a model thought; never part of the answer's text. */
  | { readonly kind: 'reasoning'; readonly text: string }
  | {
      readonly kind: 'media'
      readonly media: MediaKind
      readonly source: MediaSource
      /** File name, title or spoken words, where the line gives them. */
      readonly title: string | undefined
    }
  | ToolCall
  | {
      readonly kind: 'toolResult'
      readonly callId: string | undefined
      readonly parts: readonly Part[]
    }
  | { readonly kind: 'refusal'; readonly text: string }
  /** Text that was sent as numbers of tokens. */
  | { readonly kind: 'tokens'; readonly count: number }
  /** Anything else: its type and its JSON, cut. */
  | { readonly kind: 'other'; readonly type: string; readonly text: string }

export interface Message {
  /** 'system', 'developer', 'user', 'assistant', 'tool', or what the line says. */
  readonly role: string
  readonly parts: readonly Part[]
}

export function textPart(text: string): Part {
  return { kind: 'text', text }
}

/** The text parts put together; undefined when there is none. */
export function joinText(parts: readonly Part[]): string | undefined {
  const texts = parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []))
  return texts.length === 0 ? undefined : texts.join('')
}
