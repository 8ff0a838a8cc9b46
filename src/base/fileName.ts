// Names of new files, made of the names of others.
import { cutText } from './cutText.ts'

/** Bytes that a name may have on Linux and macOS. On Windows it may have more of them in Chinese. */
const MOST_BYTES = 255

const encoder = new TextEncoder()

/**
 * 'input.jsonl' with the ending '-valid.json' is 'input-valid.json'. The beginning is cut where the name would be
 * longer than files can be called, but for what names of this file system are known to have. `room`: bytes that
 * more of the ending may take.
 */
export function withEnding(name: string, ending: string, room = 0): string {
  const dot = name.lastIndexOf('.')
  const base = dot > 0 ? name.slice(0, dot) : name
  const most = Math.max(MOST_BYTES, lengthOf(name)) - lengthOf(ending) - room
  let kept = base
  // A code unit has three bytes at most.
  while (kept !== '' && lengthOf(kept) > most) {
    kept = cutText(kept, kept.length - Math.ceil((lengthOf(kept) - most) / 3))
  }
  return kept + ending
}

function lengthOf(text: string): number {
  return encoder.encode(text).length
}
