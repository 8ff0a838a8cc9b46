// What screen readers are told of pairs: that they are there, how many are shown, which one is open.
import type { Outcome, PairDetail, PairingFacts } from '../../contracts/pairingApi.ts'
import { announce, arrive } from '../actions/announce.ts'
import { countOf, groupNumber } from '../formatNumber.ts'
import { store } from '../store.ts'
import type { ShownRows } from './pairingStore.ts'

const OUTCOMES: readonly Outcome[] = ['succeeded', 'failed', 'missing', 'unexpected', 'duplicate']

export function announceReady(facts: PairingFacts): void {
  // The user works on lines.
  if (!store.getState().isPairingShown) return
  announce(readyText(facts))
  arrive()
}

/** 'Paired 400 requests: 363 succeeded, 30 failed, 7 missing.' */
export function readyText(facts: PairingFacts): string {
  const { requests, answers } = facts
  const what = requests > 0 ? countOf(requests, 'request') : countOf(answers, 'answer')
  const counts = OUTCOMES.filter((outcome) => facts[outcome] > 0).map(
    (outcome) => `${groupNumber(facts[outcome])} ${outcome}`,
  )
  return counts.length === 0 ? `Paired ${what}.` : `Paired ${what}: ${counts.join(', ')}.`
}

/** Says how many rows another view has; what a search found is said where it was typed. */
export function announceShown(before: ShownRows | undefined, { view, count }: ShownRows): void {
  if (!before || before.view === view || !store.getState().isPairingShown) return
  if (before.view.filter.matches !== view.filter.matches) return
  const areGroups = view.group !== undefined && view.filter.group === undefined
  announce(`${countOf(count, areGroups ? 'group' : 'pair')} shown.`)
}

export function announcePair(detail: PairDetail): void {
  if (store.getState().isPairingShown) announce(pairText(detail))
}

/** 'Pair req-2, failed: Too many requests.' */
export function pairText({ id, outcome, answers, ownAnswer }: PairDetail): string {
  const own = answers[ownAnswer ?? -1]
  const why = own?.reading?.errorMessage ?? own?.findings[0]?.message
  return `Pair ${id === '' ? 'without id' : id}, ${outcome}${why === undefined ? '' : `: ${why}`}`
}
