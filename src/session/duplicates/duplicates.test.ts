import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LineId } from '../../base/units.ts'
import type {
  DuplicateBy,
  DuplicateKeep,
  DuplicateLines,
  DuplicateReport,
} from '../../contracts/duplicates.ts'
import type { Row } from '../../contracts/documentApi.ts'
import { parseFieldPath } from '../../fields/fieldPathText.ts'
import { type JsonPath, valueAt } from '../../json/jsonPath.ts'
import { anyValue } from '../../fields/testing/queries.ts'
import { runs } from '../../tooling/runs.ts'
import { type OpenedText, openText } from '../testing/openText.ts'

const KEEPS: readonly DuplicateKeep[] = ['first', 'last', 'valid']

async function find({ session }: OpenedText, by: DuplicateBy): Promise<DuplicateReport> {
  const found = await session.findDuplicates(by, 'find', () => {})
  if (!found.ok) throw new Error(found.failure.code)
  return found.value
}

async function rowsOf({ session }: OpenedText): Promise<readonly Row[]> {
  const rows = await session.readRows({ kind: 'all' }, 0, 1000)
  if (!rows.ok) throw new Error(rows.failure.code)
  return rows.value.rows
}

/** Line numbers that are marked. */
async function marked({ session }: OpenedText, lines: DuplicateLines): Promise<number[]> {
  const count = await session.markDuplicates(lines, 'mark')
  const rows = await session.readRows({ kind: 'matches' }, 0, 1000)
  if (!count.ok || !rows.ok) throw new Error('not marked')
  const numbers = rows.value.rows.map(({ line }) => line)
  expect(count.value).toBe(numbers.length)
  return numbers
}

/** Equal for values that are equal; objects whatever the order of their members. */
function keyOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? ['object', ...Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))]
      : part,
  )
}

interface Plain {
  /** Line numbers of each group, in the order of their first lines. */
  readonly groups: readonly (readonly number[])[]
  readonly without: number
  readonly notJson: number
  readonly compared: number
  readonly absent: readonly string[]
}

/** The same by JSON.parse and a Map, line by line. */
function plainly(rows: readonly Row[], by: DuplicateBy): Plain {
  const groups = new Map<string, number[]>()
  let without = 0
  let notJson = 0
  let compared = 0
  const absent = new Set(by.kind === 'line' ? [] : by.paths)
  for (const { line, text, verdict } of rows) {
    if (verdict === 'blank') continue
    let key = text
    if (by.kind === 'fields') {
      let value: unknown
      try {
        value = JSON.parse(text)
      } catch {
        notJson++
        continue
      }
      const values = by.paths.map((path) =>
        valueAt(value, (parseFieldPath(path) ?? []) as JsonPath),
      )
      by.paths.forEach((path, i) => values[i] !== undefined && absent.delete(path))
      if (values.every((one) => one === undefined)) {
        without++
        continue
      }
      key = values.map((one) => (one === undefined ? 'none' : keyOf(one))).join('\n')
    }
    compared++
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  return {
    groups: [...groups.values()].filter(({ length }) => length > 1),
    without,
    notJson,
    compared,
    absent: [...absent],
  }
}

async function expectPlain(opened: OpenedText, by: DuplicateBy): Promise<void> {
  const rows = await rowsOf(opened)
  const plain = plainly(rows, by)
  const { largest, ...report } = await find(opened, by)
  const { groups, ...counts } = plain
  const all = groups.flat().toSorted((a, b) => a - b)
  expect(report).toEqual({ groups: groups.length, lines: all.length, ...counts })
  const bySize = groups.toSorted((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
  expect(largest.map(({ count, line }) => [count, line])).toEqual(
    bySize.map((group) => [group.length, group[0]]),
  )
  expect(await marked(opened, { kind: 'all' })).toEqual(all)
  for (const [at, group] of bySize.entries()) {
    expect(await marked(opened, { kind: 'group', at })).toEqual(group)
  }
  for (const keep of KEEPS) {
    const kept = new Set(groups.map((group) => staying(group, rows, keep)))
    expect(await marked(opened, { kind: 'others', keep })).toEqual(
      all.filter((line) => !kept.has(line)),
    )
  }
}

function staying(group: readonly number[], rows: readonly Row[], keep: DuplicateKeep): number {
  if (keep === 'first') return group[0] as number
  if (keep === 'last') return group.at(-1) as number
  const verdictOf = (line: number) => rows.find((row) => row.line === line)?.verdict
  for (const verdict of ['valid', 'warning', 'invalid'] as const) {
    const found = group.find((line) => verdictOf(line) === verdict)
    if (found !== undefined) return found
  }
  throw new Error('a blank line')
}

const anyLine = fc.oneof(
  { weight: 6, arbitrary: anyValue.map((value) => JSON.stringify(value)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('1', '1.0', '"x"', '"\\u0078"', 'null', '{}'), fc.nat(1))
      .map(([value, b]) => `{"a": ${value} ,"b":${b}}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('{"a":0,"a":1}', '{"a":{"b":1,"b":2}}', '{"a":1,"a":2}'),
  },
  { weight: 1, arbitrary: fc.constantFrom('', '{"a":1', ' ', '{"a":1,}', '7', '[1]') },
)

describe('lines that are the same', () => {
  test('are those of a Map over JSON.parse, before and after edits', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyLine, { minLength: 1, maxLength: 20 }),
        fc.oneof(
          fc.constant<DuplicateBy>({ kind: 'line' }),
          fc
            .uniqueArray(fc.constantFrom('a', 'b', 'a.b', 'a[0]', 'a[-1]', '$', 'list'), {
              minLength: 1,
              maxLength: 3,
            })
            .map((paths): DuplicateBy => ({ kind: 'fields', paths })),
        ),
        fc.array(fc.tuple(fc.nat(30), fc.nat(3), anyLine), { maxLength: 4 }),
        async (lines, by, edits) => {
          // That lines repeat each other is against none of them.
          const opened = await openText(`${lines.join('\r\n')}\n`, {
            formatId: 'plainJsonl',
            ignored: ['repeated-line'],
          })
          await expectPlain(opened, by)
          for (const [at, kind, text] of edits) {
            const { session } = opened
            const rows = await rowsOf(opened)
            const id = rows[at % Math.max(1, rows.length)]?.id as LineId
            if (rows.length === 0) break
            if (kind === 0) await session.edit({ kind: 'replace', id, texts: [text, text] })
            else if (kind === 1) await session.edit({ kind: 'delete', ids: [id] })
            else if (kind === 2) await session.edit({ kind: 'move', id, by: 1 })
            else await session.edit({ kind: 'duplicate', id })
          }
          await expectPlain(opened, by)
        },
      ),
      runs(60),
    )
  })

  test('are compared by numbers as they are, not as doubles', async () => {
    const opened = await openText(
      '{"id":9007199254740993}\n{"id":9007199254740992}\n{"id":9007199254740993.0}\n',
    )
    const { groups, largest } = await find(opened, { kind: 'fields', paths: ['id'] })
    expect([groups, largest[0]?.values]).toEqual([1, ['9007199254740993']])
    expect(await marked(opened, { kind: 'all' })).toEqual([1, 3])
  })

  test('of several places: the line that is valid but for its repeats stays', async () => {
    const request = (model: unknown) =>
      JSON.stringify({
        custom_id: 'a',
        method: 'POST',
        url: '/v1/chat/completions',
        body: { model, messages: [{ role: 'user', content: 'Hi' }] },
      })
    const opened = await openText(`${request(1)}\n${request('gpt-4o-mini')}\n${request(2)}\n`, {
      formatId: 'batchInput',
    })
    expect(await opened.verdicts()).toEqual(['invalid', 'invalid', 'invalid'])
    await find(opened, { kind: 'fields', paths: ['custom_id'] })
    expect(await marked(opened, { kind: 'others', keep: 'valid' })).toEqual([1, 3])
  })

  test('are forgotten when lines change, and end an earlier search', async () => {
    const opened = await openText('{"a":1}\n{"a":1}\n{"a":2}\n')
    const { session } = opened
    await session.search({ text: '2', isRegExp: false, matchCase: false }, 'search', () => {})
    await find(opened, { kind: 'line' })
    expect(await marked(opened, { kind: 'all' })).toEqual([1, 2])
    // Marks are no change.
    const lines = await session.duplicateLines({ kind: 'others', keep: 'first' })
    if (!lines.ok) throw new Error(lines.failure.code)
    const target = { kind: 'lines', lines: lines.value } as const
    await session.editMany({ kind: 'delete', target }, 'delete', () => {})
    expect(await opened.texts()).toEqual(['{"a":1}', '{"a":2}'])
    const late = await session.markDuplicates({ kind: 'all' }, 'mark')
    expect(!late.ok && late.failure.code).toBe('document-changed')
    await session.undo()
    expect(await opened.texts()).toEqual(['{"a":1}', '{"a":1}', '{"a":2}'])
  })

  test('what cannot be compared by says so', async () => {
    const { session } = await openText('{"a":1}\n')
    for (const paths of [[], ['a[*]'], ['a['], Array.from({ length: 17 }, () => 'a')]) {
      const found = await session.findDuplicates({ kind: 'fields', paths }, 'find', () => {})
      expect(!found.ok && found.failure.code).toBe('bad-option')
    }
  })

  test('a job that is cancelled finds nothing', async () => {
    const { session } = await openText('{"a":1}\n{"a":1}\n')
    await session.cancel('find')
    const found = await session.findDuplicates({ kind: 'line' }, 'find', () => {})
    expect(!found.ok && found.failure.kind).toBe('cancelled')
  })
})
