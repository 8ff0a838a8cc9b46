// Files that were uploaded to a provider are there and nowhere else.
import { formatPath } from '../json/jsonPath.ts'
import type { Chat, MediaPart, Part, Turn } from './neutral.ts'
import type { Notes } from './notes.ts'

/** Without the parts that name such files, each of them noted. */
export function withoutUploads(chat: Chat, notes: Notes): Chat {
  if (uploadsIn(chat).length === 0) return chat
  const rest = (parts: readonly Part[]): readonly Part[] =>
    parts.flatMap((part) => {
      if (part.kind === 'result') return { ...part, parts: rest(part.parts) }
      if (!isUpload(part)) return part
      notes.add('file-id-dropped', {}, part.at)
      return []
    })
  return { ...chat, turns: chat.turns.map((turn): Turn => ({ ...turn, parts: rest(turn.parts) })) }
}

/** Notes them where a body is copied as it stands. */
export function noteUploads(chat: Chat, notes: Notes): void {
  for (const { at } of uploadsIn(chat)) {
    notes.add('stored-state', { field: formatPath(at.path) }, at)
  }
}

function uploadsIn({ turns }: Chat): readonly MediaPart[] {
  const found = (part: Part): readonly MediaPart[] =>
    part.kind === 'result' ? part.parts.flatMap(found) : isUpload(part) ? [part] : []
  return turns.flatMap(({ parts }) => parts.flatMap(found))
}

function isUpload(part: Part): part is MediaPart {
  return part.kind === 'media' && part.source.kind === 'id'
}
