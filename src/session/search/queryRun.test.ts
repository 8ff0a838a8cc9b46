import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LineId } from '../../base/units.ts'
import { compileExpression } from '../../expressions/compileExpression.ts'
import { evaluateQuery } from '../../fields/evaluateQuery.ts'
import { formatQuery } from '../../fields/formatQuery.ts'
import { anyQuery, anyValue } from '../../fields/testing/queries.ts'
import { runs } from '../../tooling/runs.ts'
import { openText } from '../testing/openText.ts'

type Opened = Awaited<ReturnType<typeof openText>>

async function search({ session }: Opened, text: string) {
  const query = { text, isRegExp: false, matchCase: false, isQuery: true }
  const result = await session.search(query, 'job', () => {})
  if (!result.ok) return { code: result.failure.code }
  const { matchingLines, skippedLines } = result.value
  return { matchingLines, skippedLines }
}

async function lineNumbers({ session }: Opened): Promise<readonly number[]> {
  const rows = await session.readRows({ kind: 'matches' }, 0, 1000)
  if (!rows.ok) throw new Error(rows.failure.code)
  return rows.value.rows.map(({ line }) => line)
}

describe('lines that a query matches', () => {
  test.each([
    ['{"\\ud83d":4}', '["\\ud83d"] = 4'],
    ['{"a":{"\\ud83d\\u0000x":4}}', 'exists(a["\\ud83d\\u0000x"])'],
    ['{"__proto__":4}', '__proto__ = 4'],
    ['{"\\u005f_proto__":4}', '__proto__ = 4'],
    ['{"toString":4}', 'toString = 4'],
    ['{"":4}', '[""] = 4'],
    ['{"say \\"x\\"":4}', '["say \\"x\\""] = 4'],
  ])('by any key: %s %s', async (line, query) => {
    const opened = await openText(`{"b":1}\n${line}\n{}\n`)
    expect(await search(opened, query)).toEqual({ matchingLines: 1, skippedLines: 0 })
    expect(await lineNumbers(opened)).toEqual([2])
  })

  test('are those of which it is true, one by one', async () => {
    const anyLine = fc.oneof(
      { weight: 5, arbitrary: anyValue.map((value) => JSON.stringify(value)) },
      { weight: 1, arbitrary: fc.constantFrom('', '{"a":1', ' ', '{"a":1,}') },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyLine, { minLength: 1, maxLength: 12 }),
        anyQuery,
        async (lines, query) => {
          const opened = await openText(`${lines.join('\n')}\n`)
          const rows = await opened.session.readRows({ kind: 'all' }, 0, 1000)
          if (!rows.ok) return
          const answers = rows.value.rows.map(({ verdict }, i) => {
            const text = lines[i] as string
            return evaluateQuery(query, { ...jsonOf(text), verdict }, compileExpression)
          })
          const blank = rows.value.rows.map(({ verdict }) => verdict === 'blank')
          expect(await search(opened, formatQuery(query))).toEqual({
            matchingLines: answers.filter((answer) => answer === true).length,
            skippedLines: answers.filter((answer, i) => answer === undefined && !blank[i]).length,
          })
          expect(await lineNumbers(opened)).toEqual(
            answers.flatMap((answer, i) => (answer === true ? [i + 1] : [])),
          )
        },
      ),
      runs(300),
    )
  })

  test('are shown while the search goes on, the first as soon as it is found', async () => {
    const pad = 'x'.repeat(2000)
    const lines = Array.from({ length: 8000 }, (_, n) => `{"n":${n},"pad":"${pad}"}\n`)
    const opened = await openText(lines.join(''))
    const seen: (readonly [state: string, matches: number, rows: number])[] = []
    const query = { text: 'n >= 10', isRegExp: false, matchCase: false, isQuery: true }
    const reading: Promise<void>[] = []
    await opened.session.search(query, 'job', ({ state }) => {
      const { matches } = opened.facts()
      const read = async (): Promise<void> => {
        const rows = await opened.session.readRows({ kind: 'matches' }, 0, 5)
        seen.push([state, matches, rows.ok ? rows.value.rows.length : 0])
      }
      reading.push(read())
    })
    await Promise.all(reading)
    const [, matches, rows] = seen.find(([state]) => state === 'searching') ?? []
    expect(matches).toBeGreaterThan(0)
    expect(matches).toBeLessThan(7990)
    expect(rows).toBe(5)
    expect(opened.facts().matches).toBe(7990)
  })

  test('follow edits; lines that are no JSON are counted once, as they are now', async () => {
    const opened = await openText('{"a":1}\n{"a":2}\n{"a":\n\n{"a":3}\r\n')
    expect(await search(opened, 'a >= 2')).toEqual({ matchingLines: 2, skippedLines: 1 })
    expect(await lineNumbers(opened)).toEqual([2, 5])
    await opened.session.edit({ kind: 'replace', id: 2 as LineId, texts: ['{"a":9}'] })
    await opened.session.edit({ kind: 'replace', id: 1 as LineId, texts: ['{"a":0}', 'no'] })
    expect(await lineNumbers(opened)).toEqual([4, 6])
    expect(await search(opened, 'a >= 2')).toEqual({ matchingLines: 2, skippedLines: 1 })
    expect(await search(opened, 'verdict = "invalid"')).toMatchObject({ skippedLines: 0 })
  })

  test('tell edited lines from those of the file', async () => {
    const opened = await openText('{"a":1}\n{"a":2}\n{"a":\n\n{"a":3}\n')
    expect(await search(opened, 'edited')).toEqual({ matchingLines: 0, skippedLines: 0 })
    expect(await search(opened, 'not edited')).toEqual({ matchingLines: 5, skippedLines: 0 })
    await opened.session.edit({ kind: 'replace', id: 1 as LineId, texts: ['{"a":7}'] })
    expect(await lineNumbers(opened)).toEqual([1, 3, 4, 5])
    await opened.session.edit({ kind: 'insert', at: 0, texts: ['{"a":8}', '{'] })
    expect(await lineNumbers(opened)).toEqual([3, 5, 6, 7])
    await opened.session.edit({ kind: 'move', id: 0 as LineId, by: 1 })
    expect(await lineNumbers(opened)).toEqual([4, 5, 6, 7])
    // Nothing is known of the fields of the line that was added and is no JSON.
    expect(await search(opened, 'edited and a > 0')).toEqual({ matchingLines: 2, skippedLines: 1 })
    expect(await lineNumbers(opened)).toEqual([1, 3])
    expect(await search(opened, 'not edited and a > 0')).toEqual({
      matchingLines: 2,
      skippedLines: 1,
    })
    await opened.session.undo()
    await opened.session.undo()
    expect(await lineNumbers(opened)).toEqual([1, 5])
    await opened.session.undo()
    expect(await lineNumbers(opened)).toEqual([1, 2, 5])
  })

  test('follow verdicts that the edit of another line changes', async () => {
    const request = (id: string) =>
      JSON.stringify({
        custom_id: id,
        method: 'POST',
        url: '/v1/chat/completions',
        body: { model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Hi' }] },
      })
    const ids = ['a', 'b', 'a', 'c', 'd']
    const opened = await openText(ids.map((id) => `${request(id)}\n`).join(''))
    await search(opened, 'verdict = "invalid"')
    const before = await lineNumbers(opened)
    expect(before).toContain(3)
    await opened.session.edit({ kind: 'replace', id: 0 as LineId, texts: [request('z')] })
    expect(await lineNumbers(opened)).toEqual([])
    await opened.session.undo()
    expect(await lineNumbers(opened)).toEqual(before)
    await search(opened, 'verdict != "invalid" and not edited')
    await opened.session.edit({ kind: 'replace', id: 4 as LineId, texts: [request('b')] })
    const clean = await lineNumbers(opened)
    expect(clean).not.toContain(5)
    await opened.session.edit({ kind: 'delete', ids: [0 as LineId] })
    expect(await lineNumbers(opened)).toContain(2)
  })

  test('follow a code that is ignored, and another format', async () => {
    const opened = await openText('{"a":1}\n{"a":1,"a":2}\n')
    await search(opened, 'verdict = "warning"')
    const before = await lineNumbers(opened)
    expect(before).toEqual([2])
    await opened.session.setIgnored(opened.facts().causes.map(({ code }) => code))
    await expect.poll(() => lineNumbers(opened)).toEqual([])
    await opened.session.setIgnored([])
    await expect.poll(() => lineNumbers(opened)).toEqual(before)
    await search(opened, 'verdict = "invalid"')
    expect(await lineNumbers(opened)).toEqual([])
    await opened.session.setFormat('anthropicBatchInput', 'job')
    expect(await lineNumbers(opened)).toEqual([1, 2])
    await opened.session.setFormat('plainJsonl', 'job')
    expect(await lineNumbers(opened)).toEqual([])
  })

  test('can be looked at among invalid, warned and edited lines, and are counted there', async () => {
    const opened = await openText('{"a":1}\n{"a":1,"a":2}\n{"b":\n{"a":3}\n{"a":4,"a":4}\n')
    const counts = async () => {
      const found: Record<string, unknown> = {}
      for (const among of ['invalid', 'warnings', 'attention', 'edited'] as const) {
        const rows = await opened.session.readRows({ kind: 'matches', among }, 0, 100)
        const lines = rows.ok ? rows.value.rows.map(({ line }) => line) : []
        expect(opened.facts().matchesAmong[among]).toBe(lines.length)
        found[among] = lines
      }
      return found
    }
    await search(opened, 'verdict = "invalid" or a > 1')
    await opened.session.edit({ kind: 'replace', id: 3 as LineId, texts: ['{"a":30}'] })
    const { invalid, warnings, attention, edited } = await counts()
    const rows = await opened.session.readRows({ kind: 'all' }, 0, 100)
    const matching = await lineNumbers(opened)
    const withVerdict = (wanted: string) =>
      rows.ok
        ? rows.value.rows
            .filter(({ verdict, line }) => verdict === wanted && matching.includes(line))
            .map(({ line }) => line)
        : []
    expect(invalid).toEqual(withVerdict('invalid'))
    expect(warnings).toEqual(withVerdict('warning'))
    expect([...withVerdict('invalid'), ...withVerdict('warning')]).toHaveLength(3)
    expect(attention).toEqual([])
    expect(edited).toEqual([4])
    await opened.session.undo()
    expect((await counts())['edited']).toEqual([])
    await search(opened, '')
    expect(await counts()).toEqual({ invalid: [], warnings: [], attention: [], edited: [] })
  })

  test('what cannot be run says so, and no text matches nothing', async () => {
    const opened = await openText('{"a":1}\n')
    expect(await search(opened, 'a = ')).toEqual({ code: 'bad-query' })
    expect(await search(opened, 'a matches /(?=x)/')).toEqual({ code: 'bad-expression' })
    expect(await search(opened, '')).toMatchObject({ matchingLines: 0 })
  })

  test('names of fields come from lines of the whole file', async () => {
    const many = Array.from({ length: 5000 }, (_, i) => `{"n":${i},"late":${i > 4000}}`).join('\n')
    const names = await (await openText(many)).session.fieldNames()
    expect(names.ok && names.value.map(({ path }) => path)).toEqual(['n', 'late'])
    expect(names.ok && names.value[1]?.values).toEqual(['false', 'true'])
  })

  test('names of fields come from every line of a small file', async () => {
    for (const count of [1, 9, 11, 299, 300]) {
      const lines = Array.from({ length: count }, (_, i) => `{"${i}":1}`).join('\n')
      const names = await (await openText(lines)).session.fieldNames()
      expect(names.ok && names.value.length).toBe(count)
    }
  })
})

function jsonOf(text: string) {
  try {
    return { isJson: true, value: JSON.parse(text) as unknown }
  } catch {
    return { isJson: false, value: undefined }
  }
}

/** Letters in no order, so that each place is a state of its own. */
function arbitraryLetters(count: number): string {
  let seed = 7
  const letters = Array.from({ length: count }, () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) | 0
    return 'xyz '[seed >>> 30]
  })
  return letters.join('')
}

describe('an expression that takes long', () => {
  test('is given up with a reason within a long value', async () => {
    const opened = await openText(`{"a":"${arbitraryLetters(2_000_000)}"}\n`)
    expect(await search(opened, 'matches(a, /x.{400}!$/)')).toEqual({ code: 'bad-expression' })
    expect(await search(opened, 'matches(a, /^[xyz ]+$/)')).toMatchObject({ matchingLines: 1 })
  })
})
