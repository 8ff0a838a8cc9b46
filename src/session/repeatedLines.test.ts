// Lines that stand in a file more than once, in formats that ask for it.
import { expect, test } from 'vitest'
import type { LineId } from '../base/units.ts'
import { createDevice } from './testing/device.ts'
import { openText } from './testing/openText.ts'

const example = (question: string): string =>
  `{"messages":[{"role":"user","content":"${question}"},{"role":"assistant","content":"Yes"}]}`

function counts(facts: { causes: readonly { code: string; count: number }[] }): object {
  return Object.fromEntries(facts.causes.map(({ code, count }) => [code, count]))
}

test('the second and every later one is warned about, whatever ends it', async () => {
  const text = `\uFEFF${example('a')}\n${example('b')}\r\n${example('a')}\r\n${example('c')}\n${example('a')} \n${example('b')}`
  const { session, facts, verdicts } = await openText(text)
  expect(facts().formatId).toBe('chatFineTuning')
  // The fifth has a space more, which is another line.
  expect(await verdicts()).toEqual(['warning', 'valid', 'warning', 'valid', 'valid', 'warning'])
  expect(counts(facts())).toMatchObject({ 'repeated-line': 2, 'line-repeated': 2 })
  const last = await session.readLine(5 as LineId)
  expect(last.ok && last.value.diagnostics).toMatchObject([
    { code: 'repeated-line', severity: 'warning', relatedLines: [2] },
  ])
  const first = await session.readLine(1 as LineId)
  expect(first.ok && first.value.diagnostics).toMatchObject([
    { code: 'line-repeated', severity: 'hint', relatedLines: [6] },
  ])
})

test('follows edits, and all repeats can be deleted as one step', async () => {
  const { session, facts, verdicts } = await openText(
    ['a', 'b', 'a', 'a', 'c'].map(example).join('\n'),
  )
  expect(counts(facts())).toMatchObject({ 'repeated-line': 2 })
  await session.edit({ kind: 'replace', id: 4 as LineId, texts: [example('b')] })
  expect(counts(facts())).toMatchObject({ 'repeated-line': 3, 'line-repeated': 2 })
  await session.edit({ kind: 'delete', ids: [1 as LineId] })
  expect(await verdicts()).toEqual(['valid', 'warning', 'warning', 'valid'])
  await session.edit({ kind: 'duplicate', id: 4 as LineId })
  expect(counts(facts())).toMatchObject({ 'repeated-line': 3 })
  await session.fixAll('repeated-line', 'deleteRepeat', 'fix', () => {})
  expect(facts()).toMatchObject({ lines: 2, warnings: 0 })
  expect(counts(facts())).not.toHaveProperty('line-repeated')
  await session.undo()
  expect(facts()).toMatchObject({ lines: 5, warnings: 3 })
})

test('in JSON Lines of no format it may be meant: said once where most lines are repeats', async () => {
  const few = await openText('{"a":1}\n{"a":2}\n{"a":1}\n[1]\n[1]\n')
  expect(few.facts().formatId).toBe('plainJsonl')
  expect(await few.verdicts()).toEqual(['valid', 'valid', 'warning', 'warning', 'warning'])
  expect(counts(few.facts())).toEqual({
    'repeated-line': 1,
    'line-repeated': 1,
    'not-an-object': 2,
  })
  await few.session.fixAll('repeated-line', 'deleteRepeat', 'fix', () => {})
  expect(counts(few.facts())).toEqual({ 'not-an-object': 2 })
  const most = await openText('{"a":1}\n'.repeat(5))
  expect(most.facts()).toMatchObject({ warnings: 0 })
  expect(most.facts().causes).toMatchObject([
    { code: 'repeated-line', count: 4, severity: 'hint', isNotice: true },
    { code: 'line-repeated', count: 1 },
  ])
})

test('actions for a bulk API are the same on many lines', async () => {
  const { facts } = await openText('{"index":{}}\n{"n":1}\n{"index":{}}\n{"n":2}\n')
  expect(counts(facts())).toEqual({})
})

test('a document that is opened again knows its repeats', async () => {
  const device = createDevice()
  const lines = Array.from({ length: 400 }, (_, i) => example(`question ${i % 390}`))
  const text = lines.join('\n')
  await device.open(text)
  const again = await device.open(text)
  expect(again.facts()).toMatchObject({ isCached: true, warnings: 10 })
  await again.session.edit({ kind: 'delete', ids: [0 as LineId] })
  expect(again.facts()).toMatchObject({ warnings: 9 })
})
