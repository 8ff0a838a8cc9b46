// Records as JSON text. The only bytes in a command are sets of lines; they are written in base 64.
import type { CommandRecord } from './journalRecord.ts'

const utf8 = new TextEncoder()
const fromUtf8 = new TextDecoder()

/** What stands for bytes in the JSON. */
interface Packed {
  readonly base64: string
}

export function jsonBytes(value: unknown): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify(value, (_, inner: unknown) =>
    inner instanceof Uint8Array ? { base64: toBase64(inner) } : inner,
  )
  return utf8.encode(text)
}

/** Undefined when it is no JSON. */
export function fromJsonBytes(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8.decode(bytes), (_, inner: unknown) =>
      isPacked(inner) ? Uint8Array.from(atob(inner.base64), (char) => char.charCodeAt(0)) : inner,
    )
  } catch {
    return undefined
  }
}

/** Undefined when it is no record. The checksum of its frame says that it is as it was written. */
export function recordOf(bytes: Uint8Array): CommandRecord | undefined {
  const value = fromJsonBytes(bytes)
  if (typeof value !== 'object' || value === null || !('command' in value)) return undefined
  return value as CommandRecord
}

function isPacked(value: unknown): value is Packed {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 1 &&
    typeof (value as Packed).base64 === 'string'
  )
}

function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}
