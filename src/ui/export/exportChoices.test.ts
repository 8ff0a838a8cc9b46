import { expect, test } from 'vitest'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import { msg } from '../../i18n/message.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { exportChoices, exportNote } from './exportChoices.ts'

const facts = {
  lines: 100,
  invalid: 7,
  blank: 3,
  warnings: 20,
  edited: 5,
  matches: 12,
  chosen: 0,
  causes: [{ code: 'bom', severity: 'error', title: msg('Byte order mark'), count: 1 }],
} as unknown as DocumentFacts

const countsByTitle = (view: Parameters<typeof exportChoices>[1]) =>
  Object.fromEntries(
    exportChoices(facts, view).map(({ title, count }) => [inEnglish(title), count]),
  )

test('valid, invalid and blank lines make up all lines', () => {
  const counts = countsByTitle({ kind: 'all' })
  expect(counts).toEqual({
    'All lines': 100,
    'Valid lines only': 90,
    'Invalid lines only': 7,
    'Current view': 100,
  })
})

test.each([
  [{ kind: 'invalid' }, 7],
  [{ kind: 'warnings' }, 20],
  [{ kind: 'matches' }, 12],
  [{ kind: 'cause', code: 'bom' }, 1],
  [{ kind: 'cause', code: 'gone' }, 0],
] as const)('the current view %o', (view, count) => {
  expect(countsByTitle(view)['Current view']).toBe(count)
})

test('what is invalid among all lines is said', () => {
  const notes = exportChoices(facts, { kind: 'warnings' }).map(exportNote)
  expect(inEnglish(notes)).toEqual([
    '100 lines, 7 of them invalid',
    '90 lines',
    '7 lines',
    '20 lines',
  ])
})

test('lines that are chosen are another choice', () => {
  const choices = exportChoices({ ...facts, chosen: 4 }, { kind: 'all' })
  expect(inEnglish(choices.at(-1))).toEqual({
    selection: { kind: 'chosen' },
    title: 'Chosen lines',
    count: 4,
  })
})
