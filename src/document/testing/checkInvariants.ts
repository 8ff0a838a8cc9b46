// Whether the tables of a document agree with each other, by counting everything again. Tests call it
// after every step; it costs a pass over all lines.
import { ADDED_SLOT } from '../lineSlot.ts'
import {
  CRLF_BIT,
  DELETED_BIT,
  EDITED_BIT,
  MATCH_BIT,
  FINDING_SET_LIMIT,
  FINDING_SET_MASK,
} from '../lineStates.ts'
import type { JsonlDocument } from '../jsonlDocument.ts'

/** One sentence for everything that does not hold; empty when all is well. */
export function checkInvariants(doc: JsonlDocument): string[] {
  const { order, states, index } = doc.tables
  const problems: string[] = []
  const expect = (holds: boolean, what: string) => {
    if (!holds) problems.push(what)
  }

  const seen = new Set<number>()
  for (let k = 0; k < order.pieceCount; k++) {
    const length = order.start(k + 1) - order.start(k)
    expect(length > 0, `piece ${k} is empty`)
    expect(
      k === 0
        ? order.start(0) === 0
        : order.slot(k - 1) + order.start(k) - order.start(k - 1) !== order.slot(k),
      `pieces ${k - 1} and ${k} could be one`,
    )
    for (let i = 0; i < length; i++) {
      const slot = order.slot(k) + i
      expect(!seen.has(slot), `slot ${slot} has two places`)
      expect(states.has(slot), `slot ${slot} has no state`)
      expect(order.positionOf(slot) === order.start(k) + i, `slot ${slot} is not found`)
      seen.add(slot)
    }
  }
  expect(order.length === seen.size, 'the length of the order is wrong')

  const histogram = new Uint32Array(FINDING_SET_LIMIT)
  const matchHistogram = new Uint32Array(FINDING_SET_LIMIT)
  let [present, edited, matches, crlf, editedMatches] = [0, 0, 0, 0, 0]
  const visit = (slot: number) => {
    const word = states.word(slot)
    const ref = doc.tables.contentRef(slot)
    const isAdded = slot >= ADDED_SLOT
    expect(((word & EDITED_BIT) !== 0) === (isAdded || ref !== 0), `edited bit of ${slot} is wrong`)
    if (!isAdded) expect(seen.has(slot), `line ${slot} of the file has no place`)
    if ((word & DELETED_BIT) !== 0) return
    expect(seen.has(slot), `slot ${slot} is present without a place`)
    present++
    histogram[word & FINDING_SET_MASK] = (histogram[word & FINDING_SET_MASK] as number) + 1
    if ((word & EDITED_BIT) !== 0) edited++
    if ((word & MATCH_BIT) !== 0) {
      matches++
      matchHistogram[word & FINDING_SET_MASK] =
        (matchHistogram[word & FINDING_SET_MASK] as number) + 1
      if ((word & EDITED_BIT) !== 0) editedMatches++
    }
    if ((word & CRLF_BIT) !== 0) crlf++
  }
  for (let i = 0; i < states.originalCount; i++) visit(i)
  for (let i = 0; i < states.addedCount; i++) visit(ADDED_SLOT + i)
  expect(states.presentCount === present, 'the line count is wrong')
  expect(states.editedCount === edited, 'the count of edited lines is wrong')
  expect(states.matchCount === matches, 'the count of matches is wrong')
  expect(states.editedMatchCount === editedMatches, 'the count of edited matches is wrong')
  expect(states.crlfCount === crlf, 'the count of CR LF line ends is wrong')
  expect(
    histogram.every((count, findingSet) => count === states.histogram[findingSet]),
    'the histogram is wrong',
  )
  expect(
    matchHistogram.every((count, findingSet) => count === states.matchHistogram[findingSet]),
    'the histogram of matches is wrong',
  )

  expect(states.originalCount === index.lineCount, 'index and states have different lines')
  for (let block = 0; block < index.blockCount; block++) {
    expect(index.firstLine(block) < index.firstLine(block + 1), `block ${block} has no lines`)
    expect(index.offset(block) < index.offset(block + 1), `block ${block} has no bytes`)
  }
  return problems
}
