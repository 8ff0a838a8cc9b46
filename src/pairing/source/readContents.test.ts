// Contents of so many lines that the file is read front to back.
import { expect, test } from 'vitest'
import { valueOf } from '../../base/testing/valueOf.ts'
import { lineId } from '../../base/units.ts'
import { openText } from '../../session/testing/openText.ts'

const LINES = 600
const lineOf = (i: number) => JSON.stringify({ custom_id: `r-${i}`, text: `${i} `.repeat(10_000) })

test('lines from all over a large file, in any order, edits included', async () => {
  const texts = Array.from({ length: LINES }, (_, i) => lineOf(i))
  const { session } = await openText(`${texts.join('\n')}\n`)
  const edited = '{"custom_id":"r-7"}'
  expect((await session.edit({ kind: 'replace', id: lineId(7), texts: [edited] })).ok).toBe(true)
  texts[7] = edited
  const order = Array.from({ length: LINES }, (_, i) => (i * 7) % LINES)
  const asked = new Set([...order, 7])
  const ids = Float64Array.from(asked)
  for (const limit of [undefined, 50]) {
    const read = await session.pairSource.readContents(ids, limit)
    const { bytes, ends, isCut, numbers } = valueOf(read)
    const found = [...ends].map((end, i) =>
      new TextDecoder().decode(bytes.subarray(ends[i - 1] ?? 0, end)),
    )
    expect(found).toEqual([...asked].map((i) => texts[i]?.slice(0, limit)))
    expect(numbers).toEqual([...asked].map((i) => i + 1))
    expect([...isCut]).toEqual(
      [...asked].map((i) => Number((texts[i]?.length ?? 0) > (limit ?? Infinity))),
    )
  }
})
