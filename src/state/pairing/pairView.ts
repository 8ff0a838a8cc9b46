// Which pairs the table shows, and in which order.
import type { GroupRule } from '../../pairing/keyGroups.ts'
import type { Outcome, PairFilter, PairView } from '../../contracts/pairingApi.ts'
import { showFailure } from '../actions/messages.ts'
import { announceShown } from './announcePairs.ts'
import { oneAtATime } from './oneAtATime.ts'
import { pairingStore } from './pairingStore.ts'
import { pairingClient } from './pairingWorker.ts'

/** One of the choice 'Show pairs'. */
export type ShownOutcome = Outcome | 'all' | 'unusable'

/** Shows the pairs that fit a filter instead of those that are shown. */
export function setPairFilter(filter: PairFilter): void {
  changeView({ filter: withoutGaps(filter) })
}

/** Shows all pairs again; the groups stay. */
export function clearPairFilter(): void {
  setPairFilter({})
}

/** Takes one condition out of the filter. */
export function removeCondition(name: keyof PairFilter): void {
  const { filter } = pairingStore.getState().view
  setPairFilter({ ...filter, [name]: undefined })
}

/**
 * Shows the pairs of an outcome. What was found and the group stay; other conditions go, since most of
 * them are about one outcome alone.
 */
export function showOutcome(shown: ShownOutcome): void {
  const { matches, group } = pairingStore.getState().view.filter
  const kept = { matches, group }
  if (shown === 'all') setPairFilter(kept)
  else if (shown === 'unusable') setPairFilter({ ...kept, unusable: 'any' })
  else setPairFilter({ ...kept, outcome: shown })
}

/** What the choice 'Show pairs' says of a filter. */
export function shownOutcomeOf({ outcome, unusable }: PairFilter): ShownOutcome {
  if (outcome !== undefined) return outcome
  if (unusable === undefined) return 'all'
  return unusable === 'none' ? 'succeeded' : 'unusable'
}

export function setPairOrder(order: PairView['order']): void {
  changeView({ order })
}

/** A row for each group of ids; undefined: a row for each pair again. */
export function setPairGroup(group: GroupRule | undefined): void {
  const { filter } = pairingStore.getState().view
  // Groups of one rule mean nothing by another.
  changeView({ group, filter: withoutGaps({ ...filter, group: undefined }) })
}

/** Shows the pairs of a group; null: of ids that the pattern does not match. */
export function openGroup(name: string | null): void {
  const { filter } = pairingStore.getState().view
  setPairFilter({ ...filter, group: name })
}

/** Asks how many rows the wanted view has; the table then shows it. */
export const refreshShownRows = oneAtATime(async () => {
  const { view, search } = pairingStore.getState()
  const client = pairingClient()
  if (!client) return
  const result = await client.readRows(view, 0, 0)
  // Otherwise it is asked for again.
  if (pairingStore.getState().view !== view) return
  if (!result.ok) {
    showFailure(result.failure)
    return
  }
  const { revision, count } = result.value
  const before = pairingStore.getState().shown
  const shown = { view, revision, count, searchTurn: search.turn }
  pairingStore.setState({ shown })
  announceShown(before, shown)
})

function changeView(change: Partial<PairView>): void {
  const { view } = pairingStore.getState()
  // Grouping by a pattern may take long, and the next view waits for it.
  if ('group' in change && view.group?.kind === 'pattern') void pairingClient()?.leaveView(view)
  pairingStore.setState(({ view }) => ({ view: { ...view, ...change } }))
  void refreshShownRows()
}

/** In one order and without conditions that are undefined, so that equal filters are written alike. */
function withoutGaps(filter: PairFilter): PairFilter {
  return Object.fromEntries(
    Object.entries(filter)
      .filter(([, condition]) => condition !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  )
}
