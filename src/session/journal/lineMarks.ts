// Lines as a journal describes them, so that they can be found in a file that has changed.
import { hexText } from '../../base/hexText.ts'
import { digest, sha256 } from '../../base/sha256.ts'
import { cutText } from '../../base/cutText.ts'
import { type LineId, lineNumberOf } from '../../base/units.ts'
import type { LoggedCommand } from '../../contracts/loggedCommand.ts'
import type { LineContent } from '../../document/contentReader.ts'
import { HASH_BYTES } from '../../journal/hashedLines.ts'
import {
  type LineMark,
  MARKED_LINES_LIMIT,
  MARKED_TEXT_LIMIT,
} from '../../journal/journalRecord.ts'
import type { OpenDocument } from '../openDocument.ts'

const fromUtf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** The lines that a command is about, as they are before it; none where it is not about single lines. */
export async function marksOf(doc: OpenDocument, command: LoggedCommand): Promise<LineMark[]> {
  const ids = linesOf(doc, command).filter((id) => doc.lines.has(id))
  if (ids.length === 0 || ids.length > MARKED_LINES_LIMIT) return []
  const marks: LineMark[] = []
  for (const content of await doc.lines.readContents(ids)) {
    const index = doc.lines.indexOf(content.id)
    if (index !== undefined) marks.push(await markOf(content, index))
  }
  return marks
}

/** For insertions: the line before which it goes, or the last one. */
function linesOf(doc: OpenDocument, entry: LoggedCommand): readonly LineId[] {
  if (entry.kind !== 'edit') return []
  const { command } = entry
  switch (command.kind) {
    case 'replace':
    case 'applyFix':
    case 'duplicate':
    case 'move':
      return [command.id]
    case 'delete':
      return command.ids
    case 'insert': {
      const neighbour = doc.lines.idAt(Math.min(command.at, doc.lines.lineCount - 1))
      return neighbour === undefined ? [] : [neighbour]
    }
    case 'fixFile':
      return []
  }
}

/** `limit`: code units of its text that the mark holds at most. */
export async function markOf(
  { id, bytes }: LineContent,
  index: number,
  limit = MARKED_TEXT_LIMIT,
): Promise<LineMark> {
  const head = bytes.subarray(0, 3 * limit)
  const whole = fromUtf8.decode(head)
  const text = cutText(whole, limit)
  const isCut = bytes.length > head.length || text.length < whole.length
  return {
    id,
    line: lineNumberOf(index),
    hash: await lineHash(bytes),
    bytes: bytes.length,
    text,
    ...(isCut && { isCut: true as const }),
  }
}

/** Lines of many that are read and hashed at a time. */
export const BATCH_LINES = 256

/** Bytes from which the browser's own hashing is faster, though it answers later. */
const LARGE_LINE_BYTES = 64 * 1024

/** The beginning of a hash, as lines by the thousand have it. */
export function shortHash(hash: string): string {
  return hash.slice(0, 2 * HASH_BYTES)
}

/** 128 bits in hex. */
export async function lineHash(bytes: Uint8Array): Promise<string> {
  const hash = bytes.length < LARGE_LINE_BYTES ? sha256(bytes) : await digest(new Uint8Array(bytes))
  return hexText(hash.subarray(0, 16))
}
