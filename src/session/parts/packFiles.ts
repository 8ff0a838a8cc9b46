// Files as one zip archive (APPNOTE 6.3.3, sections 4.3 and 4.4), stored as they are: an archive of references
// to them costs no room, and a program that cuts and joins such files again has their very bytes.
import { bytesAreThere, NO_ROOM } from '../../base/bytesAreThere.ts'
import { crc32 } from '../../base/crc32.ts'
import { failureOf } from '../../base/failures.ts'
import { type Job, TimeSlice } from '../../base/jobs.ts'
import type { OnProgress } from '../../contracts/progress.ts'
import type { NamedFile } from '../../contracts/splitFiles.ts'
import { blobSource, ReadFailure } from '../../document/byteSource.ts'
import { readAhead } from '../../document/readAhead.ts'
import { bytes, msg } from '../../i18n/message.ts'

/** Sizes and places have 32 bits. */
const LIMIT = 2 ** 32 - 1

const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
/** 2.0, the first with folders: every reader knows it. */
const VERSION = 20
/** Bit 11: names are in UTF-8. */
const FLAGS = 0x0800
const STORED = 0
/** 1980-01-01, the first day that there is: the same files make the same archive. */
const DATE = 0x21

const utf8 = new TextEncoder()

/** Throws Cancelled, and ReadFailure. */
export async function packFiles(
  files: readonly NamedFile[],
  job: Job,
  onProgress: OnProgress,
): Promise<Blob> {
  const total = files.reduce((sum, { blob }) => sum + blob.size, 0)
  const parts: BlobPart[] = []
  const directory: Uint8Array<ArrayBuffer>[] = []
  let at = 0
  let read = 0
  if (total > LIMIT) throw tooLarge()
  for (const { name, blob } of files) {
    const checksum = await checksumOf(blob, job, (done) =>
      onProgress({ unit: 'bytes', done: read + done, total }),
    )
    read += blob.size
    const entry = { name: utf8.encode(name), checksum, size: blob.size, at }
    const header = localHeader(entry)
    parts.push(header, blob)
    directory.push(centralHeader(entry))
    at += header.length + blob.size
  }
  const directoryBytes = directory.reduce((sum, { length }) => sum + length, 0)
  if (at + directoryBytes > LIMIT) throw tooLarge()
  parts.push(...directory, endOfDirectory(files.length, directoryBytes, at))
  const archive = new Blob(parts, { type: 'application/zip' })
  if (await bytesAreThere(archive, () => job.check())) return archive
  throw new ReadFailure(failureOf('no-room-for-download', NO_ROOM))
}

function tooLarge(): ReadFailure {
  return new ReadFailure(
    failureOf(
      'too-large-to-pack',
      msg('The files are larger than one archive can hold ({limit}). Write them to a folder.', {
        limit: bytes(LIMIT),
      }),
    ),
  )
}

async function checksumOf(blob: Blob, job: Job, onRead: (bytes: number) => void): Promise<number> {
  const slice = new TimeSlice()
  let checksum = 0
  let read = 0
  for await (const chunk of readAhead(blobSource(blob))) {
    checksum = crc32(chunk, checksum)
    read += chunk.length
    onRead(read)
    job.check()
    if (slice.isOver) await slice.breathe()
  }
  return checksum
}

interface Entry {
  readonly name: Uint8Array
  readonly checksum: number
  readonly size: number
  /** Where its local header stands. */
  readonly at: number
}

/** What both headers say of a file, from 'version needed' on. */
function commonFields({ checksum, name, size }: Entry): readonly Field[] {
  return [
    [2, VERSION],
    [2, FLAGS],
    [2, STORED],
    [2, 0],
    [2, DATE],
    [4, checksum],
    [4, size],
    [4, size],
    [2, name.length],
    [2, 0],
  ]
}

function localHeader(entry: Entry): Uint8Array<ArrayBuffer> {
  return record([[4, LOCAL_HEADER], ...commonFields(entry)], entry.name)
}

function centralHeader(entry: Entry): Uint8Array<ArrayBuffer> {
  const more: readonly Field[] = [
    // Comment, disk, internal and external attributes.
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, entry.at],
  ]
  return record([[4, CENTRAL_HEADER], [2, VERSION], ...commonFields(entry), ...more], entry.name)
}

function endOfDirectory(files: number, size: number, at: number): Uint8Array<ArrayBuffer> {
  return record([
    [4, END_OF_DIRECTORY],
    [2, 0],
    [2, 0],
    [2, files],
    [2, files],
    [4, size],
    [4, at],
    [2, 0],
  ])
}

/** How many bytes, and the number in them. */
type Field = readonly [2 | 4, number]

/** Little-endian, one after the other. */
function record(
  fields: readonly Field[],
  tail: Uint8Array = new Uint8Array(0),
): Uint8Array<ArrayBuffer> {
  const length = fields.reduce((sum, [size]) => sum + size, 0)
  const made = new Uint8Array(length + tail.length)
  const view = new DataView(made.buffer)
  let at = 0
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += size
  }
  made.set(tail, at)
  return made
}
