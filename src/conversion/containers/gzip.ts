// gzip (RFC 1952): one member, or several after each other, which make one file.
import { concatBytes } from '../../base/concatBytes.ts'
import { crc32 } from '../../base/crc32.ts'
import { blobSource } from '../../document/byteSource.ts'
import { bytes as bytesOf, msg } from '../../i18n/message.ts'
import {
  broken,
  type Container,
  CUT_SHORT,
  DAMAGED,
  type UnpackSteps,
  unpackedInPlace,
  WRONG_CHECKSUM,
} from './container.ts'
import { nativeStream, nativeThenOwn, throughNative } from './nativeStream.ts'
import { packedChunks, packedPieces } from './packedChunks.ts'

/** CRC-32 and ISIZE, each of four bytes, little-endian. */
const TRAILER = 8

/** `name`: of the file, from which that of the unpacked one follows. */
export async function openGzip(blob: Blob, name: string): Promise<Container> {
  const size = await statedSize(blob)
  return {
    kind: 'gzip',
    files: [
      {
        name: unpackedName(name),
        packedSize: blob.size,
        ...(size !== undefined && { size }),
        unpack: (steps) => unpackGzip(blob, steps),
      },
    ],
  }
}

/** 'x.jsonl' of 'x.jsonl.gz'; of a tgz what a tar is called. */
function unpackedName(name: string): string {
  const unpacked = name.replace(/\.(?:gz|gzip)$/i, '').replace(/\.tgz$/i, '.tar')
  return unpacked === name ? unpackedInPlace(name) : unpacked
}

/**
 * ISIZE of the last member: the size modulo 2^32 where it is the only one. Undefined where it cannot be that:
 * Deflate makes 1,032 bytes of one at most, and text is seldom made larger by it.
 */
async function statedSize(blob: Blob): Promise<number | undefined> {
  if (blob.size < TRAILER) return undefined
  const trailer = await blobSource(blob).read(blob.size - 4, blob.size)
  const size = new DataView(trailer.buffer, trailer.byteOffset).getUint32(0, true)
  return size < blob.size / 2 || size > blob.size * 1032 ? undefined : size
}

function unpackGzip(blob: Blob, steps: UnpackSteps): AsyncGenerator<Uint8Array> {
  const stream = nativeStream('gzip')
  return nativeThenOwn(stream && throughNative(stream, packedChunks(blob, steps)), () =>
    ownGunzip(blob, steps),
  )
}

/** A member that was unpacked to its end. */
interface Member {
  readonly crc: number
  readonly size: number
  /** Where the next one begins. */
  readonly to: number
}

/**
 * What fflate unpacks, with what it leaves to others: checksums, lengths, and what stands behind the last
 * member. Chromium's own inflater takes one member alone. @internal For tests.
 */
export async function* ownGunzip(blob: Blob, steps: UnpackSteps): AsyncGenerator<Uint8Array> {
  const { Gunzip } = await import('fflate')
  let unpacked: Uint8Array[] = []
  let ended: Member[] = []
  let crc = 0
  let size = 0
  const gunzip = new Gunzip((data) => {
    if (data.length === 0) return
    crc = crc32(data, crc)
    size += data.length
    unpacked.push(data)
  })
  gunzip.onmember = (to) => {
    ended.push({ crc, size, to })
    crc = 0
    size = 0
  }
  let lastEnd = 0
  for await (const { bytes, isLast } of packedPieces(blob, steps)) {
    const error = failureIn(() => gunzip.push(bytes, isLast))
    yield* unpacked
    unpacked = []
    for (const member of ended) {
      await checkTrailer(blob, member)
      lastEnd = member.to
    }
    ended = []
    if (error !== undefined && error !== 'no-member') throw broken(error)
    if (error === undefined && !isLast) continue
    await checkEnd(blob, { crc, size, from: lastEnd, steps })
    return
  }
}

/** `no-member`: what stands behind a member is none. */
function failureIn(push: () => void) {
  try {
    push()
    return undefined
  } catch (error) {
    // By fflate's FlateErrorCode: UnexpectedEOF is 0, InvalidHeader 6.
    const code = (error as { readonly code?: number }).code
    return code === 6 ? 'no-member' : code === 0 ? CUT_SHORT : DAMAGED
  }
}

async function checkTrailer(blob: Blob, { crc, size, to }: Member): Promise<void> {
  const found = await blobSource(blob).read(Math.max(0, to - TRAILER), to)
  if (indexOf(found, trailerOf(crc, size)) !== 0) throw broken(WRONG_CHECKSUM)
}

interface LastMember extends Omit<Member, 'to'> {
  /** Where it began. */
  readonly from: number
  readonly steps: UnpackSteps
}

/** Bytes behind the last member that its end is looked for in. */
const END_LENGTH = 4 * 1024 * 1024

/**
 * The last member ends where its checksum and length stand: what of the file follows is not gzip. Zeros are
 * what tapes are filled up with; of anything else people are told.
 */
async function checkEnd(blob: Blob, { crc, size, from, steps }: LastMember): Promise<void> {
  const source = blobSource(blob)
  const trailer = trailerOf(crc, size)
  let to = blob.size
  let behind = new Uint8Array()
  while (to > from) {
    const begin = Math.max(from, to - END_LENGTH)
    const piece = concatBytes([await source.read(begin, to), behind.subarray(0, TRAILER)])
    const at = indexOf(piece, trailer)
    if (at >= 0) {
      const rest = blob.size - (begin + at + TRAILER)
      const isFilling = piece.subarray(at + TRAILER).every((byte) => byte === 0)
      if (rest > 0 && !isFilling) {
        steps.onNote?.(
          msg('{size} that are not gzip follow the compressed data. They were left out.', {
            size: bytesOf(rest),
          }),
        )
      }
      return
    }
    behind = piece
    to = begin
  }
  throw broken(WRONG_CHECKSUM)
}

function trailerOf(crc: number, size: number): Uint8Array {
  const trailer = new DataView(new ArrayBuffer(TRAILER))
  trailer.setUint32(0, crc, true)
  trailer.setUint32(4, size % 2 ** 32, true)
  return new Uint8Array(trailer.buffer)
}

/** The last place of `part`, or -1. */
function indexOf(bytes: Uint8Array, part: Uint8Array): number {
  const [first] = part
  if (first === undefined) return -1
  for (
    let at = bytes.lastIndexOf(first, bytes.length - part.length);
    at >= 0;
    at = at === 0 ? -1 : bytes.lastIndexOf(first, at - 1)
  ) {
    if (part.every((byte, offset) => bytes[at + offset] === byte)) return at
  }
  return -1
}
