// Edits in the documents show in the pairs.
import { expect, test } from 'vitest'
import { lineId } from '../../base/units.ts'
import type { EditCommand } from '../../contracts/documentApi.ts'
import {
  ALL_PAIRS,
  chatAnswer,
  chatRequest,
  failedAnswer,
  linesOf,
  type PairedTexts,
  pairTexts,
} from './testing/pairTexts.ts'
import { valueOf } from '../../base/testing/valueOf.ts'

function twoFiles(): Promise<PairedTexts> {
  return pairTexts([
    { key: 'in', role: 'requests', text: linesOf(['a', 'b', 'c'].map((id) => chatRequest(id))) },
    { key: 'out', role: 'answers', text: linesOf([chatAnswer('b'), chatAnswer('a')]) },
  ])
}

async function edit(paired: PairedTexts, key: string, command: EditCommand): Promise<void> {
  const document = paired.documents.get(key)
  if (!document) throw new Error('no such document')
  const { revision } = paired.facts()
  valueOf(await document.session.edit(command))
  await paired.until((facts) => facts.revision > revision)
}

async function outcomes(paired: PairedTexts): Promise<string[]> {
  return (await paired.rows()).map(({ id, outcome }) => `${id} ${outcome}`)
}

test('an edited answer is joined again', async () => {
  const paired = await twoFiles()
  const text = JSON.stringify(failedAnswer('c'))
  await edit(paired, 'out', { kind: 'replace', id: lineId(0), texts: [text] })
  expect(await outcomes(paired)).toEqual(['a succeeded', 'b missing', 'c failed'])
  expect(paired.facts()).toMatchObject({ succeeded: 1, failed: 1, missing: 1 })
})

test('an edited request shows its new words, and is found by its new id', async () => {
  const paired = await twoFiles()
  const text = JSON.stringify(chatRequest('z', 'Something else'))
  await edit(paired, 'in', { kind: 'replace', id: lineId(1), texts: [text] })
  const rows = await paired.rows()
  expect(rows.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
    'a succeeded',
    'z missing',
    'c missing',
    'b unexpected',
  ])
  expect(rows[1]?.promptPreview).toBe('Something else')
})

test('deleted and inserted lines', async () => {
  const paired = await twoFiles()
  await edit(paired, 'in', { kind: 'delete', ids: [lineId(0)] })
  expect(await outcomes(paired)).toEqual(['b succeeded', 'c missing', 'a unexpected'])
  await edit(paired, 'in', { kind: 'insert', at: 0, texts: [JSON.stringify(chatRequest('a'))] })
  expect(await outcomes(paired)).toEqual(['a succeeded', 'b succeeded', 'c missing'])
  const { revision } = paired.facts()
  await paired.documents.get('in')?.session.undo()
  await paired.until((facts) => facts.revision > revision)
  expect(await outcomes(paired)).toEqual(['b succeeded', 'c missing', 'a unexpected'])
})

test('a chosen line is found in the pairs after an edit', async () => {
  const paired = await twoFiles()
  const { pairing } = paired
  expect(valueOf(await pairing.pairOfLine('out', lineId(0))).pair).toBe(1)
  await edit(paired, 'in', { kind: 'delete', ids: [lineId(0)] })
  expect(valueOf(await pairing.pairOfLine('out', lineId(0))).pair).toBe(0)
  expect(valueOf(await pairing.pairOfLine('in', lineId(0))).pair).toBeUndefined()
  const succeeded = { ...ALL_PAIRS, filter: { outcome: 'succeeded' } } as const
  expect(valueOf(await pairing.rowOfPair(succeeded, 0)).row).toBe(0)
  const missing = { ...ALL_PAIRS, filter: { outcome: 'missing' } } as const
  expect(valueOf(await pairing.rowOfPair(missing, 0)).row).toBeUndefined()
})

test('edits are followed when the documents are paired again', async () => {
  const paired = await twoFiles()
  let revision = 0
  await paired.pairing.pair(paired.setups, 'again', (facts) => {
    revision = facts.revision
  })
  for (const [key, record, expected] of [
    ['out', failedAnswer('c'), ['a succeeded', 'b missing', 'c failed']],
    ['in', chatRequest('b'), ['b missing', 'b duplicate', 'c failed', 'a unexpected']],
  ] as const) {
    const before = revision
    const texts = [JSON.stringify(record)]
    await paired.documents.get(key)?.session.edit({ kind: 'replace', id: lineId(0), texts })
    await expect.poll(() => revision).toBeGreaterThan(before)
    expect(await outcomes(paired)).toEqual(expected)
  }
})

test('a document that is another one now is read again', async () => {
  const paired = await twoFiles()
  const reported = paired.reports.length
  const { revision } = paired.facts()
  paired.documents.get('out')?.session.pairSource.changed('all')
  await paired.until((facts) => facts.state === 'ready' && facts.revision > revision)
  expect(paired.reports.slice(reported).map(({ state }) => state)).toContain('reading')
  expect(await outcomes(paired)).toEqual(['a succeeded', 'b succeeded', 'c missing'])
})

test('several quick edits end in what the documents say', async () => {
  const paired = await twoFiles()
  const session = paired.documents.get('out')?.session
  for (let i = 0; i < 20; i++) {
    const text = JSON.stringify(i % 2 === 0 ? failedAnswer('c') : chatAnswer('c', `Try ${i}`))
    void session?.edit({ kind: 'replace', id: lineId(1), texts: [text] })
  }
  await paired.until(({ succeeded, missing }) => succeeded === 2 && missing === 1)
  await expect
    .poll(async () => (await paired.rows()).map(({ answerPreview }) => answerPreview))
    .toEqual(['', 'Answer to b', 'Try 19'])
})

test('another role and another place of the id are read again, the other document is not', async () => {
  const paired = await pairTexts([
    {
      key: 'in',
      role: 'requests',
      text: linesOf([
        { ...chatRequest('1'), meta: { id: 'x' } },
        { ...chatRequest('2'), meta: { id: 'y' } },
      ]),
    },
    { key: 'out', role: 'answers', text: linesOf([chatAnswer('x'), chatAnswer('1')]) },
  ])
  expect(await outcomes(paired)).toEqual(['1 succeeded', '2 missing', 'x unexpected'])
  const [first, second] = paired.setups
  if (!first || !second) throw new Error('no setups')
  const setups = [{ ...first, keyPath: 'meta.id' }, second]
  const facts = valueOf(await paired.pairing.pair(setups, 'again', () => {}))
  expect(facts).toMatchObject({ succeeded: 1, missing: 1, unexpected: 1 })
  expect(await outcomes(paired)).toEqual(['x succeeded', 'y missing', '1 unexpected'])

  const wrong = await paired.pairing.pair(
    [{ ...first, keyPath: 'meta..id' }, second],
    'x',
    () => {},
  )
  expect(wrong).toMatchObject({ ok: false, failure: { kind: 'refused' } })
})
