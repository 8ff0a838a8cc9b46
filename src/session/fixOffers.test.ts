import { describe, expect, test } from 'vitest'
import type { LineId } from '../base/units.ts'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { spread } from './fixOffers.ts'
import { openText } from './testing/openText.ts'

describe("what 'Fix all' offers", () => {
  test('counts the lines that it fixes, and leaves no more than it said', async () => {
    // A log's line with two values has no single one to keep.
    const lines = ['app: {"a":1}', 'app: {"a":2} {"b":', 'x {"a":3} y {"b":4} z', 'app: {"a":4}']
    const { session, facts, fixFor, texts } = await openText(`${lines.join('\n')}\n`)
    const [cause] = facts().causes
    const offer = await fixFor('text-before')
    expect(cause).toMatchObject({ code: 'text-before', count: 4 })
    expect(inEnglish(offer)).toEqual({
      id: 'removeTextAround',
      title: 'Remove the text around the value',
      lines: 2,
      isEstimate: false,
    })
    const done = await session.fixAll('text-before', undefined, 'job', () => {})
    expect(done.ok && done.value.fixed).toBe(2)
    expect(await texts()).toEqual(['{"a":1}', lines[1], lines[2], '{"a":4}'])
    expect(await fixFor('text-before')).toBeUndefined()
  })

  test('each line gets the first fix that has something for it', async () => {
    const { session, facts, fixFor, texts } = await openText('{"a": none}\n[INFO] {"a": 1.0}\n')
    expect(facts().causes.map(({ code, count }) => [code, count])).toEqual([['unquoted-string', 2]])
    expect(await fixFor('unquoted-string')).toMatchObject({ lines: 2 })
    await session.fixAll('unquoted-string', undefined, 'job', () => {})
    expect(await texts()).toEqual(['{"a": null}', '{"a": 1.0}'])
  })

  test('no offer where a fix may help and helps no line', async () => {
    const { fixFor } = await openText('{"a":1}\nonly words\nmore words\n{"a":2}\n')
    expect(await fixFor('plain-text')).toBeUndefined()
  })

  test('of many lines some are asked, and the number is said to be about right', async () => {
    const lines = Array.from({ length: 3000 }, (_, i) =>
      i % 4 === 0 ? `log ${i} {"a":1} {"b":` : `log ${i} {"a":1}`,
    )
    const { fixFor } = await openText(lines.join('\n'))
    expect(await fixFor('text-before')).toMatchObject({ isEstimate: true })
    const offered = (await fixFor('text-before'))?.lines ?? 0
    expect(offered).toBeGreaterThan(1900)
    expect(offered).toBeLessThan(2700)
  })

  test('records joined by written line breaks stand on lines of their own after one press', async () => {
    const lines = ['{"a":1}\\n{"a":2}\\n{"a":3}', '{"b":"x\\ny"}\\r\\n{"b":2}\\r\\n', '{"c":1}']
    const { session, facts, fixFor, texts } = await openText(`${lines.join('\n')}\n`)
    expect(facts().causes.map(({ code, count }) => [code, count])).toEqual([['two-values', 2]])
    expect(await fixFor('two-values')).toMatchObject({ id: 'splitValues', lines: 2 })
    await session.fixAll('two-values', undefined, 'job', () => {})
    const split = ['{"a":1}', '{"a":2}', '{"a":3}', '{"b":"x\\ny"}', '{"b":2}', '{"c":1}']
    expect(await texts()).toEqual(split)
    expect(facts().causes).toEqual([])
  })

  test('pictures get what lacks before them after one press', async () => {
    const image = `iVBORw0KGgoA${'A'.repeat(60)}`
    const line = (i: number, url: string): string =>
      `{"custom_id":"r-${i}","method":"POST","url":"/v1/chat/completions","body":{"model":"m","messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"${url}"}}]}]}}`
    const before = [line(1, image), line(2, `data:image/png;base64,${image}`), line(3, image)]
    const { session, facts, fixFor, texts } = await openText(`${before.join('\n')}\n`)
    expect(facts()).toMatchObject({ formatId: 'batchInput', invalid: 2 })
    expect(await fixFor('bare-base64-image')).toMatchObject({ id: 'prefixImage', lines: 2 })
    await session.fixAll('bare-base64-image', undefined, 'job', () => {})
    expect(await texts()).toEqual([1, 2, 3].map((i) => line(i, `data:image/png;base64,${image}`)))
    expect(facts()).toMatchObject({ invalid: 0 })
  })

  test('follows edits', async () => {
    const { session, fixFor } = await openText('{"a":1,}\n{"a":2,}\n')
    expect(await fixFor('trailing-comma')).toMatchObject({ lines: 2 })
    await session.edit({ kind: 'replace', id: 0 as LineId, texts: ['{"a":1}'] })
    expect(await fixFor('trailing-comma')).toMatchObject({ lines: 1 })
    await session.undo()
    expect(await fixFor('trailing-comma')).toMatchObject({ lines: 2 })
  })
})

test('an undo of a step that is not the last one is refused, and redo brings its number back', async () => {
  const { session, facts, texts } = await openText('{"a":1}\n{"a":2}\n')
  await session.edit({ kind: 'replace', id: 0 as LineId, texts: ['{"a":3}'] })
  const first = facts().undoStep
  await session.edit({ kind: 'replace', id: 1 as LineId, texts: ['{"a":4}'] })
  expect((await session.undo(first)).ok).toBe(false)
  expect(await texts()).toEqual(['{"a":3}', '{"a":4}'])
  await session.undo()
  expect(facts().undoStep).toBe(first)
  await session.redo()
  await session.undo()
  expect((await session.undo(first)).ok).toBe(true)
  expect(await texts()).toEqual(['{"a":1}', '{"a":2}'])
})

test.each([
  [0, 4],
  [3, 4],
  [10, 4],
  [1_000_000, 100],
])('of %i lines at most %i are asked, each once and some in every part', (count, most) => {
  const rows = spread(count, most)
  const parts = rows.map((row) => Math.floor((row * rows.length) / count))
  expect(parts).toEqual(Array.from({ length: Math.min(count, most) }, (_, part) => part))
})
