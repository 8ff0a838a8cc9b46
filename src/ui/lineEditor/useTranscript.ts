// The transcript of the line in the drawer, as its worker reads it; of what is typed, after a pause.
import { useEffect, useState } from 'react'
import type { Failure } from '../../base/failures.ts'
import type { LineDetail } from '../../contracts/documentApi.ts'
import type { LineTranscript } from '../../contracts/transcript.ts'
import { clientOf, hasClient } from '../../state/clients.ts'
import type { DocumentKey } from '../../state/store.ts'

/** While someone types, in ms. */
const PAUSE = 300

export type TranscriptState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly transcript: LineTranscript['transcript'] }
  | { readonly kind: 'failed'; readonly failure: Failure }

const loading: TranscriptState = { kind: 'loading' }

/** The one before stays while another is read. `draft`: what is typed and not applied. */
export function useTranscript(
  key: DocumentKey,
  detail: LineDetail,
  draft: string | undefined,
): TranscriptState {
  const [state, setState] = useState(loading)
  const { id, text, isCut } = detail
  useEffect(() => {
    if (!hasClient(key)) return
    let isCurrent = true
    const timer = setTimeout(
      () => {
        void clientOf(key)
          .readTranscript(id, draft)
          .then((read) => {
            if (!isCurrent) return
            setState(
              read.ok
                ? { kind: 'ready', transcript: read.value.transcript }
                : { kind: 'failed', failure: read.failure },
            )
          })
      },
      draft === undefined ? 0 : PAUSE,
    )
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
    // Read again when the line says something else, not whenever it is validated again.
  }, [key, id, text, isCut, draft])
  return state
}
