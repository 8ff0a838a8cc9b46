// A record about many lines in as many bytes as a journal has for it: with their texts, or their hashes, or neither.
import { hexText } from '../../base/hexText.ts'
import { sha256 } from '../../base/sha256.ts'
import { HASH_BYTES, type HashedLine, HashedLines } from '../../journal/hashedLines.ts'
import type { CommandRecord, ManyLine } from '../../journal/journalRecord.ts'
import { HASHES_LIMIT_BYTES, MANY_LIMIT_BYTES, recordBytes } from '../../journal/writeJournal.ts'
import { shortHash } from './lineMarks.ts'

const utf8 = new TextEncoder()

/** At once: another record may follow, and takes the next number. */
export function boundedRecordBytes(count: number, record: CommandRecord): Uint8Array<ArrayBuffer> {
  const { many, hashes: known, ...bare } = record
  if (many) {
    const bytes = recordBytes(count, record)
    if (bytes.length <= MANY_LIMIT_BYTES) return bytes
  }
  const hashes = many ? HashedLines.of(many.map(hashedLine)).bytes : known
  if (hashes) {
    const bytes = recordBytes(count, { ...bare, hashes })
    if (bytes.length <= HASHES_LIMIT_BYTES) return bytes
  }
  return recordBytes(count, bare)
}

function hashedLine({ mark, texts: [first] }: ManyLine): HashedLine {
  const { id, line, bytes, hash } = mark
  const after = first === undefined ? undefined : shortHashOf(utf8.encode(first))
  return { id, line, bytes, hash: shortHash(hash), after }
}

function shortHashOf(bytes: Uint8Array): string {
  return hexText(sha256(bytes).subarray(0, HASH_BYTES))
}
