import { expect, test } from 'vitest'
import { JOINED_FIELDS, type PairSourceFacts, type PairView } from '../../contracts/pairingApi.ts'
import {
  baseNameOf,
  exportOf,
  isFiltered,
  moveField,
  parseTokenLimit,
  type PairExportChoices,
  usualChoices,
} from './exportChoices.ts'

const all: PairView = { filter: {}, order: 'ids' }
const failed: PairView = { filter: { outcome: 'failed' }, order: 'ids' }

function exportFor(change: Partial<PairExportChoices>, view: PairView) {
  const result = exportOf({ ...usualChoices, ...change }, view)
  return result.ok ? result.value : result.failure.message
}

test('what is typed for a retry goes along only where something is typed', () => {
  expect(exportFor({}, all)).toEqual({
    kind: 'retry',
    options: { failed: true, missing: true, unusable: [] },
  })
  const retry = {
    failed: false,
    missing: false,
    unusable: ['cut-off'],
    model: ' gpt-6-sol ',
    tokenLimit: '16,000',
    idSuffix: '-again',
  } as const
  expect(exportFor({ retry }, all)).toEqual({
    kind: 'retry',
    options: {
      failed: false,
      missing: false,
      unusable: ['cut-off'],
      model: 'gpt-6-sol',
      tokenLimit: 16_000,
      idSuffix: '-again',
    },
  })
})

test('what is missing from a choice is said', () => {
  const none = { ...usualChoices.retry, failed: false, missing: false }
  expect(exportFor({ retry: none }, all)).toBe('Choose what to send again.')
  expect(exportFor({ retry: { ...usualChoices.retry, tokenLimit: 'many' } }, all)).toMatch(/whole/)
  const fields = usualChoices.fields.map(({ field }) => ({ field, isChosen: false }))
  expect(exportFor({ kind: 'joinedCsv', fields }, all)).toBe('Choose at least one field.')
})

test('the filter of the table counts only when it is asked for', () => {
  const kind = 'trainingSet'
  expect(exportFor({ kind, onlyShown: false }, failed)).toEqual({ kind, view: all })
  expect(exportFor({ kind, onlyShown: true }, failed)).toEqual({ kind, view: failed })
  expect(exportFor({ kind, onlyShown: true }, all)).toEqual({ kind, view: all })
  expect(exportFor({ onlyShown: true }, failed)).toHaveProperty('options.onlyView', failed)
  expect(exportFor({ onlyShown: true }, all)).not.toHaveProperty('options.onlyView')
})

test('groups are for joined results; others need the rule for a chosen group alone', () => {
  const group = { kind: 'beforeLast', separator: '-' } as const
  const grouped: PairView = { ...all, group }
  const oneGroup: PairView = { filter: { group: 'doc-7' }, order: 'ids', group }
  expect(exportFor({ kind: 'joinedJsonl' }, grouped)).toHaveProperty('view', grouped)
  expect(exportFor({ kind: 'trainingSet' }, grouped)).toHaveProperty('view', all)
  const onlyShown = true
  expect(exportFor({ kind: 'trainingSet', onlyShown }, oneGroup)).toHaveProperty('view', oneGroup)
})

test('answers alone are in the order of the requests, whatever that of the table', () => {
  expect(exportFor({ kind: 'answers' }, all)).toHaveProperty('view.order', 'requests')
})

test('fields are written in the order in which they stand', () => {
  const chosen = usualChoices.fields.filter(({ isChosen }) => isChosen).map(({ field }) => field)
  expect(exportFor({ kind: 'joinedJsonl' }, all)).toHaveProperty('fields', chosen)
  const fields = moveField(usualChoices.fields, 'outcome', -1)
  expect(exportFor({ kind: 'joinedJsonl', fields }, all)).toHaveProperty(
    'fields',
    expect.arrayContaining(['outcome', 'custom_id']),
  )
  expect(fields.slice(0, 2).map(({ field }) => field)).toEqual(['outcome', 'custom_id'])
})

test('moving a field loses none, and the ends stay', () => {
  const names = (fields: PairExportChoices['fields']) => fields.map(({ field }) => field)
  expect(moveField(usualChoices.fields, 'custom_id', -1)).toBe(usualChoices.fields)
  expect(moveField(usualChoices.fields, 'not_usable', 1)).toBe(usualChoices.fields)
  for (const field of JOINED_FIELDS) {
    const moved = moveField(usualChoices.fields, field, 1)
    expect(names(moved).toSorted()).toEqual(names(usualChoices.fields).toSorted())
    expect(names(moveField(moved, field, field === 'not_usable' ? 1 : -1))).toEqual(
      names(usualChoices.fields),
    )
  }
})

test.each([
  ['', undefined],
  ['  ', undefined],
  ['4000', 4000],
  ['4,000', 4000],
  ['16.000', 16_000],
  ['1 000 000', 1_000_000],
])('a token limit typed as %o is %o', (typed, value) => {
  expect(parseTokenLimit(typed)).toEqual({ ok: true, value })
})

test.each(['0', '-5', '1.5', '4k', '1e3', '1,00', '999999999999'])(
  '%o is no token limit',
  (typed) => {
    expect(parseTokenLimit(typed).ok).toBe(false)
  },
)

test('a filter without conditions is none', () => {
  expect(isFiltered(all)).toBe(false)
  expect(isFiltered({ ...all, filter: { outcome: undefined } })).toBe(false)
  // Ids that a pattern does not match.
  expect(isFiltered({ ...all, filter: { group: null } })).toBe(true)
})

test('files are called after the requests, merged answers after the answers', () => {
  const sources = [
    { role: 'answers', name: 'my.output.jsonl' },
    { role: 'requests', name: 'input.jsonl' },
  ] as readonly Partial<PairSourceFacts>[] as readonly PairSourceFacts[]
  expect(baseNameOf('retry', { sources })).toBe('input-retry')
  expect(baseNameOf('joinedCsv', { sources })).toBe('input-joined')
  expect(baseNameOf('merged', { sources })).toBe('my.output-merged')
  expect(baseNameOf('report', { sources: [] })).toBe('pairs-report')
})
