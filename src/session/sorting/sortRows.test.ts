// Rows as the session sorts them against JSON.parse and a plain stable sort.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LineId } from '../../base/units.ts'
import { FIELD_COLUMN } from '../../contracts/columns.ts'
import type { View } from '../../contracts/documentApi.ts'
import type { SortRequest } from '../../contracts/sorting.ts'
import { parseFieldColumn } from '../../fields/fieldColumn.ts'
import { anyValue } from '../../fields/testing/queries.ts'
import { runs } from '../../tooling/runs.ts'
import { type OpenedText, openText } from '../testing/openText.ts'
import { comparePlainly } from '../testing/plainOrder.ts'
import { spellLine } from '../testing/spellLine.ts'
import { sortedValue } from './readSortValues.ts'

const FIELDS = ['a', 'b', 'a.b', 'a[-1]', 'a[*]', 'length(a)', 'length($[*])', '$'] as const
const ALL: View = { kind: 'all' }

async function openWithColumns(text: string): Promise<OpenedText> {
  const opened = await openText(text, { formatId: 'plainJsonl' })
  const wishes = FIELDS.map((field) => ({ id: FIELD_COLUMN + field, field }))
  await opened.session.setColumns({ [opened.facts().columnsKey]: wishes })
  return opened
}

const byField = (field: string, isDescending = false): SortRequest => ({
  by: { kind: 'column', id: FIELD_COLUMN + field },
  isDescending,
})

async function sort({ session }: OpenedText, request: SortRequest): Promise<void> {
  const result = await session.sortRows(request, 'sort', () => {})
  if (!result.ok) throw new Error(result.failure.code)
}

async function rowsOf({ session }: OpenedText, view = ALL) {
  const window = await session.readRows(view, 0, 1000)
  if (!window.ok) throw new Error(window.failure.code)
  return window.value.rows
}

async function numbersOf(opened: OpenedText, view = ALL): Promise<readonly number[]> {
  return (await rowsOf(opened, view)).map(({ line }) => line)
}

/** Line numbers as a plain sort has them. */
function plainOrder(lines: readonly string[], field: string, isDescending: boolean): number[] {
  const column = parseFieldColumn(field)
  if (!column) throw new Error(field)
  const keys = lines.map((line) => {
    const text = line.replace(/^\uFEFF/, '').replace(/\r$/, '')
    if (/^[ \t\r]*$/.test(text)) return { rank: 2, value: undefined }
    try {
      const value = sortedValue(JSON.parse(text), { ...column, paths: [column.path] })
      return { rank: 0, value }
    } catch {
      return { rank: 1, value: undefined }
    }
  })
  const order = (a: (typeof keys)[number], b: (typeof keys)[number]): number =>
    a.rank - b.rank || comparePlainly(a.value, b.value, isDescending)
  return keys
    .map((key, i) => ({ key, line: i + 1 }))
    .sort((a, b) => order(a.key, b.key))
    .map(({ line }) => line)
}

const anyLine = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(anyValue, fc.array(fc.nat(), { minLength: 1, maxLength: 20 }))
      .map(([value, picks]) => {
        let next = 0
        return spellLine(value, (limit) => (picks[next++ % picks.length] as number) % limit)
      }),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(
        '"item 2"',
        '"item 10"',
        '"2026-01-01"',
        '"2026-01-01T01:00:00+02:00"',
        '7',
        '7.0',
      )
      .map((value) => `{"a":${value}}`),
  },
  { weight: 1, arbitrary: fc.constantFrom('', '{"a":1', ' ', '{"a":1,"a":"x"}', '{"\\u0061":3}') },
)

describe('rows that are sorted', () => {
  test('stand as JSON.parse and a plain stable sort have them, also of edited lines', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyLine, { minLength: 1, maxLength: 14 }),
        fc.array(fc.tuple(fc.nat(), anyLine), { maxLength: 3 }),
        fc.constantFrom(...FIELDS),
        fc.boolean(),
        async (drawn, edits, field, isDescending) => {
          const opened = await openWithColumns(`${drawn.join('\n')}\n`)
          const lines = [...drawn]
          for (const [at, text] of edits) {
            const id = (at % lines.length) as LineId
            await opened.session.edit({ kind: 'replace', id, texts: [text] })
            lines[id] = text
          }
          await sort(opened, byField(field, isDescending))
          expect(await numbersOf(opened)).toEqual(plainOrder(lines, field, isDescending))
        },
      ),
      runs(600, 30),
    )
  })

  test('are those of every view, and of the document again', async () => {
    const opened = await openWithColumns('{"a":3}\n{"a":\n{"b":1}\n{"a":1}\nno\n\n{"a":2}\n')
    await sort(opened, byField('a'))
    expect(await numbersOf(opened)).toEqual([4, 7, 1, 3, 2, 5, 6])
    expect(await numbersOf(opened, { kind: 'invalid' })).toEqual([2, 5])
    expect(opened.facts().order).toMatchObject({ missing: 1, notJson: 2, isStale: false })
    await sort(opened, byField('a', true))
    expect(await numbersOf(opened)).toEqual([1, 7, 4, 3, 2, 5, 6])
    await opened.session.unsortRows()
    expect(await numbersOf(opened)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(opened.facts().order).toBeUndefined()
  })

  test('stay where they are when they are edited; added lines stand at the end', async () => {
    const opened = await openWithColumns('{"a":3}\n{"a":1}\n{"a":2}\n')
    const { session } = opened
    await sort(opened, byField('a'))
    await session.edit({ kind: 'replace', id: 1 as LineId, texts: ['{"a":9}', '{"a":0}'] })
    const texts = async () => (await rowsOf(opened)).map(({ text }) => text)
    expect(await texts()).toEqual(['{"a":9}', '{"a":2}', '{"a":3}', '{"a":0}'])
    expect(opened.facts().order).toMatchObject({ isStale: true })
    await session.edit({ kind: 'delete', ids: [2 as LineId] })
    expect(await texts()).toEqual(['{"a":9}', '{"a":3}', '{"a":0}'])
    await session.undo()
    await session.undo()
    expect(await texts()).toEqual(['{"a":1}', '{"a":2}', '{"a":3}'])
    await session.redo()
    await sort(opened, byField('a'))
    expect(await texts()).toEqual(['{"a":0}', '{"a":2}', '{"a":3}', '{"a":9}'])
    expect(await numbersOf(opened)).toEqual([3, 4, 1, 2])
  })

  test('are found, gone through and chosen as they stand', async () => {
    const opened = await openWithColumns('{"a":3}\n{"a":1}\n{"a":4}\n{"a":2}\nno\n')
    const { session } = opened
    await sort(opened, byField('a'))
    const row = await session.rowOfLine(ALL, { index: 0 })
    expect(row).toMatchObject({ ok: true, value: { row: 2 } })
    const next = async (index: number, direction: 1 | -1, view: View = ALL) => {
      const found = await session.nextLine(view, { index }, direction)
      return found.ok ? found.value.line?.index : undefined
    }
    expect(await next(0, 1)).toBe(2)
    expect(await next(0, -1)).toBe(3)
    expect(await next(4, 1)).toBe(1)
    expect(await next(-1, 1)).toBe(1)
    expect(await next(0, 1, { kind: 'invalid' })).toBe(4)
    await session.choose({
      kind: 'range',
      view: ALL,
      from: { row: 1 },
      to: { row: 2 },
      keepsOthers: false,
    })
    const chosen = (await rowsOf(opened)).filter(({ isChosen }) => isChosen)
    expect(chosen.map(({ line }) => line)).toEqual([4, 1])
  })

  test('are in the reverse order of their lines', async () => {
    const opened = await openWithColumns('{"a":3}\nno\n{"a":4}\n')
    await sort(opened, { by: { kind: 'line' }, isDescending: true })
    expect(await numbersOf(opened)).toEqual([3, 2, 1])
  })

  test('are in the order of their sizes', async () => {
    const text = '\uFEFF{}\r\n{"é":"é"}\n\r\n\n\r\r\nno JSON, and long\n[1]\r'
    const opened = await openText(text, { formatId: 'plainJsonl' })
    await opened.session.edit({ kind: 'replace', id: 1 as LineId, texts: ['{"é":"éé"}', ''] })
    await sort(opened, { by: { kind: 'size' }, isDescending: false })
    const sizes = (await rowsOf(opened)).map(({ text: line }) => Buffer.byteLength(line))
    expect(sizes).toEqual([0, 0, 0, 1, 4, 5, 13, 17])
    await sort(opened, { by: { kind: 'size' }, isDescending: true })
    expect(await numbersOf(opened)).toEqual([7, 2, 1, 8, 6, 3, 4, 5])
  })

  test('stay as they are when sorting is cancelled, or the column is gone', async () => {
    const opened = await openWithColumns('{"a":3}\n{"a":1}\n')
    await sort(opened, byField('a'))
    await opened.session.cancel('later')
    const cancelled = await opened.session.sortRows(byField('a', true), 'later', () => {})
    expect(cancelled).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
    expect(await opened.session.sortRows(byField('zz'), 'gone', () => {})).toMatchObject({
      failure: { code: 'unknown-column' },
    })
    expect(await numbersOf(opened)).toEqual([2, 1])
  })
})
