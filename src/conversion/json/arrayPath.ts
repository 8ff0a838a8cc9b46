// Where a file has the array that its lines are in, as far as its head tells.

import { formatPath } from '../../json/jsonPath.ts'
import { jsonExtent, skipSpaceBytes } from '../../scanner/jsonExtent.ts'
import { isBlank } from '../../scanner/sniffLayout.ts'
import type { SourceHead } from '../defineSource.ts'
import { memberNameOf } from './memberName.ts'

const QUOTE = 0x22
const COMMA = 0x2c
const OPEN_BRACKET = 0x5b
const OPEN_BRACE = 0x7b

/** Objects inside each other that are looked into. */
const DEEPEST = 6

/** Less than what is JSON Lines already: its only line, or a first line that is long, may hold an array as well. */
const UNLIKELY = 0.2

const LINES_NAME = /\.(?:jsonl|ndjson)(?:\.|$)/i

/** A proposal; undefined where nothing looks like an array of records. */
export function arrayPathOf({
  content,
  bytes,
  isWhole,
  name,
}: SourceHead): { readonly path: string; readonly certainty: number } | undefined {
  if (content.encoding !== 'utf-8') return undefined
  if (content.layout === 'json-array') return { path: '', certainty: 0.95 }
  const first = skipSpaceBytes(bytes, 0)
  const extent = jsonExtent(bytes, first)
  // Something follows the first value: lines, or values one after another.
  const isOnly =
    extent.kind === 'cut'
      ? !isWhole || content.layout !== 'lines'
      : isBlank(bytes, extent.to, isWhole)
  if (!isOnly) return undefined
  if (bytes[first] === OPEN_BRACKET)
    return { path: '', certainty: extent.kind === 'cut' ? 0.7 : 0.4 }
  if (bytes[first] !== OPEN_BRACE) return undefined
  const keys = findArray(bytes, first, [])
  if (!keys) return undefined
  if (content.layout === 'wrapped-array') return { path: formatPath(keys), certainty: 0.95 }
  if (content.layout === 'lines' && LINES_NAME.test(name)) {
    return { path: formatPath(keys), certainty: UNLIKELY }
  }
  // A value that is indented is likelier to be taken apart than to be the only line.
  const certainty = content.layout === 'pretty-printed' ? 0.91 : extent.kind === 'cut' ? 0.8 : 0.5
  return { path: formatPath(keys), certainty }
}

/** The keys that lead to the first array of objects or arrays in the object at `from`. */
function findArray(
  bytes: Uint8Array,
  from: number,
  keys: readonly string[],
): readonly string[] | undefined {
  let at = from
  do {
    const keyFrom = skipSpaceBytes(bytes, at + 1)
    const key = jsonExtent(bytes, keyFrom)
    if (key.kind !== 'complete' || bytes[keyFrom] !== QUOTE) return undefined
    const path = [...keys, memberNameOf(bytes.subarray(keyFrom, key.to))]
    const value = skipSpaceBytes(bytes, skipSpaceBytes(bytes, key.to) + 1)
    if (bytes[value] === OPEN_BRACKET && bytes[skipSpaceBytes(bytes, value + 1)] === OPEN_BRACE) {
      return path
    }
    if (bytes[value] === OPEN_BRACE && path.length < DEEPEST) {
      const deeper = findArray(bytes, value, path)
      if (deeper) return deeper
    }
    const extent = jsonExtent(bytes, value)
    if (extent.kind !== 'complete') return undefined
    at = skipSpaceBytes(bytes, extent.to)
  } while (bytes[at] === COMMA)
  return undefined
}
