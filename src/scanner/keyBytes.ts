// A key as the module compares it with those of lines.
const encoder = new TextEncoder()

/** UTF-8, and of half a surrogate pair the three bytes that it would have. */
export function keyBytes(key: string): Uint8Array {
  if (key.isWellFormed()) return encoder.encode(key)
  const bytes: number[] = []
  for (const character of key) {
    const code = character.codePointAt(0) as number
    if (code < 0xd800 || code > 0xdfff) bytes.push(...encoder.encode(character))
    else bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f))
  }
  return Uint8Array.from(bytes)
}
