// Bytes that are only ever appended, in frames that prove themselves: whatever happened to the bytes, what is
// read from them is a beginning of what was written, and what was lost of the rest is counted.
import { concatBytes } from '../base/concatBytes.ts'
import { crc32 } from '../base/crc32.ts'

/** A record separator and three letters. JSON text holds no such byte, so no payload looks like a frame. */
const MARK = [0x1e, 0x4c, 0x50, 0x4a] as const
/** Mark, number, kind, length of the payload, checksum: 32 bits each, little endian. */
const HEAD_BYTES = 20

export interface Frame {
  /** From 0, by one each. */
  readonly number: number
  /** 32 bits, the writer's. */
  readonly kind: number
  /** Where it begins in the bytes that were read. */
  readonly start: number
  /** Where its payload is. */
  readonly from: number
  readonly to: number
}

export interface ReadFrames {
  /** Unbroken from the first that was asked for. */
  readonly frames: readonly Frame[]
  /** Bytes up to the end of the last of them. */
  readonly end: number
  /** Frames that are right by themselves and stand after something that is not. */
  readonly beyond: readonly Frame[]
  /**
   * Frames that were written after the last of `frames`: as far as that can be seen, which it cannot where
   * bytes end between two frames.
   */
  readonly lost: number
}

/** `payload` holds no byte 0x1E. */
export function frameBytes(
  number: number,
  kind: number,
  payload: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const bytes = concatBytes([new Uint8Array(HEAD_BYTES), payload])
  const view = new DataView(bytes.buffer)
  bytes.set(MARK)
  view.setUint32(4, number, true)
  view.setUint32(8, kind, true)
  view.setUint32(12, payload.length, true)
  view.setUint32(16, checksumOf(bytes, 0, payload.length), true)
  return bytes
}

/** From byte `at`, where frame `first` should be. */
export function readFrames(bytes: Uint8Array, at = 0, first = 0): ReadFrames {
  const frames: Frame[] = []
  let end = at
  for (;;) {
    const frame = frameAt(bytes, end)
    if (frame?.number !== first + frames.length) break
    frames.push(frame)
    end = frame.to
  }
  const beyond = framesWithin(bytes, end).filter(({ number }) => number >= first + frames.length)
  const last = beyond.at(-1)
  const seen = last ? last.number + 1 - (first + frames.length) : 0
  const isCut = (last?.to ?? end) < bytes.length
  return { frames, end, beyond, lost: seen + (isCut ? 1 : 0) }
}

/** The frames from byte `at` on that are right, whatever stands between them: the first `limit`. */
export function framesWithin(bytes: Uint8Array, at: number, limit = Infinity): Frame[] {
  const found: Frame[] = []
  let from = at
  while (found.length < limit) {
    from = bytes.indexOf(MARK[0], from)
    if (from < 0) return found
    const frame = frameAt(bytes, from)
    if (frame) found.push(frame)
    from = frame?.to ?? from + 1
  }
  return found
}

function frameAt(bytes: Uint8Array, at: number): Frame | undefined {
  if (at + HEAD_BYTES > bytes.length || MARK.some((byte, i) => bytes[at + i] !== byte))
    return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset + at)
  const length = view.getUint32(12, true)
  const from = at + HEAD_BYTES
  if (from + length > bytes.length) return undefined
  if (view.getUint32(16, true) !== checksumOf(bytes, at, length)) return undefined
  return {
    number: view.getUint32(4, true),
    kind: view.getUint32(8, true),
    start: at,
    from,
    to: from + length,
  }
}

/** Of the head without mark and checksum, and of the payload. */
function checksumOf(bytes: Uint8Array, at: number, length: number): number {
  const head = crc32(bytes.subarray(at + 4, at + 16))
  return crc32(bytes.subarray(at + HEAD_BYTES, at + HEAD_BYTES + length), head)
}
