// How a new content of a line is kept: whole, or as a splice against the line in the file.
import type { LineContent } from './contentReader.ts'
import type { DocumentTables } from './documentTables.ts'
import { ADDED_SLOT } from './lineSlot.ts'

/** A splice must save this many bytes: reading a whole content back needs no read of the file. */
const SAVED_BYTES = 64

/** Puts `content` in the arena as the replacement of `line`; returns its contentRef. */
export function storeContent(
  { arena }: DocumentTables,
  slot: number,
  line: LineContent,
  content: Uint8Array,
): number {
  if (slot >= ADDED_SLOT) return arena.add(content, 0, content.length, 0, 0)
  const { bytes } = line
  const most = Math.min(bytes.length, content.length)
  let prefix = 0
  while (prefix < most && bytes[prefix] === content[prefix]) prefix++
  let suffix = 0
  // Of a line that was read in part, the end is not known.
  if (bytes.length === line.byteLength) {
    const longest = most - prefix
    const [a, b] = [bytes.length - 1, content.length - 1]
    while (suffix < longest && bytes[a - suffix] === content[b - suffix]) suffix++
  }
  // What the line has in common with its content now, it has in common with the file only as far
  // as that content itself does.
  if (line.contentRef !== 0) {
    const stored = arena.read(line.contentRef)
    prefix = Math.min(prefix, stored.prefix)
    suffix = Math.min(suffix, stored.suffix)
  }
  const saved = prefix + suffix
  if (saved < SAVED_BYTES || saved * 2 < content.length) [prefix, suffix] = [0, 0]
  return arena.add(content, prefix, content.length - suffix, prefix, suffix)
}
