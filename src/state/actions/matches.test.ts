import { afterEach, beforeEach, expect, test } from 'vitest'
import { ok } from '../../base/result.ts'
import { lineId, type LineId } from '../../base/units.ts'
import { msg } from '../../i18n/message.ts'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import type { DocumentClient } from '../../worker/documentClient.ts'
import { setClient } from '../clients.ts'
import { closeScope, openScope } from '../documentScope.ts'
import { activeDocument, blankDocument, store, updateDocument } from '../store.ts'
import { nextMatch } from './matches.ts'

const facts = { state: 'ready', revision: 1, lines: 9 } as DocumentFacts

/** Matches by line. */
const counts: Readonly<Record<number, number>> = { 2: 1, 5: 3 }
const matching = Object.keys(counts).map(Number)

beforeEach(() => {
  openScope('doc')
  const client: Partial<DocumentClient> = {
    readRows: async () => ok({ revision: 1, count: 0, from: 0, rows: [] }),
    nextLine: async (_view, { index }, direction) => {
      const after = matching.find((line) => line > index) ?? matching[0]
      const before = matching.findLast((line) => line < index) ?? matching.at(-1)
      const line = (direction === 1 ? after : before) as number
      return ok({ revision: 1, line: { id: lineId(line), index: line } })
    },
    lineMatches: async (id: LineId) => {
      const ranges = Array.from({ length: counts[id] ?? 0 }, (_, i) => ({ from: i, to: i + 1 }))
      return ok({ revision: 1, ranges, isAll: true })
    },
    rowOfLine: async (_view, { index }) => ok({ revision: 1, row: matching.indexOf(index) }),
    close: () => {},
  }
  setClient('doc', client as DocumentClient)
  const search = { query: { text: 'a', isRegExp: false, matchCase: false }, state: 'done' } as const
  const tab = { ...blankDocument, key: 'doc', facts, search }
  store.setState({ ...store.getInitialState(), documents: [tab], activeKey: 'doc' }, true)
})

afterEach(() => closeScope('doc'))

function shown(): unknown {
  const { match, selection, isDrawerOpen } = activeDocument() ?? blankDocument
  expect(isDrawerOpen).toBe(true)
  expect(match?.line).toBe(selection?.id)
  return match && [match.line, match.at, match.row]
}

async function step(direction: -1 | 1, by?: 'line'): Promise<unknown> {
  await nextMatch(direction, by)
  return shown()
}

test('matches of a line come before those of the next line, both ways, round the end', async () => {
  expect(await step(1)).toEqual([2, 0, 0])
  expect(await step(1)).toEqual([5, 0, 1])
  expect(await step(1)).toEqual([5, 1, 1])
  expect(await step(1)).toEqual([5, 2, 1])
  expect(await step(1)).toEqual([2, 0, 0])
  expect(await step(-1)).toEqual([5, 2, 1])
  expect(await step(-1)).toEqual([5, 1, 1])
})

test('by line, each is shown with its first match', async () => {
  expect(await step(1, 'line')).toEqual([2, 0, 0])
  expect(await step(1, 'line')).toEqual([5, 0, 1])
  expect(await step(1, 'line')).toEqual([2, 0, 0])
  expect(await step(-1, 'line')).toEqual([5, 0, 1])
})

test('a line that was chosen by hand begins with its own matches', async () => {
  updateDocument('doc', { selection: { id: lineId(5), index: 5, jump: 1 } })
  expect(await step(1)).toEqual([5, 0, 1])
  updateDocument('doc', { selection: { id: lineId(3), index: 3, jump: 2 } })
  expect(await step(-1)).toEqual([2, 0, 0])
})

test('lines that are marked without a search are walked through, too', async () => {
  const search = { query: { text: '', isRegExp: false, matchCase: false }, state: 'idle' } as const
  updateDocument('doc', { search })
  await nextMatch(1)
  expect(activeDocument()?.selection).toBeUndefined()
  updateDocument('doc', { marks: msg('All duplicates'), view: { kind: 'matches' } })
  expect(await step(1, 'line')).toEqual([2, 0, 0])
  expect(await step(1, 'line')).toEqual([5, 0, 1])
  expect(await step(-1, 'line')).toEqual([2, 0, 0])
  expect(activeDocument()?.view).toEqual({ kind: 'matches' })
})

test('a key that is held makes as many steps as it repeats', async () => {
  await Promise.all([nextMatch(1), nextMatch(1), nextMatch(1)])
  expect(shown()).toEqual([5, 1, 1])
})
