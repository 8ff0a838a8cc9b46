// Zstandard (RFC 8878): by the browser where it can, else by fzstd, which checks no checksums.
import { msg } from '../../i18n/message.ts'
import { broken, type Container, CUT_SHORT, DAMAGED, type UnpackSteps } from './container.ts'
import { nativeStream, nativeThenOwn, throughNative } from './nativeStream.ts'
import { packedChunks, packedPieces } from './packedChunks.ts'

export function openZstd(blob: Blob, name: string): Container {
  const unpacked = name.replace(/\.(?:zst|zstd)$/i, '')
  return {
    kind: 'zstd',
    files: [
      {
        name: unpacked === name ? `${name}.jsonl` : unpacked,
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
  const { Decompress } = await import('fzstd')
  let unpacked: Uint8Array[] = []
  // What it hands on is written again with the next piece.
  const stream = new Decompress((data) => unpacked.push(data.slice()))
  for await (const { bytes, isLast } of packedPieces(blob, steps)) {
    let error: unknown
    try {
      stream.push(bytes, isLast)
    } catch (thrown) {
      error = thrown
    }
    yield* unpacked
    unpacked = []
    if (error !== undefined) throw broken(reasonOf(error))
  }
  steps.onNote?.(UNVERIFIED)
}

const UNVERIFIED = msg(
  'The checksums of Zstandard data are not verified here; damage may have gone unnoticed.',
)

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
