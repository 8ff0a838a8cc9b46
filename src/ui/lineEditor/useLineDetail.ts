// The line that the drawer shows, read again whenever the document changed.
import { useEffect, useState } from 'react'
import type { Failure } from '../../base/failures.ts'
import type { LineId } from '../../base/units.ts'
import { clientOf, hasClient } from '../../state/clients.ts'
import type { DocumentKey, DocumentTab } from '../../state/store.ts'
import type { LineDetail } from '../../contracts/documentApi.ts'

/** While the file is being read every report raises the revision: read the line at this pace. */
const READING_PACE_MS = 1000

/** Bytes above which a line is not read again before the file is. */
const LARGE_LINE_BYTES = 1_000_000

export type LineDetailState =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly detail: LineDetail }
  | { readonly kind: 'failed'; readonly failure: Failure }

interface Shown {
  readonly key: DocumentKey
  readonly id: LineId
  readonly state: LineDetailState
}

const none: LineDetailState = { kind: 'none' }
const loading: LineDetailState = { kind: 'loading' }

export function useLineDetail(tab: DocumentTab | undefined): LineDetailState {
  const key = tab?.key
  const id = tab?.selection?.id
  const revision = tab?.facts?.revision
  // A line that could not be read may be readable when this ends.
  const isUnreadable = tab?.fileProblem !== undefined
  const isReading = tab?.facts?.state === 'reading'
  const [shown, setShown] = useState<Shown>()
  const isShown = shown !== undefined && shown.key === key && shown.id === id
  const isLarge =
    isShown && shown.state.kind === 'ready' && shown.state.detail.byteLength > LARGE_LINE_BYTES
  const delay = isShown && isReading ? READING_PACE_MS : 0
  const isEnough = isLarge && isReading

  useEffect(() => {
    if (key === undefined || id === undefined || isEnough || !hasClient(key)) return
    let isCurrent = true
    const timer = setTimeout(() => {
      void clientOf(key)
        .readLine(id)
        .then((result) => {
          if (!isCurrent) return
          const state: LineDetailState = result.ok
            ? { kind: 'ready', detail: result.value }
            : { kind: 'failed', failure: result.failure }
          setShown({ key, id, state })
        })
    }, delay)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
    // `delay` follows from what is shown and would start the first reading twice.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, id, revision, isUnreadable, isEnough])

  if (key === undefined || id === undefined) return none
  return isShown ? shown.state : loading
}
