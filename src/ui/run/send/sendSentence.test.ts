import { expect, test } from 'vitest'
import type { DocumentFacts } from '../../../contracts/documentApi.ts'
import { english } from '../../../i18n/loadTranslator.ts'
import { msg } from '../../../i18n/message.ts'
import { newBatchState } from '../../../state/batch/batchStore.ts'
import { refusalsOf } from './sendForm.ts'
import { leastBatches, type SendScope, sendSentence } from './sendSentence.ts'

const meters = [{ title: msg('Requests'), of: 'lines', used: 40, limit: 50_000 }] as const
const scope: SendScope = {
  facts: {
    lines: 42,
    blank: 1,
    invalid: 2,
    bytes: 31_200_000,
    meters,
    causes: [],
    fileFindings: [],
  } as unknown as DocumentFacts,
  estimate: newBatchState.estimate,
  selection: 'all',
  host: 'api.openai.com',
  usesEarlier: false,
}
const done = {
  ...newBatchState.estimate,
  state: 'done',
  requests: 39,
  bytes: 30_000_000,
  batchCost: { low: 1, high: 2.5 },
} as const

function sentenceOf(of: Partial<SendScope>) {
  return english.t(sendSentence({ ...scope, ...of }, english))
}

test('how much goes where, and what it costs where that is known', () => {
  expect(sentenceOf({})).toBe(
    'Sends 41 requests (31.2 MB) to api.openai.com and starts a batch, billed to the key.',
  )
  expect(sentenceOf({ estimate: done })).toBe(
    'Sends 39 requests (30.0 MB) to api.openai.com and starts a batch. Estimated cost: $1.00 to $2.50.',
  )
})

test('of valid lines alone the size is not known before they were counted', () => {
  expect(sentenceOf({ selection: 'valid' })).toBe(
    'Sends 39 requests to api.openai.com and starts a batch, billed to the key.',
  )
})

test('what is there already is not sent', () => {
  expect(sentenceOf({ usesEarlier: true })).toBe(
    'Starts 41 requests (31.2 MB) that api.openai.com has already, billed to the key.',
  )
})

test('more than a batch holds is several', () => {
  const over = [
    { ...meters[0], used: 100_001 },
    { ...meters[0], limit: 0 },
  ]
  const nothing = { causes: [], fileFindings: [], meters: [] }
  expect(leastBatches({ ...nothing, meters: over })).toBe(3)
  expect(leastBatches(nothing)).toBe(1)
  const mixed = { offer: 'split' } as DocumentFacts['fileFindings'][number]
  expect(leastBatches({ ...nothing, fileFindings: [mixed] })).toBe(2)
  expect(sentenceOf({ facts: { ...scope.facts, meters: over } })).toMatch(/starts several batches/)
})

test('invalid lines that stay behind are no reason to refuse the rest', () => {
  const lines = { code: 'a', title: msg('A'), lines: 3 }
  const whole = { code: 'b', title: msg('B'), lines: undefined }
  expect(refusalsOf([lines, whole], 'all')).toEqual([lines, whole])
  expect(refusalsOf([lines, whole], 'valid')).toEqual([whole])
})
