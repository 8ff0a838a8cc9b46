import { expect, test } from 'vitest'
import type { PairingFacts } from '../../../contracts/pairingApi.ts'
import { english } from '../../../i18n/loadTranslator.ts'
import type { Message } from '../../../i18n/message.ts'
import { columnRoom } from './columnRoom.ts'
import { pairColumns } from './pairColumns.ts'

/** 400 requests to one model, some of which failed. */
function factsOf(change: object = {}, summary: object = {}): PairingFacts {
  return {
    requests: 400,
    succeeded: 363,
    failed: 30,
    missing: 7,
    unexpected: 0,
    duplicate: 0,
    ...change,
    summary: {
      errors: [{ value: 'context_length_exceeded', count: 30 }],
      statuses: [
        { value: 200, count: 363 },
        { value: 400, count: 30 },
      ],
      finishReasons: [
        { value: 'stop', count: 351 },
        { value: 'length', count: 12 },
      ],
      models: [
        { asked: 'gpt-6-luna', answered: 'gpt-6-luna-2026-08-01', count: 363 },
        { asked: 'gpt-6-luna', answered: undefined, count: 37 },
      ],
      unusable: [{ value: 'schema-mismatch', count: 12 }],
      usage: { total: 5000 },
      spreads: [{ name: 'total', max: 1200 }],
      ...summary,
    },
  } as unknown as PairingFacts
}

const idsOf = (facts: PairingFacts | undefined, filter = {}): string =>
  pairColumns(facts, filter, 31, english.t)
    .columns.map(({ id }) => id)
    .join(' ')

test('what is the same in every row is said once, and has no column', () => {
  const { uniform } = pairColumns(factsOf(), {}, 31, english.t)
  expect(uniform).toEqual([{ id: 'model', value: 'gpt-6-luna-2026-08-01' }])
  expect(idsOf(factsOf())).toBe('id outcome status error finish prompt answer tokens')
})

test('what is empty in this pairing has no column', () => {
  const allGood = factsOf(
    { succeeded: 393, failed: 0 },
    {
      errors: [],
      statuses: [{ value: 200, count: 393 }],
      finishReasons: [{ value: 'stop', count: 393 }],
      usage: { total: 0 },
      unusable: [],
    },
  )
  expect(idsOf(allGood)).toBe('id outcome prompt answer')
  expect(pairColumns(allGood, {}, 31, english.t).uniform.map(({ value }) => value)).toEqual([
    '200',
    'stop',
    'gpt-6-luna-2026-08-01',
  ])
})

test('a filter takes the columns that none of its rows fills', () => {
  expect(idsOf(factsOf(), { outcome: 'missing' })).toBe('id outcome prompt')
  expect(idsOf(factsOf(), { unusable: 'any' })).toBe(
    'id outcome status finish prompt answer tokens',
  )
})

test('a status that only some answers have, another model, and duplicates keep their columns', () => {
  expect(idsOf(factsOf({}, { statuses: [{ value: 200, count: 363 }] }))).toContain('status')
  const other = { asked: 'gpt-6-luna', answered: 'gpt-6-sol', count: 1 }
  expect(idsOf(factsOf({}, { models: [other] }))).toContain('model')
  expect(idsOf(factsOf({ duplicate: 1 }, { errors: [] }))).toBe(
    'id outcome status error finish model prompt answer tokens',
  )
  expect(idsOf(undefined)).toBe('id outcome status error finish model prompt answer tokens')
})

/** Pixels that each shown column has at least. */
function roomAt(width: number): Readonly<Record<string, number>> {
  const { columns } = pairColumns(factsOf(), {}, 31, english.t)
  const { shown, tracks, minWidth } = columnRoom(columns, width)
  expect(minWidth).toBeLessThanOrEqual(width)
  const pixels = [...tracks.matchAll(/(\d+)px/g)].map(([, px]) => Number(px))
  expect(pixels).toHaveLength(shown.length)
  expect(pixels.reduce((sum, px) => sum + px, 0)).toBeLessThanOrEqual(width)
  return Object.fromEntries(shown.map((id, at) => [id, pixels[at] ?? 0]))
}

/** Of the error's code, and of what is said of a useless answer. */
const ERROR = 23 * 7.3 + 16
const TAG = 22 * 6.5 + 28

test.each([1920, 1440, 1172, 1012, 756])('at %d pixels no code of an error is cut', (width) => {
  const room = roomAt(width)
  expect(room['error']).toBeGreaterThanOrEqual(ERROR)
  expect(room['answer']).toBeGreaterThanOrEqual(TAG)
})

test('with much room all that is short is whole, and the texts have the rest', () => {
  const room = roomAt(1652)
  expect(room['id']).toBeGreaterThan(31 * 7.3)
  expect(room['finish']).toBeGreaterThan(6 * 7.3)
  expect(columnRoom(pairColumns(factsOf(), {}, 31, english.t).columns, 1652).tracks).toMatch(
    /minmax\(\d+px, 1fr\) minmax\(\d+px, 1\.4fr\) \d+px$/,
  )
})

test('columns give way one after the other, the code of an error to its message at last', () => {
  expect(Object.keys(roomAt(620)).join(' ')).toBe('id outcome status error answer')
  expect(Object.keys(roomAt(540)).join(' ')).toBe('id outcome error answer')
  expect(Object.keys(roomAt(390)).join(' ')).toBe('id outcome answer')
  expect(roomAt(390)['answer']).toBeGreaterThanOrEqual(TAG)
  const { columns } = pairColumns(factsOf(), { outcome: 'missing' }, 31, english.t)
  expect(columnRoom(columns, 390).shown).toEqual(['id', 'outcome', 'prompt'])
})

/** Titles that take twice the room, as in Chinese: each is of wide characters, as many as in English. */
const wide = (message: Message): string => '字'.repeat(english.t(message).length)

test('titles and outcomes in wide characters have room as well', () => {
  const widths = (t: typeof wide) =>
    Object.fromEntries(
      pairColumns(factsOf(), {}, 31, t).columns.map(({ id, least }) => [id, least]),
    )
  const [narrow, other] = [widths(english.t), widths(wide)]
  // Twelve pixels a character.
  expect(other['outcome']).toBeGreaterThanOrEqual(26 + 10 * 12)
  expect(other['status']).toBeGreaterThanOrEqual(16 + 4 * 12)
  expect(other['answer']).toBeGreaterThanOrEqual(28 + 22 * 12)
  expect(other['id']).toBe(narrow['id'])
})
