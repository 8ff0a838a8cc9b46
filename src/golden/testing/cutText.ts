// Long texts in golden files: enough of them to be recognised on one line.

/** The beginning of a text, on one line. */
export function cutText(text: string, length: number): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > length ? `${line.slice(0, length)}…` : line
}

/** What differs between two texts with `context` code units around it, as two lines. */
export function differingParts(before: string, after: string, context: number): readonly string[] {
  let start = 0
  while (start < before.length && before[start] === after[start]) start++
  let end = 0
  const most = Math.min(before.length, after.length) - start
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end++
  const from = Math.max(0, start - context)
  return [before, after].map((text) => {
    const to = Math.min(text.length, text.length - end + context)
    return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`
  })
}
