// Tokens of a file against the limit of its model.
import { afterEach, expect, test, vi } from 'vitest'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import type { TokenFacts } from '../../contracts/lineTokens.ts'
import { readTokenLimits, setTokenLimit, tokenLimitsStore } from './tokenLimits.ts'
import { tokenFindings, tokenUse, withTokenFindings } from './tokenUse.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  tokenLimitsStore.setState({ limits: {} })
})

function factsOf(bytes: number, uniform?: string, formatId = 'batchInput'): DocumentFacts {
  const model = { id: 'model', ...(uniform !== undefined && { uniform }) }
  const facts = { bytes, columns: [model], formatId, state: 'ready', fileFindings: [], ignored: [] }
  return facts as unknown as DocumentFacts
}

const exact = (sum: number) => ({ sum, errorFraction: 0, isExact: true })

test('is over above the limit and not at it', () => {
  const at = (sum: number) => tokenUse(factsOf(1, 'gpt-6-luna'), { 'gpt-6-luna': 100 }, exact(sum))
  expect(at(100)).toMatchObject({ level: 'fine', limit: 100, model: 'gpt-6-luna' })
  expect(at(101)).toMatchObject({ level: 'over' })
  expect(tokenFindings(at(100))).toEqual([])
  expect(tokenFindings(at(101))).toMatchObject([{ code: 'enqueued-tokens', severity: 'error' }])
})

test('an estimate is over only when it surely is, and near when it may be', () => {
  const level = (sum: number, errorFraction: number) =>
    tokenUse(factsOf(1, 'm'), { m: 1000 }, { sum, errorFraction, isExact: false })?.level
  expect([level(900, 0.1), level(950, 0.1), level(1250, 0.1), level(1251, 0.1)]).toEqual([
    'fine',
    'near',
    'near',
    'over',
  ])
})

test('the sum is what is told of the lines, and reckoned from the bytes while these are read', () => {
  const use = (tokens: object) =>
    tokenUse({ ...factsOf(4000, 'm'), tokens: { of: 'prompts', ...tokens } as TokenFacts }, {})
  expect(tokenUse(factsOf(4000, 'm'), {})).toMatchObject({
    sum: 1000,
    errorFraction: 1,
    isExact: false,
  })
  expect(use({ state: 'estimating', sum: 990, error: 990, isExact: false })).toMatchObject({
    sum: 990,
    errorFraction: 1,
    isExact: false,
  })
  expect(use({ state: 'estimated', sum: 200, error: 10, isExact: false })).toMatchObject({
    sum: 200,
    errorFraction: 0.05,
    isExact: false,
  })
  expect(use({ state: 'counted', sum: 190, error: 0, isExact: true })).toMatchObject({
    sum: 190,
    errorFraction: 0,
    isExact: true,
  })
  expect(use({ state: 'counted', sum: 0, error: 0, isExact: true })?.errorFraction).toBe(0)
})

test('what is known from the size alone is never an error', () => {
  const severities = (bytes: number) =>
    withTokenFindings(factsOf(bytes, 'm'), { m: 1000 }).fileFindings.map(({ severity }) => severity)
  expect([severities(2000), severities(2004), severities(1e9)]).toEqual([
    [],
    ['warning'],
    ['warning'],
  ])
})

test('is told with what is ignored when its code is', () => {
  const facts = { ...factsOf(2004, 'm'), ignored: [{ code: 'enqueued-tokens', count: 0 }] }
  const told = withTokenFindings(facts, { m: 1000 })
  expect(told.fileFindings).toEqual([])
  expect(told.ignored).toMatchObject([{ code: 'enqueued-tokens', severity: 'warning', count: 1 }])
  expect(withTokenFindings(facts, {}).ignored).toBe(facts.ignored)
})

test('limits are by model, and of batches for OpenAI', () => {
  const limits = { m: 1, '': 7 }
  expect(tokenUse(factsOf(9, 'other'), limits)?.limit).toBeUndefined()
  expect(tokenUse(factsOf(9, 'toString'), limits)?.limit).toBeUndefined()
  expect(tokenUse(factsOf(9), limits)?.limit).toBe(7)
  expect(tokenUse(factsOf(9, 'm', 'groqBatchInput'), limits)).toBeUndefined()
})

test('are kept on the device, and what is no limit is left out', () => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
  setTokenLimit('m', 2_000_000)
  setTokenLimit('', 5)
  setTokenLimit('', undefined)
  expect(readTokenLimits()).toEqual({ m: 2_000_000 })
  kept.set('lineproof.tokenLimits', '{"a":-1,"b":"2","c":1.5,"d":3}')
  expect(readTokenLimits()).toEqual({ d: 3 })
  kept.set('lineproof.tokenLimits', '[')
  expect(readTokenLimits()).toEqual({})
})
