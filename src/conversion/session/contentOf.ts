// The bytes that are converted: those of a file, or of one that is packed in it, unpacked as they are read.
import { neverCancelled, type Job } from '../../base/jobs.ts'
import { concatBytes } from '../../base/concatBytes.ts'
import { failureOf } from '../../base/failures.ts'
import type { PackedPart } from '../../contracts/conversionApi.ts'
import { blobSource, ReadFailure } from '../../document/byteSource.ts'
import { readAhead } from '../../document/readAhead.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { SNIFF_LENGTH } from '../../scanner/sniffContent.ts'
import type { Container, PackedFile } from '../containers/container.ts'
import { openContainer } from '../containers/openContainer.ts'
import { type UnpackLimits, withinLimits } from '../containers/unpackLimits.ts'

export interface Content {
  readonly file: Blob
  /** Where `file` is a container. */
  readonly packed?: PackedPart | undefined
}

export interface Head {
  readonly bytes: Uint8Array
  readonly isWhole: boolean
}

/**
 * The beginning, `length` bytes at most. Throws ReadFailure; of what is damaged behind it nothing is known yet.
 */
export async function headOf({ file, packed }: Content, length = SNIFF_LENGTH): Promise<Head> {
  if (!packed) {
    const bytes = await blobSource(file).read(0, Math.min(length, file.size))
    return { bytes, isWhole: bytes.length === file.size }
  }
  const inside = await packedFileOf(file, packed)
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of inside.unpack({ job: neverCancelled })) {
      parts.push(chunk.slice())
      size += chunk.length
      if (size >= length) break
    }
  } catch (error) {
    if (!isBroken(error) || size === 0) throw error
    return { bytes: concatBytes(parts), isWhole: true }
  }
  const bytes = concatBytes(parts)
  return { bytes: bytes.subarray(0, length), isWhole: size < length }
}

export interface ContentSteps {
  readonly job: Job
  /** Bytes of the file or the container that were read until now. */
  readonly onRead: (done: number, total: number) => void
}

export interface Reading {
  readonly chunks: AsyncIterable<Uint8Array>
  /** What was found until the end of `chunks`: why they are not all, and what else there is to tell. */
  readonly found: { problem?: Message; note?: Message }
}

/** All of it. The chunks throw what reading does; damage after some bytes ends them, and is in `found`. */
export async function readingOf(content: Content, steps: ContentSteps): Promise<Reading> {
  const { file, packed } = content
  if (!packed) return { chunks: counted(file, steps), found: {} }
  const inside = await packedFileOf(file, packed)
  // What is unpacked takes no room; what is made of it is written, and says when there is none.
  return unpackedOf(inside, { limit: Infinity, allowsAnyRatio: packed.allowsAnyRatio }, steps)
}

/** What is in a container, unpacked; as `readingOf` has it. */
export function unpackedOf(
  inside: PackedFile,
  limits: UnpackLimits,
  { job, onRead }: ContentSteps,
): Reading {
  const found: Reading['found'] = {}
  let read = 0
  const chunks = inside.unpack({
    job,
    onRead: (done) => {
      read = done
      onRead(done, inside.packedSize)
    },
    onNote: (note) => {
      found.note = note
    },
  })
  return {
    chunks: untilBroken(
      withinLimits(chunks, limits, () => read),
      found,
    ),
    found,
  }
}

async function* untilBroken(
  chunks: AsyncIterable<Uint8Array>,
  found: Reading['found'],
): AsyncGenerator<Uint8Array> {
  let size = 0
  try {
    for await (const chunk of chunks) {
      size += chunk.length
      yield chunk
    }
  } catch (error) {
    if (!isBroken(error) || size === 0) throw error
    found.problem = error.failure.message
  }
}

async function* counted(file: Blob, { onRead }: ContentSteps): AsyncGenerator<Uint8Array> {
  let done = 0
  for await (const chunk of readAhead(blobSource(file))) {
    done += chunk.length
    onRead(done, file.size)
    yield chunk
  }
}

export async function packedFileOf(
  file: Blob,
  { container: name, index }: Pick<PackedPart, 'container' | 'index'>,
): Promise<PackedFile> {
  const inside = (await containerOf(file, name)).files[index]
  if (!inside) throw refused(msg('There is no such file in {name}.', { name }))
  if (inside.refusal) throw refused(inside.refusal)
  return inside
}

export async function containerOf(file: Blob, name: string): Promise<Container> {
  const container = await openContainer(file, name)
  if (!container) throw refused(msg('It is no gzip, Zstandard or zip file.'))
  return container
}

/** Of a container that is damaged. */
function isBroken(error: unknown): error is ReadFailure {
  return error instanceof ReadFailure && error.failure.code === 'unpack-broken'
}

function refused(reason: Message): ReadFailure {
  return new ReadFailure(failureOf('unpack-refused', reason))
}
