import { describe, expect, test } from 'vitest'
import type { View } from '../../contracts/documentApi.ts'
import type { FieldStatistics } from '../../contracts/fieldStatistics.ts'
import { type FieldFigures, figurePath } from '../../fields/fieldFigures.ts'
import { idAt, openText, type OpenedText } from '../testing/openText.ts'

async function figuresOf(
  { session }: OpenedText,
  view: View = { kind: 'all' },
): Promise<FieldStatistics> {
  const result = await session.fieldStatistics(view, 'job', () => {})
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

function fieldAt({ fields }: FieldStatistics, ...path: readonly unknown[]): FieldFigures {
  const wanted = JSON.stringify(path)
  const found = fields.find((_, i) => JSON.stringify(figurePath(fields, i)) === wanted)
  if (!found) throw new Error(`no field ${wanted}`)
  return found
}

const EACH = { each: true }

describe('figures of the fields of a document', () => {
  test('say of each field which lines have it, and what is there', async () => {
    const opened = await openText(
      '{"user":{"id":1},"tags":["a","b"],"at":"2026-01-02T03:04:05Z"}\n' +
        '\n{"user":\n' +
        '{"user":"x","user":{"id":2},"tags":[],"created_at":1700000000}\n' +
        '{"user":"me","tags":["\\u0061"]}',
    )
    const figures = await figuresOf(opened)
    expect(figures).toMatchObject({
      lines: 3,
      notJson: 1,
      blank: 1,
      viewLines: 5,
      isCut: false,
      tooDeep: 0,
      revision: opened.facts().revision,
    })
    expect(fieldAt(figures)).toMatchObject({
      parent: -1,
      lines: 3,
      objects: { min: 2, max: 3, mean: 8 / 3 },
    })
    const user = fieldAt(figures, 'user')
    expect(user).toMatchObject({
      parent: 0,
      step: 'user',
      lines: 3,
      values: 3,
      first: { index: 0 },
    })
    expect(user.kinds.map(({ type, lines, first }) => [type, lines, first.index])).toEqual([
      ['object', 2, 0],
      ['string', 1, 4],
    ])
    expect(fieldAt(figures, 'user', 'id').numbers).toEqual({
      min: 1,
      max: 2,
      mean: 1.5,
      integers: 2,
    })
    expect(fieldAt(figures, 'tags', EACH)).toMatchObject({
      lines: 2,
      values: 3,
      strings: { min: 1, max: 1, mean: 1 },
      distinct: {
        count: 2,
        isExact: true,
        others: 0,
        top: [
          { value: 'a', count: 2, first: { index: 0 } },
          { value: 'b', count: 1 },
        ],
      },
    })
    expect(fieldAt(figures, 'at').times).toEqual({ kind: 'iso', share: 1 })
    expect(fieldAt(figures, 'created_at').times).toEqual({ kind: 'unix-seconds', share: 1 })
  })

  test('are those of the lines as they are now', async () => {
    const opened = await openText('{"n":1}\n{"n":2}\n{"n":3}\n{"n":4}\n')
    const { session } = opened
    const id = async (index: number) =>
      (await idAt(session, index)) as NonNullable<Awaited<ReturnType<typeof idAt>>>
    const before = await figuresOf(opened)
    await session.edit({
      kind: 'replace',
      id: await id(1),
      texts: ['{"n":20,"n":"twenty"}', '{"m":5}'],
    })
    await session.edit({ kind: 'delete', ids: [await id(0)] })
    await session.edit({ kind: 'insert', at: 0, texts: ['{"n":0}'] })
    await session.edit({ kind: 'move', id: await id(4), by: -1 })
    const figures = await figuresOf(opened)
    expect(await opened.texts()).toEqual([
      '{"n":0}',
      '{"n":20,"n":"twenty"}',
      '{"m":5}',
      '{"n":4}',
      '{"n":3}',
    ])
    expect(figures.revision).toBeGreaterThan(before.revision)
    expect(figures.revision).toBe(opened.facts().revision)
    expect(figures.lines).toBe(5)
    const n = fieldAt(figures, 'n')
    expect(n.numbers).toMatchObject({ min: 0, max: 4, mean: 7 / 3 })
    expect(n.distinct?.top.map(({ value, first }) => [value, first.index])).toEqual([
      [0, 0],
      ['twenty', 1],
      [4, 3],
      [3, 4],
    ])
    expect(n.distinct?.top.at(-1)?.first.id).toBe(await id(4))
    expect(fieldAt(figures, 'm').first).toEqual({ id: await id(2), index: 2 })
  })

  test('are those of a view', async () => {
    const opened = await openText(
      Array.from({ length: 100 }, (_, i) => `{"n":${i},"odd":${i % 2 === 1}}\n`).join(''),
    )
    await opened.session.search(
      { text: '"odd":true', isRegExp: false, matchCase: true },
      'search',
      () => {},
    )
    const figures = await figuresOf(opened, { kind: 'matches' })
    expect(figures).toMatchObject({ lines: 50, viewLines: 50 })
    expect(fieldAt(figures, 'n')).toMatchObject({
      first: { index: 1 },
      numbers: { min: 1, max: 99, mean: 50 },
    })
    expect(fieldAt(figures, 'n').distinct?.top[2]?.first.index).toBe(5)
    const none = await figuresOf(opened, { kind: 'invalid' })
    expect(none).toMatchObject({ lines: 0, viewLines: 0, fields: [] })
  })

  test('can be cancelled', async () => {
    const opened = await openText('{"n":1}\n')
    await opened.session.cancel('job')
    expect(await opened.session.fieldStatistics({ kind: 'all' }, 'job', () => {})).toMatchObject({
      ok: false,
      failure: { kind: 'cancelled' },
    })
  })
})

describe('one field more closely', () => {
  const details = async ({ session }: OpenedText, ...path: readonly unknown[]) => {
    const result = await session.fieldDetails({ kind: 'all' }, path as never, 'job', () => {})
    if (!result.ok) throw new Error(result.failure.code)
    return result.value
  }

  test('has all of its frequent values, and how numbers and lengths are spread', async () => {
    const lines = Array.from({ length: 2400 }, (_, i) =>
      JSON.stringify({
        user: { id: i % 1200, name: 'x'.repeat(i % 10) },
        list: [i, -i],
        often: i < 1000 ? `${i}` : 'often',
      }),
    )
    const opened = await openText(lines.join('\n'))
    const id = await details(opened, 'user', 'id')
    expect(id.values).toMatchObject({ distinct: 1200, isExact: true, others: 2400 - 200 })
    expect(id.values.top).toHaveLength(100)
    const edges = Array.from({ length: 25 }, (_, i) => i * 50)
    expect(id.numbers).toEqual({ edges, counts: edges.slice(1).map(() => 100), outside: 0 })
    expect((await details(opened, 'user', 'name')).lengths).toEqual({
      edges: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      counts: Array.from({ length: 10 }, () => 240),
      outside: 0,
    })
    expect((await details(opened, 'list')).sizes).toEqual({
      edges: [2, 3],
      counts: [2400],
      outside: 0,
    })
    expect((await details(opened, 'list', EACH)).numbers?.edges).toMatchObject({
      0: -2400,
      24: 2400,
    })
    const often = await details(opened, 'often')
    expect(often.values.top[0]).toMatchObject({
      value: 'often',
      count: 1400,
      first: { index: 1000 },
    })
    expect((await details(opened, 'nowhere')).values).toEqual({
      top: [],
      others: 0,
      distinct: 0,
      isExact: true,
    })
  })

  test('has its times', async () => {
    const day = (i: number) => new Date(Date.UTC(2026, 0, 1 + (i % 25))).toISOString()
    const opened = await openText(
      Array.from(
        { length: 250 },
        (_, i) => `{"at":"${i === 7 ? 'never' : day(i)}","created":${1700000000 + i}}`,
      ).join('\n'),
    )
    const at = await details(opened, 'at')
    expect(at.times?.edges).toEqual(
      Array.from({ length: 14 }, (_, i) => Date.UTC(2026, 0, 1 + 2 * i)),
    )
    expect(at.times).toMatchObject({ kind: 'iso', outside: 1 })
    expect(at.times?.texts?.slice(0, 2)).toEqual(['2026-01-01', '2026-01-03'])
    expect(at.times?.counts.reduce((a, b) => a + b)).toBe(249)
    const { times } = await details(opened, 'created')
    expect(times?.kind).toBe('unix-seconds')
    expect(times?.edges[0]).toBe(Date.UTC(2023, 10, 14, 22, 13, 15))
    expect(times?.edges[1]).toBe(Date.UTC(2023, 10, 14, 22, 13, 30))
    expect(times?.counts.slice(0, 2)).toEqual([10, 15])
  })

  test('has no texts where their order is not that of their times', async () => {
    const opened = await openText('{"at":"2026-01-02T00:30+02:00"}\n{"at":"2026-01-01T23:00Z"}\n')
    const { times } = await details(opened, 'at')
    expect(times?.counts.reduce((a, b) => a + b)).toBe(2)
    expect(times?.texts).toBeUndefined()
  })

  test('a line with thousands of keys of its own hides no field of the others', async () => {
    const odd = Array.from({ length: 3000 }, (_, i) => `"k${i}":${i}`).join(',')
    const usual = Array.from({ length: 99 }, (_, i) => `{"id":${i},"user":{"n":"x"}}`)
    const opened = await openText(usual.toSpliced(60, 0, `{"id":99,${odd}}`).join('\n'))
    const figures = await figuresOf(opened)
    expect(fieldAt(figures, 'id')).toMatchObject({ lines: 100, numbers: { max: 99 } })
    expect(fieldAt(figures, 'user', 'n').lines).toBe(99)
    const others = fieldAt(figures, { anyKey: true })
    expect(others).toMatchObject({ lines: 1, values: 3000 })
    const { numbers } = await details(opened, { anyKey: true })
    expect(numbers?.counts.reduce((a, b) => a + b)).toBe(3000)
  })

  test('is found below keys that are not told apart', async () => {
    const opened = await openText(
      Array.from({ length: 1500 }, (_, i) => `{"by":{"id ${i}":{"n":${i}}}}`).join('\n'),
    )
    expect(
      (await details(opened, 'by', { anyKey: true }, 'n')).numbers?.counts.reduce((a, b) => a + b),
    ).toBe(1500)
  })
})
