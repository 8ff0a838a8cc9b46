import { expect, test } from 'vitest'
import { lineId } from '../../base/units.ts'
import { english } from '../../i18n/loadTranslator.ts'
import type { Message } from '../../i18n/message.ts'
import { blankDocument, type DocumentTab } from '../../state/store.ts'
import { currentMatch, searchStatus } from './searchStatus.ts'

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

/** In English, with what is only spoken in brackets. */
function textOf(message: Message | undefined): string | undefined {
  return message && english.rich(message, { spoken: (words) => `[${words.join('')}]` }).join('')
}

test('the line that was gone to is said among those that match', () => {
  const current = currentMatch(tab)
  expect(textOf(searchStatus(search, 412).text)).toBe('412 lines')
  expect(textOf(searchStatus(search, 412, current && { ...current, index: 31_206 }).text)).toBe(
    '5 of 412[ matching lines, line 31,207, match 2 of 3]',
  )
})

test('another line is none that was gone to', () => {
  const other = { ...tab, selection: { id: lineId(8), index: 31_207, jump: 2 } }
  expect(currentMatch(other)).toBeUndefined()
})

test('a search that found nothing, goes on, or was stopped says so', () => {
  const progress = {
    state: 'searching',
    unit: 'lines',
    matchingLines: 1,
    done: 10,
    total: 40,
  } as const
  expect(textOf(searchStatus(search, 0).text)).toBe('No lines')
  expect(searchStatus({ query: search.query, state: 'idle' }, 0).text).toBeUndefined()
  const searching = searchStatus({ query: search.query, state: 'searching', progress }, 0)
  expect(textOf(searching.text)).toBe('1 line so far')
  expect(searching.share).toBe(0.25)
  const stopped = searchStatus({ query: search.query, state: 'idle', progress }, 0)
  expect(textOf(stopped.text)).toBe('1 line so far, stopped')
})
