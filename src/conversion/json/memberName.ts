// Names of members in JSON that may be broken within them.

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** `text`: a string of JSON with its quotes. Where it is none, a bad escape among its signs, it is read as it stands. */
export function memberNameOf(text: Uint8Array): string {
  const json = utf8.decode(text)
  try {
    return JSON.parse(json) as string
  } catch {
    return json.slice(1, -1)
  }
}
