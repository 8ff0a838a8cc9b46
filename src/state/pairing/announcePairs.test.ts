import { afterEach, expect, test } from 'vitest'
import type { PairDetail, PairingFacts, PairView } from '../../contracts/pairingApi.ts'
import { msg } from '../../i18n/message.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { store } from '../store.ts'
import { announceReady, announceShown, pairText, readyText } from './announcePairs.ts'

const FACTS = {
  requests: 400,
  answers: 393,
  succeeded: 363,
  failed: 30,
  missing: 7,
  unexpected: 0,
  duplicate: 0,
} as unknown as PairingFacts

afterEach(() => {
  store.setState(store.getInitialState(), true)
})

const said = () => inEnglish(store.getState().announcement?.text)

test('that pairs are there is said with their outcomes', () => {
  expect(inEnglish(readyText(FACTS))).toBe(
    'Paired 400 requests: 363 succeeded, 30 failed and 7 missing.',
  )
  expect(inEnglish(readyText({ ...FACTS, requests: 0, missing: 0 }))).toBe(
    'Paired 393 answers: 363 succeeded and 30 failed.',
  )
})

test('nothing is said of pairs while lines are shown', () => {
  announceReady(FACTS)
  expect(said()).toBeUndefined()
  store.setState({ isPairingShown: true })
  announceReady(FACTS)
  expect(said()).toBe(inEnglish(readyText(FACTS)))
})

test('another filter says how many are left, the same view and a search do not', () => {
  store.setState({ isPairingShown: true })
  const shown = (view: PairView, count: number) => ({ view, count, revision: 1, searchTurn: 0 })
  const all = shown({ filter: {}, order: 'requests' }, 400)
  announceShown(undefined, all)
  announceShown(all, { ...all, count: 401 })
  announceShown(all, shown({ filter: { matches: true }, order: 'requests' }, 3))
  expect(said()).toBeUndefined()
  announceShown(all, shown({ filter: { outcome: 'failed' }, order: 'requests' }, 1))
  expect(said()).toBe('1 pair shown.')
  const groups = { filter: {}, order: 'requests', group: { kind: 'beforeLast', separator: '_' } }
  announceShown(all, shown(groups as PairView, 12))
  expect(said()).toBe('12 groups shown.')
})

test('a pair is said with what went wrong', () => {
  const detail = (id: string, outcome: string, answer?: object) =>
    ({ id, outcome, answers: answer ? [answer] : [], ownAnswer: 0 }) as unknown as PairDetail
  const failed = { reading: { errorMessage: 'Too many requests.' }, findings: [] }
  expect(inEnglish(pairText(detail('req-2', 'failed', failed)))).toBe(
    'Pair req-2, failed: Too many requests.',
  )
  const cut = { reading: {}, findings: [{ message: msg('The answer was cut off (length).') }] }
  expect(inEnglish(pairText(detail('', 'succeeded', cut)))).toBe(
    'Pair without id, succeeded: The answer was cut off (length).',
  )
  expect(inEnglish(pairText(detail('req-6', 'missing')))).toBe('Pair req-6, missing')
})
