import { expect, test } from 'vitest'
import { lineId } from '../../base/units.ts'
import { blankDocument, type DocumentTab } from '../../state/store.ts'
import { currentMatch, searchStatus, spokenMatch } from './searchStatus.ts'

const search = {
  query: { text: 'a', isRegExp: false, matchCase: false },
  state: 'done',
} as const

const tab: DocumentTab = {
  ...blankDocument,
  search,
  selection: { id: lineId(7), index: 31_206, jump: 1 },
  match: { line: lineId(7), at: 1, count: 3, row: 4, jump: 1 },
}

test('the line that was gone to is said among those that match', () => {
  expect(searchStatus(search, 412).text).toBe('412 lines')
  expect(searchStatus(search, 412, currentMatch(tab)).text).toBe('5 of 412')
  expect(spokenMatch(tab)).toBe(' matching lines, line 31,207, match 2 of 3')
})

test('another line is none that was gone to', () => {
  const other = { ...tab, selection: { id: lineId(8), index: 31_207, jump: 2 } }
  expect(currentMatch(other)).toBeUndefined()
  expect(spokenMatch(other)).toBeUndefined()
})
