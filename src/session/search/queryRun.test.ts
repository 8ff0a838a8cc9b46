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
})

function jsonOf(text: string) {
  try {
    return { isJson: true, value: JSON.parse(text) as unknown }
  } catch {
    return { isJson: false, value: undefined }
  }
}
