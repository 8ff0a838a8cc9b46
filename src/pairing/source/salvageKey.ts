// The key of a line that is not JSON, where it can still be read: a broken line is paired all the same.
import type { RecordKey } from '../recordKey.ts'

/** Bytes at the beginning of a line in which its key is looked for. */
const SALVAGE_BYTES = 64 * 1024

const MISSING: RecordKey = { kind: 'missing' }
const utf8 = new TextDecoder()

/**
 * The text after the first `"name":` that is a member of the line's own object, as far as that can be
 * told: quotes are taken as they come, so what stands before the key must be sound. Keys that are not
 * text never join, and are not looked for.
 */
export function salvageKey(bytes: Uint8Array, name: string): RecordKey {
  const text = utf8.decode(bytes.subarray(0, SALVAGE_BYTES))
  const wanted = JSON.stringify(name)
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]]/g
  let depth = 0
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [word] = found
    if (word === '{' || word === '[') depth++
    else if (word === '}' || word === ']') depth--
    else if (depth <= 1 && word === wanted) {
      const value = /^\s*:\s*("(?:[^"\\]|\\.)*")/.exec(text.slice(token.lastIndex))
      const key = value ? parseText(value[1] as string) : undefined
      // Where bytes were no characters, it is not known which key it was.
      if (key !== undefined && !key.includes('\ufffd')) return { kind: 'text', text: key }
    }
  }
  return MISSING
}

function parseText(quoted: string): string | undefined {
  try {
    return JSON.parse(quoted) as string
  } catch {
    return undefined
  }
}
