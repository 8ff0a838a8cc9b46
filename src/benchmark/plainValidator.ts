// What people write who check a JSON Lines file by hand: read, decode, split at line feeds, JSON.parse
// and a schema for each line, and a set of the keys. The measure for what the scanner and the
// recognising of shapes are worth. It stops at what such code stops at: no place of an error, no
// edits, and bytes that are not UTF-8 pass as U+FFFD.
import type { FormatDefinition } from '../formats/defineFormat.ts'
import { createReader } from '../formats/reader.ts'

export interface PlainValidation {
  /** Lines that are not blank. */
  readonly lines: number
  /** Those that are not JSON, do not fit the schema, or repeat the key of an earlier one. */
  readonly invalid: number
  /** Milliseconds, reading included. */
  readonly ms: number
}

export async function validatePlainly(
  blob: Blob,
  format: FormatDefinition,
): Promise<PlainValidation> {
  const startedAt = performance.now()
  const { schema } = format
  const readKey = format.key && createReader(format.key.path)
  const keys = new Set<string>()
  let lines = 0
  let invalid = 0

  function isValid(line: string): boolean {
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch {
      return false
    }
    const fits = schema.safeParse(value).success
    const key = readKey?.(value)
    if (typeof key !== 'string') return fits
    const isRepeat = keys.has(key)
    if (!isRepeat) keys.add(key)
    return fits && !isRepeat
  }

  function validate(line: string): void {
    if (line === '' || line === '\r') return
    lines++
    if (!isValid(line)) invalid++
  }

  const decoder = new TextDecoder()
  const reader = blob.stream().getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    const text = rest + decoder.decode(value, { stream: !done })
    let from = 0
    for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
      validate(text.slice(from, to))
      from = to + 1
    }
    rest = text.slice(from)
    if (done) break
  }
  validate(rest)
  return { lines, invalid, ms: performance.now() - startedAt }
}
