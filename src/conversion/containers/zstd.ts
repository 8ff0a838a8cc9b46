// Zstandard (RFC 8878): by the browser where it can, else by fzstd frame by frame, with the checksums verified here.
import { msg } from '../../i18n/message.ts'
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
import { ZstdFrames } from './zstdFrames.ts'

export function openZstd(blob: Blob, name: string): Container {
  const unpacked = name.replace(/\.(?:zst|zstd)$/i, '')
  return {
    kind: 'zstd',
    files: [
      {
        name: unpacked === name ? unpackedInPlace(name) : unpacked,
        packedSize: blob.size,
        unpack: (steps) => unpackZstd(blob, steps),
      },
    ],
  }
}

function unpackZstd(blob: Blob, steps: UnpackSteps): AsyncGenerator<Uint8Array> {
  const stream = nativeStream('zstd')
  return nativeThenOwn(stream && throughNative(stream, packedChunks(blob, steps)), () =>
    ownDecompress(blob, steps),
  )
}

async function* ownDecompress(blob: Blob, steps: UnpackSteps): AsyncGenerator<Uint8Array> {
  const [{ Decompress }, { default: loadHashes }] = await Promise.all([
    import('fzstd'),
    import('xxhash-wasm'),
  ])
  const hashes = await loadHashes()
  const frames = new ZstdFrames()
  let unpacked: Uint8Array[] = []
  const startFrame = () => {
    const hash = hashes.create64()
    const stream = new Decompress((data) => {
      if (data.length === 0) return
      // What it hands on is written again with the next piece.
      const own = data.slice()
      hash.update(own)
      unpacked.push(own)
    })
    return { hash, stream }
  }
  let frame: ReturnType<typeof startFrame> | undefined
  for await (const { bytes } of packedPieces(blob, steps)) {
    for (const { bytes: piece, end } of frames.split(bytes)) {
      frame ??= startFrame()
      let error: unknown
      try {
        frame.stream.push(piece, end !== undefined)
      } catch (thrown) {
        error = thrown
      }
      yield* unpacked
      unpacked = []
      if (error !== undefined) throw broken(reasonOf(error))
      if (!end) continue
      const isWrong = end.checksum !== undefined && end.checksum !== checksumOf(frame.hash)
      if (isWrong) throw broken(WRONG_CHECKSUM)
      frame = undefined
    }
  }
  if (!frames.isAtEnd) throw broken(CUT_SHORT)
}

/** The lower half of the hash of the content (RFC 8878, 3.1.1). */
function checksumOf(hash: { digest(): bigint }): number {
  return Number(hash.digest() & 0xffffffffn)
}

/** By fzstd's ZstdErrorCode: WindowSizeTooLarge is 1, UnexpectedEOF 5. */
function reasonOf(error: unknown) {
  const code = (error as { readonly code?: number }).code
  if (code === 1) {
    return msg(
      'It was compressed with a window that is too large to be read here. Unpack it first.',
    )
  }
  return code === 5 ? CUT_SHORT : DAMAGED
}
