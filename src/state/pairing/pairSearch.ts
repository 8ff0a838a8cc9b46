// Search in prompts, answers and ids. The table then shows what was found. At most one search runs: a
// new one cancels it.
import type { PairSearchQuery } from '../../contracts/pairingApi.ts'
import { newJobId } from '../actions/jobs.ts'
import { showFailure } from '../actions/messages.ts'
import { clearPairFilter, removeCondition, setPairFilter } from './pairView.ts'
import { emptyPairSearch, pairingStore, type PairSearchState } from './pairingStore.ts'
import { pairingClient } from './pairingWorker.ts'

let running: string | undefined

/** Finds the pairs and shows them alone. An empty text shows all again. */
export async function searchPairs(query: PairSearchQuery): Promise<void> {
  const client = pairingClient()
  if (!client) return
  const previous = running
  const jobId = newJobId()
  running = jobId
  const isEmpty = query.text === ''
  changeSearch(() => ({ query, state: isEmpty ? 'idle' : 'searching', progress: undefined }))
  if (isEmpty) removeCondition('matches')
  if (previous !== undefined) await client.cancel(previous)
  if (running !== jobId) return
  const result = await client.search(query, jobId, (progress) => {
    if (running === jobId) changeSearch(() => ({ progress }))
  })
  if (running !== jobId) return
  running = undefined
  if (!result.ok) {
    changeSearch(() => ({ state: 'stopped' }))
    showFailure(result.failure)
    return
  }
  changeSearch(({ turn }) => ({
    state: isEmpty ? 'idle' : 'done',
    progress: undefined,
    turn: turn + 1,
  }))
  if (!isEmpty) setPairFilter({ ...pairingStore.getState().view.filter, matches: true })
}

/** The search that runs is given up. */
export async function cancelPairSearch(): Promise<void> {
  if (running !== undefined) await pairingClient()?.cancel(running)
}

export async function clearPairSearch(): Promise<void> {
  const { query, state } = pairingStore.getState().search
  if (query.text !== '' || state === 'searching') await searchPairs(emptyPairSearch.query)
}

/** Takes back every filter; the search is one, too. */
export function showAllPairs(): void {
  clearPairFilter()
  void clearPairSearch()
}

function changeSearch(change: (search: PairSearchState) => Partial<PairSearchState>): void {
  pairingStore.setState(({ search }) => ({ search: { ...search, ...change(search) } }))
}
