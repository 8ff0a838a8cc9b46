// Zip archives byte by byte, for what no archiver would make.
import { deflateRawSync } from 'node:zlib'
import { crc32 } from '../../../base/crc32.ts'

export interface ZipPart {
  readonly name: string
  readonly text: string
  /** Default: deflated. */
  readonly method?: number
  readonly flags?: number
  /** Default: the right one. */
  readonly crc?: number
  /** Sizes and offset stand in the ZIP64 field alone. */
  readonly isWide?: boolean
}

const encoder = new TextEncoder()

export function makeZip(parts: readonly ZipPart[], before = ''): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [encoder.encode(before)]
  const directory: Uint8Array[] = []
  const start = before.length
  let at = start
  const push = (piece: Uint8Array): void => {
    pieces.push(piece)
    at += piece.length
  }
  for (const { crc, flags = 0x800, isWide = false, method = 8, name, text } of parts) {
    const bytes = encoder.encode(text)
    const packed = method === 8 ? deflateRawSync(bytes) : bytes
    const nameBytes = encoder.encode(name)
    const offset = at - start
    const checksum = crc ?? crc32(bytes)
    push(
      numbers(
        [4, 0x04034b50],
        [2, 20],
        [2, flags],
        [2, method],
        [4, 0],
        [4, checksum],
        [4, packed.length],
        [4, bytes.length],
        [2, nameBytes.length],
        [2, 0],
      ),
    )
    push(nameBytes)
    push(packed)
    const inExtra = 0xffffffff
    const extra = isWide
      ? numbers([2, 1], [2, 24], [8, bytes.length], [8, packed.length], [8, offset])
      : new Uint8Array()
    directory.push(
      numbers(
        [4, 0x02014b50],
        [2, 20],
        [2, 20],
        [2, flags],
        [2, method],
        [4, 0],
        [4, checksum],
        [4, isWide ? inExtra : packed.length],
        [4, isWide ? inExtra : bytes.length],
        [2, nameBytes.length],
        [2, extra.length],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, isWide ? inExtra : offset],
      ),
      nameBytes,
      extra,
    )
  }
  const from = at - start
  for (const piece of directory) push(piece)
  const length = at - start - from
  const isWide = parts.some((part) => part.isWide)
  if (isWide) {
    const record = at - start
    push(
      numbers(
        [4, 0x06064b50],
        [8, 44],
        [2, 45],
        [2, 45],
        [4, 0],
        [4, 0],
        [8, parts.length],
        [8, parts.length],
        [8, length],
        [8, from],
      ),
    )
    push(numbers([4, 0x07064b50], [4, 0], [8, record], [4, 1]))
  }
  const count = Math.min(parts.length, 0xffff)
  push(
    numbers(
      [4, 0x06054b50],
      [2, 0],
      [2, 0],
      [2, count],
      [2, count],
      [4, isWide ? 0xffffffff : length],
      [4, isWide ? 0xffffffff : from],
      [2, 0],
    ),
  )
  return Uint8Array.from(Buffer.concat(pieces))
}

/** Each a number of bytes and a value, little-endian. */
function numbers(...fields: readonly (readonly [length: number, value: number])[]): Uint8Array {
  return Uint8Array.from(
    fields.flatMap(([length, value]) =>
      Array.from({ length }, (_, at) => Math.floor(value / 256 ** at) % 256),
    ),
  )
}
