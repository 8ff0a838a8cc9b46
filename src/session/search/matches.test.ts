import fc from 'fast-check'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { lineId } from '../../base/units.ts'
import type { SearchQuery } from '../../contracts/documentApi.ts'
import { literalExpression } from '../../expressions/literalExpression.ts'
import { runs } from '../../tooling/runs.ts'
import { openText } from '../testing/openText.ts'

type Opened = Awaited<ReturnType<typeof openText>>

const literal = (text: string): SearchQuery => ({ text, isRegExp: false, matchCase: false })
const pattern = (text: string): SearchQuery => ({ text, isRegExp: true, matchCase: true })

async function searchFor(opened: Opened, query: SearchQuery): Promise<void> {
  const result = await opened.session.search(query, 'job', () => {})
  if (!result.ok) throw new Error(result.failure.code)
}

async function rowsOf(opened: Opened) {
  const rows = await opened.session.readRows({ kind: 'all' }, 0, 1000)
  if (!rows.ok) throw new Error(rows.failure.code)
  return rows.value.rows
}

async function rangesIn(opened: Opened, line: number) {
  const found = await opened.session.lineMatches(lineId(line))
  if (!found.ok) throw new Error(found.failure.code)
  return found.value
}

const word = fc.constantFrom('needle', 'NEEDLE', 'hay ', 'é', '中', '😀', '"', '12', 'ſ', '\\u4e2d')
const lines = fc.array(
  fc.array(word, { maxLength: 60 }).map((words) => words.join('')),
  { minLength: 1, maxLength: 12 },
)

describe('matches', () => {
  test('are where the text has them, in rows and lines', async () => {
    const queries = fc.constantFrom(
      ...['needle', 'É', '中', 'S', '\\u4e2d', 'needle"'].map((text) => literal(text)),
      ...['need.e', '\\d+', '[^"]{5,}', 'hay (?:hay )*', '12$', '^é'].map((text) => pattern(text)),
    )
    await fc.assert(
      fc.asyncProperty(lines, queries, async (texts, query) => {
        const opened = await openText(`${texts.join('\n')}\n`)
        await searchFor(opened, query)
        const native = query.isRegExp
          ? new RegExp(query.text, 'gu')
          : literalExpression(query.text, { ignoreCase: true })
        for (const row of await rowsOf(opened)) {
          const text = texts[row.line - 1] as string
          const expected = [...text.matchAll(native)].map((match) => ({
            from: match.index,
            to: match.index + match[0].length,
          }))
          const [first] = expected
          expect(row.match?.offset).toBe(first?.from)
          if (row.match && first) {
            const { text: around, from, to } = row.match
            expect(around.slice(from, to)).toBe(
              text.slice(first.from, first.to).slice(0, to - from),
            )
            expect(text).toContain(around)
          }
          const found = await rangesIn(opened, row.line - 1)
          expect(found).toMatchObject({ ranges: expected, isAll: true })
        }
      }),
      runs(60),
    )
  })

  test.each([
    ['a text', literal('needle')],
    ['an expression', pattern('ne+dle')],
    ['an expression that no bytes tell of', pattern('[n][e][^x]dle')],
  ])('are found by %s far into a line of 5 MB', async (_, query) => {
    const before = `{"text":"${'straw 中 '.repeat(550_000)}`
    const text = `${before}needle${'y'.repeat(500_000)} needle"}`
    // However slow the machine is: what a search may take ends no sooner than the test.
    vi.spyOn(performance, 'now').mockReturnValue(0)
    onTestFinished(() => void vi.restoreAllMocks())
    const opened = await openText(`{"a":1}\n${text}\n{"text":"needle"}`)
    await searchFor(opened, query)
    const rows = await rowsOf(opened)
    expect(rows.map(({ match }) => match?.offset)).toEqual([undefined, before.length, 9])
    expect(rows[1]?.match?.text).toMatch(/^.{24}needley{400}$/u)
    const last = text.lastIndexOf('needle')
    const { ranges } = await rangesIn(opened, 1)
    expect(ranges[0]).toEqual({ from: before.length, to: before.length + 6 })
    expect(ranges.at(-1)).toEqual({ from: last, to: last + 6 })
  })

  test('follow edits, and go with the search', async () => {
    const opened = await openText('{"a":"one"}\n{"a":"two"}\n')
    await searchFor(opened, literal('ONE'))
    await opened.session.edit({ kind: 'replace', id: lineId(1), texts: ['{"b":"one one"}'] })
    expect((await rowsOf(opened)).map(({ match }) => match?.offset)).toEqual([6, 6])
    expect((await rangesIn(opened, 0)).ranges).toHaveLength(1)
    expect((await rangesIn(opened, 1)).ranges).toHaveLength(2)
    await searchFor(opened, literal(''))
    expect((await rowsOf(opened)).map(({ match }) => match)).toEqual([undefined, undefined])
    expect((await rangesIn(opened, 1)).ranges).toEqual([])
  })

  test('of letters of ASCII are the same in lines of the file and in edited ones', async () => {
    const opened = await openText('{"a":"ſ \u212a"}\n{"a":"other"}\n')
    await opened.session.edit({ kind: 'duplicate', id: lineId(0) })
    for (const [text, count] of [
      ['s', 0],
      ['k', 0],
      ['ſ', 2],
    ] as const) {
      await searchFor(opened, literal(text))
      expect([text, opened.facts().matches]).toEqual([text, count])
    }
  })

  test('in one line are bounded', async () => {
    const opened = await openText(`"${'a'.repeat(50_000)}"`)
    await searchFor(opened, literal('a'))
    const { ranges, isAll } = await rangesIn(opened, 0)
    expect([ranges.length, isAll]).toEqual([2000, false])
  })
})
