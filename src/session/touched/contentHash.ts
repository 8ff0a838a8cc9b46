// The whole content of a file as a list of hashes, so that it can be known again when the file can no longer be read:
// one for each block, which the browser hashes on threads of its own. Samples tell only where they are.
import { hexText } from '../../base/hexText.ts'
import type { Job } from '../../base/jobs.ts'
import { digest } from '../../base/sha256.ts'
import type { ByteSource } from '../../document/byteSource.ts'

/** In one read; smaller ones take longer for the same bytes. */
const BLOCK_BYTES = 16 * 1024 * 1024
/** One is read while another is hashed. */
const BLOCKS_AHEAD = 2

export interface ContentHash {
  /** Bytes. */
  readonly size: number
  /** [i]: of the bytes from i * BLOCK_BYTES on, in hex. */
  readonly blocks: readonly string[]
}

/** Rejects with ReadFailure. */
export async function hashContent(source: ByteSource): Promise<ContentHash> {
  const blocks: string[] = []
  for await (const block of blockHashes(source)) blocks.push(block)
  return { size: source.size, blocks }
}

/** Whether all bytes are those that were hashed. Rejects with ReadFailure; throws Cancelled. */
export async function hasContent(
  source: ByteSource,
  known: ContentHash,
  job: Pick<Job, 'check'>,
): Promise<boolean> {
  if (source.size !== known.size) return false
  let at = 0
  for await (const block of blockHashes(source)) {
    job.check()
    if (block !== known.blocks[at++]) return false
  }
  return true
}

async function* blockHashes(source: ByteSource): AsyncGenerator<string> {
  const pending: Promise<string>[] = []
  for (let from = 0; from < source.size || pending.length > 0; ) {
    while (pending.length < BLOCKS_AHEAD && from < source.size) {
      const to = Math.min(from + BLOCK_BYTES, source.size)
      const hash = hashOf(source, from, to)
      // One that fails while an earlier one is awaited is reported in its turn.
      hash.catch(() => {})
      pending.push(hash)
      from = to
    }
    const next = pending.shift()
    if (next) yield await next
  }
}

async function hashOf(source: ByteSource, from: number, to: number): Promise<string> {
  const bytes = await source.read(from, to)
  return hexText(await digest(bytes as Uint8Array<ArrayBuffer>))
}
