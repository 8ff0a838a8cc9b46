// What screen readers are told of pairs: that they are there, how many are shown, which one is open.
import type { Outcome, PairDetail, PairingFacts } from '../../contracts/pairingApi.ts'
import { listOf, type Message, msg } from '../../i18n/message.ts'
import { announce, arrive } from '../actions/announce.ts'
import { store } from '../store.ts'
import { outcomeCount, outcomeWord } from './outcomeWords.ts'
import type { ShownRows } from './pairingStore.ts'

const OUTCOMES: readonly Outcome[] = ['succeeded', 'failed', 'missing', 'unexpected', 'duplicate']

export function announceReady(facts: PairingFacts): void {
  // The user works on lines.
  if (!store.getState().isPairingShown) return
  announce(readyText(facts))
  arrive()
}

/** 'Paired 400 requests: 363 succeeded, 30 failed and 7 missing.' */
export function readyText(facts: PairingFacts): Message {
  const { requests, answers } = facts
  const lines =
    requests > 0
      ? msg('{count, plural, one {# request} other {# requests}}', { count: requests })
      : msg('{count, plural, one {# answer} other {# answers}}', { count: answers })
  const counts = OUTCOMES.filter((outcome) => facts[outcome] > 0).map((outcome) =>
    outcomeCount(outcome, facts[outcome]),
  )
  if (counts.length === 0) return msg('Paired {lines}.', { lines })
  return msg('Paired {lines}: {outcomes}.', { lines, outcomes: listOf(counts, 'and') })
}

/** Says how many rows another view has; what a search found is said where it was typed. */
export function announceShown(before: ShownRows | undefined, { view, count }: ShownRows): void {
  if (!before || before.view === view || !store.getState().isPairingShown) return
  if (before.view.filter.matches !== view.filter.matches) return
  const areGroups = view.group !== undefined && view.filter.group === undefined
  announce(
    areGroups
      ? msg('{count, plural, one {# group} other {# groups}} shown.', { count })
      : msg('{count, plural, one {# pair} other {# pairs}} shown.', { count }),
  )
}

export function announcePair(detail: PairDetail): void {
  if (store.getState().isPairingShown) announce(pairText(detail))
}

/** 'Pair req-2, failed: Too many requests.' */
export function pairText({ id, outcome: code, answers, ownAnswer }: PairDetail): Message {
  const own = answers[ownAnswer ?? -1]
  const reason = own?.reading?.errorMessage ?? own?.findings[0]?.message
  const outcome = outcomeWord(code)
  if (id === '') {
    return reason === undefined
      ? msg('Pair without id, {outcome}', { outcome })
      : msg('Pair without id, {outcome}: {reason}', { outcome, reason })
  }
  return reason === undefined
    ? msg('Pair {id}, {outcome}', { id, outcome })
    : msg('Pair {id}, {outcome}: {reason}', { id, outcome, reason })
}
