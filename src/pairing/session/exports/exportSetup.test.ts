import { expect, test } from 'vitest'
import type { PairSourceFacts, PairView } from '../../../contracts/pairingApi.ts'
import { baseNameOf, exportSetup } from './exportSetup.ts'
import { exportRequest } from './testing/openPairs.ts'

const all: PairView = { filter: {}, order: 'ids' }

function viewOf(exporterId: string, view: PairView) {
  return exportSetup(exportRequest({ exporterId, view })).view
}

test('groups are for joined results; others need the rule for a chosen group alone', () => {
  const group = { kind: 'beforeLast', separator: '-' } as const
  const grouped: PairView = { ...all, group }
  const oneGroup: PairView = { filter: { group: 'doc-7' }, order: 'ids', group }
  expect(viewOf('joinedJsonl', grouped)).toEqual(grouped)
  expect(viewOf('trainingSet', grouped)).toEqual(all)
  expect(viewOf('trainingSet', oneGroup)).toEqual(oneGroup)
})

test('some exports have an order of their own, and some have no view', () => {
  expect(viewOf('answers', all)?.order).toBe('requests')
  expect(viewOf('retry', all)?.order).toBe('requests')
  expect(viewOf('merged', all)).toBeUndefined()
  expect(viewOf('report', all)).toBeUndefined()
})

test('files are called after the requests, merged answers after the answers', () => {
  const sources = [
    { role: 'answers', name: 'my.output.jsonl' },
    { role: 'requests', name: 'input.jsonl' },
  ] as readonly Partial<PairSourceFacts>[] as readonly PairSourceFacts[]
  const nameOf = (exporterId: string, of: typeof sources) =>
    baseNameOf(exportSetup(exportRequest({ exporterId })).exporter, of)
  expect(nameOf('retry', sources)).toBe('input-retry')
  expect(nameOf('joinedCsv', sources)).toBe('input-joined')
  expect(nameOf('merged', sources)).toBe('my.output-merged')
  expect(nameOf('report', [])).toBe('pairs-report')
})
