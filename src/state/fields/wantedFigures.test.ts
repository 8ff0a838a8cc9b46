import { describe, expect, test } from 'vitest'
import type { FieldStatistics } from '../../contracts/fieldStatistics.ts'
import { emptySearch } from '../store.ts'
import type { CountedFields } from './fieldsStore.ts'
import { nextCount, wantedLines } from './wantedFigures.ts'

const all = { view: { kind: 'all' }, id: 'all' } as const
const invalid = { view: { kind: 'invalid' }, id: 'invalid' } as const
const figures: FieldStatistics = {
  revision: 3,
  viewLines: 0,
  lines: 0,
  notJson: 0,
  blank: 0,
  fields: [],
  isCut: false,
  tooDeep: 0,
}
const done: CountedFields = {
  key: 'a',
  lines: all,
  jobId: '1',
  state: 'done',
  result: { lines: all, figures },
}

describe('which lines are counted', () => {
  const query = { text: 'a = 1', isQuery: true, isRegExp: false, matchCase: false }
  const matches = { kind: 'matches' } as const

  test('all of them, or those that are shown', () => {
    expect(wantedLines({ view: invalid.view, search: emptySearch }, 'all')).toEqual(all)
    expect(wantedLines({ view: invalid.view, search: emptySearch }, 'shown')).toEqual(invalid)
    const cause = { kind: 'cause', code: 'x' } as const
    expect(wantedLines({ view: cause, search: emptySearch }, 'shown')?.id).toBe('cause x')
  })

  test('those of a query once they are found, and others for another query', () => {
    const view = matches
    expect(wantedLines({ view, search: { query, state: 'searching' } }, 'shown')).toBeUndefined()
    const one = wantedLines({ view, search: { query, state: 'done' } }, 'shown')
    const other = wantedLines(
      { view, search: { query: { ...query, text: 'a = 2' }, state: 'done' } },
      'shown',
    )
    expect(one?.id).not.toBe(other?.id)
  })
})

describe('figures are counted', () => {
  test('when there are none, or of other lines', () => {
    expect(nextCount(undefined, all, 3, false)).toBe('count')
    expect(nextCount(done, invalid, 3, false)).toBe('count-later')
    expect(nextCount(done, all, 3, true)).toBe('nothing')
  })

  test('again after an edit where that is quick', () => {
    expect(nextCount(done, all, 4, true)).toBe('count-later')
    expect(nextCount(done, all, 4, false)).toBe('nothing')
  })

  test('not when that was stopped', () => {
    expect(nextCount({ ...done, state: 'stopped', result: undefined }, all, 4, true)).toBe(
      'nothing',
    )
  })
})
