// The keys that a view's lines usually have, from a few of them. Where one line has thousands of keys of its own, these
// are told apart all the same.
import type { LineView } from '../../document/lineView.ts'
import { isObject } from '../../json/jsonPath.ts'
import type { OpenDocument } from '../openDocument.ts'

const SAMPLE_LINES = 48
/** Of a line; longer ones say nothing here. */
const LINE_BYTES = 64 * 1024
/** Of the lines that were read. */
const SHARE = 1 / 4
const MOST_KEYS = 256

const decoder = new TextDecoder()

/** At most 256, in no order; the same for the same revision and view. Rejects with ReadFailure. */
export async function usualKeys({ lines }: OpenDocument, view: LineView): Promise<string[]> {
  const step = Math.max(1, view.count / SAMPLE_LINES)
  const ids = Array.from({ length: Math.min(SAMPLE_LINES, view.count) }, (_, i) =>
    view.idAt(Math.floor(i * step)),
  )
  const counts = new Map<string, number>()
  let objects = 0
  for (const id of ids) {
    if (id === undefined) continue
    const [content] = await lines.readContents([id], { limitBytes: LINE_BYTES })
    if (!content || content.bytes.length < content.byteLength) continue
    const value = parsed(decoder.decode(content.bytes))
    if (!isObject(value)) continue
    objects++
    for (const key of Object.keys(value)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts]
    .filter(([, count]) => count >= SHARE * objects && count > 1)
    .map(([key]) => key)
    .slice(0, MOST_KEYS)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
