// What the search finds in the line of the drawer, as the worker tells it.
import { useEffect, useMemo, useState } from 'react'
import type { LineDetail, LineMatches, SearchQuery } from '../../contracts/documentApi.ts'
import { clientOf, hasClient } from '../../state/clients.ts'
import type { DocumentTab } from '../../state/store.ts'
import type { TextMatches } from '../text/matchMarks.ts'

interface Answer {
  readonly detail: LineDetail
  readonly query: SearchQuery
  readonly ranges: LineMatches['ranges']
}

const NONE: LineMatches['ranges'] = []

/**
 * Undefined until the worker has answered. The match that was gone to is shown, else, where `isFirstShown`,
 * the first.
 */
export function useLineMatches(
  tab: DocumentTab,
  detail: LineDetail,
  isFirstShown: boolean,
): TextMatches | undefined {
  const { key, search, match } = tab
  const { query, state } = search
  const { id, text } = detail
  const [answer, setAnswer] = useState<Answer>()
  const isSearching = query.text !== ''

  useEffect(() => {
    if (!isSearching || !hasClient(key)) return
    let isCurrent = true
    void clientOf(key)
      .lineMatches(id)
      .then((found) => {
        if (isCurrent && found.ok) setAnswer({ detail, query, ranges: found.value.ranges })
      })
    return () => {
      isCurrent = false
    }
    // A query is known to the worker when its search has begun, at the latest when it has ended.
  }, [key, id, detail, query, state, isSearching])

  const isAnswered = answer?.detail === detail && answer.query === query
  const ranges = !isSearching ? NONE : isAnswered ? answer.ranges : undefined
  const isGoneTo = match?.line === id
  const at = isGoneTo ? match.at : undefined
  const jump = isGoneTo ? match.jump + 1 : isFirstShown ? 1 : 0
  return useMemo(() => {
    if (!ranges) return undefined
    const current = at === undefined ? undefined : Math.min(at, ranges.length - 1)
    return { text, ranges, current, jump }
  }, [text, ranges, at, jump])
}
