// What is typed and not applied, in a file that is written from its beginning again when it has grown: the newest
// that is whole counts, wherever it stands.
import type { KeptDraft } from '../contracts/journal.ts'
import { fromJsonBytes, jsonBytes } from './commandJson.ts'
import { frameBytes, framesWithin } from './frames.ts'
import { RecordKind } from './stepCount.ts'

/** Bytes from which the file is written from its beginning again; it is larger where what is typed is. */
export const DRAFTS_FILE_BYTES = 4 * 1024 * 1024

/** Bytes of all that is typed at a time; beyond that drafts are not kept, which is said. */
export const DRAFTS_LIMIT_BYTES = 32 * 1024 * 1024

export interface NewestDrafts {
  readonly number: number
  readonly drafts: readonly KeptDraft[]
  readonly start: number
  readonly end: number
}

/** `number` rises with each. */
export function draftBytes(number: number, drafts: readonly KeptDraft[]): Uint8Array<ArrayBuffer> {
  return frameBytes(number, RecordKind.drafts, jsonBytes(drafts))
}

/** Undefined when none is whole. */
export function newestDrafts(bytes: Uint8Array): NewestDrafts | undefined {
  const frames = framesWithin(bytes, 0).filter(({ kind }) => kind === RecordKind.drafts)
  const newest = frames.reduce<(typeof frames)[number] | undefined>(
    (best, frame) => (best && best.number > frame.number ? best : frame),
    undefined,
  )
  if (!newest) return undefined
  const drafts = fromJsonBytes(bytes.subarray(newest.from, newest.to))
  if (!Array.isArray(drafts)) return undefined
  return {
    number: newest.number,
    drafts: drafts as KeptDraft[],
    start: newest.start,
    end: newest.to,
  }
}
