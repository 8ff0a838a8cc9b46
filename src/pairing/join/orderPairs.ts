// Rows by the natural order of their ids.
import { naturalOrder } from '../naturalOrder.ts'
import { keyTexts } from './keyColumn.ts'
import type { Pairs } from './pairs.ts'
import { sourceAt } from './sideLines.ts'
import type { SideLines } from './sideLines.ts'

/**
 * All rows by their ids as people see them; rows with the same text stay in the order they have. A
 * million take 1 to 4 s and some 100 MB for that time, so keep the answer with the pairs.
 */
export function orderByIds(pairs: Pairs): Uint32Array {
  const textOf = keyTextsOfRows(pairs)
  return naturalOrder(Array.from({ length: pairs.count }, (_, row) => textOf(row)))
}

/** The ids of rows as texts, all decoded at once: for those who need every one. */
export function keyTextsOfRows(pairs: Pairs): (row: number) => string {
  const requestText = textsOfSide(pairs.requests)
  // Answers of requests are not asked for.
  const isAlone = pairs.requests.sources.length === 0
  const hasAnswersAlone = isAlone || pairs.counts.unexpected + pairs.counts.duplicate > 0
  const answerText = hasAnswersAlone ? textsOfSide(pairs.answers) : undefined
  return (row) => {
    const request = pairs.requestOf[row] as number
    return request >= 0 ? requestText(request) : (answerText?.(pairs.answerOf[row] as number) ?? '')
  }
}

function textsOfSide(side: SideLines): (globalEntry: number) => string {
  const texts = side.sources.map(keyTexts)
  return (globalEntry) => {
    const source = sourceAt(side, globalEntry)
    return texts[source]?.[globalEntry - (side.starts[source] as number)] ?? ''
  }
}
