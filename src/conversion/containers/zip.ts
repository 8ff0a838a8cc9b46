// zip: files of an archive, stored or deflated, each unpacked on its own from its part of the Blob.
import { crc32 } from '../../base/crc32.ts'
import { blobSource } from '../../document/byteSource.ts'
import { type Message, msg, verbatim } from '../../i18n/message.ts'
import {
  broken,
  type Container,
  CUT_SHORT,
  DAMAGED,
  type PackedFile,
  type UnpackSteps,
  WRONG_CHECKSUM,
} from './container.ts'
import { nativeStream, nativeThenOwn, throughNative } from './nativeStream.ts'
import { packedChunks, packedPieces } from './packedChunks.ts'
import { readZipDirectory, type ZipEntry } from './zipDirectory.ts'

const LOCAL_SIGNATURE = 0x04034b50
const LOCAL_LENGTH = 30
const ENCRYPTED = 0x1

const STORED = 0
const DEFLATED = 8

/** By the numbers of APPNOTE.TXT 4.4.5, for those that are met. */
const METHODS: Readonly<Record<number, string>> = {
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'XZ',
  99: 'AES',
}

export async function openZip(blob: Blob): Promise<Container> {
  const entries = await readZipDirectory(blob)
  return {
    kind: 'zip',
    files: entries.filter(isFile).map((entry): PackedFile => {
      const refusal = refusalOf(entry)
      return {
        name: entry.name,
        packedSize: entry.packedSize,
        size: entry.size,
        ...(refusal && { refusal }),
        unpack: (steps) => unpackEntry(blob, entry, steps),
      }
    }),
  }
}

/** Not a folder, and not what macOS keeps beside each file. */
function isFile({ name }: ZipEntry): boolean {
  return !/[/\\]$/.test(name) && !/^__MACOSX\//.test(name)
}

function refusalOf({ flags, method }: ZipEntry): Message | undefined {
  if (flags & ENCRYPTED) {
    return msg('It is encrypted. Unpack it with its password, then open what is inside.')
  }
  if (method === STORED || method === DEFLATED) return undefined
  return msg('It is compressed by a method that is not read here ({method}). Unpack it first.', {
    method: verbatim(METHODS[method] ?? String(method)),
  })
}

async function* unpackEntry(
  blob: Blob,
  entry: ZipEntry,
  steps: UnpackSteps,
): AsyncGenerator<Uint8Array> {
  let crc = 0
  let size = 0
  for await (const chunk of chunksOf(await packedPart(blob, entry), entry, steps)) {
    crc = crc32(chunk, crc)
    size += chunk.length
    // More than it says: what follows is not looked at.
    if (size > entry.size) throw broken(DAMAGED)
    yield chunk
  }
  if (size < entry.size) throw broken(CUT_SHORT)
  if (crc !== entry.crc) throw broken(WRONG_CHECKSUM)
}

function chunksOf(
  packed: Blob,
  { method }: ZipEntry,
  steps: UnpackSteps,
): AsyncGenerator<Uint8Array> {
  if (method === STORED) return packedChunks(packed, steps)
  const stream = nativeStream('deflate-raw')
  return nativeThenOwn(stream && throughNative(stream, packedChunks(packed, steps)), () =>
    ownInflate(packed, steps),
  )
}

/** The bytes behind the local header, whose name and extra field may be of other lengths than in the directory. */
async function packedPart(blob: Blob, { at, packedSize }: ZipEntry): Promise<Blob> {
  if (at < 0 || at + LOCAL_LENGTH > blob.size) throw broken(DAMAGED)
  const bytes = await blobSource(blob).read(at, at + LOCAL_LENGTH)
  const header = new DataView(bytes.buffer, bytes.byteOffset)
  if (header.getUint32(0, true) !== LOCAL_SIGNATURE) throw broken(DAMAGED)
  const from = at + LOCAL_LENGTH + header.getUint16(26, true) + header.getUint16(28, true)
  if (from + packedSize > blob.size) throw broken(CUT_SHORT)
  return blob.slice(from, from + packedSize)
}

async function* ownInflate(packed: Blob, steps: UnpackSteps): AsyncGenerator<Uint8Array> {
  const { Inflate } = await import('fflate')
  let unpacked: Uint8Array[] = []
  const inflate = new Inflate((data) => unpacked.push(data))
  for await (const { bytes, isLast } of packedPieces(packed, steps)) {
    try {
      inflate.push(bytes, isLast)
    } catch {
      yield* unpacked
      throw broken(DAMAGED)
    }
    yield* unpacked
    unpacked = []
  }
}
