// Search over the whole active document. At most one search of a document runs: a new one cancels
// it.
import type { FailureCode } from '../../base/failures.ts'
import type { SearchQuery } from '../../contracts/documentApi.ts'
import { clientOf, hasClient } from '../clients.ts'
import { documentSlot } from '../documentScope.ts'
import { rememberQuery } from '../queries/keptQueries.ts'
import {
  activeDocument,
  type DocumentKey,
  emptySearch,
  findDocument,
  updateDocument,
} from '../store.ts'
import { newJobId } from './jobs.ts'
import { matchesWithin } from './lines.ts'
import { showFailure } from './messages.ts'

/** What is wrong with the query is said where it is typed. */
const QUERY_CODES: ReadonlySet<FailureCode> = new Set([
  'bad-query',
  'bad-expression',
  'expressions-not-loaded',
] as const)

/** The job of the search that runs. */
const running = documentSlot<{ jobId?: string | undefined }>(() => ({}))

/** Marks the matching lines and counts them; those of a query are shown. An empty text clears the search. */
export async function search(query: SearchQuery): Promise<void> {
  const tab = activeDocument()
  if (!tab || !hasClient(tab.key)) return
  const { key } = tab
  const client = clientOf(key)
  const runs = running.of(key)
  const previous = runs.jobId
  const jobId = newJobId()
  runs.jobId = jobId
  const isCurrent = () => runs.jobId === jobId

  updateDocument(key, {
    search: { ...emptySearch, query, state: query.text === '' ? 'idle' : 'searching' },
    match: undefined,
    marks: undefined,
  })
  if (query.text === '') showAllAfterMatches(key)
  if (previous !== undefined) await client.cancel(previous)

  let isShown = false
  // The query can be run: what it finds is what the table shows, as it comes.
  const show = (): void => {
    if (isShown || !query.isQuery) return
    isShown = true
    updateDocument(key, ({ view }) => ({ view: matchesWithin(view) }))
    rememberQuery(query.text)
  }

  const result = await client.search(query, jobId, (progress) => {
    if (isCurrent()) show()
    if (isCurrent()) updateDocument(key, (shown) => ({ search: { ...shown.search, progress } }))
  })
  if (!isCurrent()) return
  runs.jobId = undefined
  if (query.text === '') return
  if (result.ok) {
    show()
    updateDocument(key, { search: { query, state: 'done', progress: result.value } })
  } else if (QUERY_CODES.has(result.failure.code)) {
    updateDocument(key, { search: { query, state: 'idle', problem: result.failure.message } })
  } else {
    updateDocument(key, (shown) => ({ search: { ...shown.search, state: 'idle' } }))
    showFailure(result.failure)
  }
}

/** How was searched stays as it is. */
export async function clearSearch(): Promise<void> {
  const query = activeDocument()?.search.query ?? emptySearch.query
  await search({ ...query, text: '' })
}

/** Cancels the search of the active document that runs, if any; what it found so far stays. */
export async function cancelSearch(): Promise<void> {
  const tab = activeDocument()
  const jobId = tab && running.of(tab.key).jobId
  if (tab && jobId !== undefined && hasClient(tab.key)) await clientOf(tab.key).cancel(jobId)
}

/** The view of matches would be empty without a search: what they were looked at among is shown. */
export function showAllAfterMatches(key: DocumentKey): void {
  const view = findDocument(key)?.view
  if (view?.kind === 'matches') updateDocument(key, { view: { kind: view.among ?? 'all' } })
}
