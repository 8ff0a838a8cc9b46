// Tokens and costs are counted while a step that shows them is in sight, and once for each content: counting a
// large file takes seconds.
import { useEffect, useRef } from 'react'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import { refreshEstimate } from '../../state/batch/estimate.ts'
import type { DocumentKey } from '../../state/store.ts'
import type { SendForm } from './send/sendForm.ts'

export interface WantedEstimate {
  readonly isInSight: boolean
  readonly documentKey: DocumentKey
  readonly facts: DocumentFacts | undefined
  readonly selection: SendForm['selection']
}

export function useEstimate({ isInSight, documentKey, facts, selection }: WantedEstimate): void {
  const counted = useRef<string>(undefined)
  const content =
    facts?.state === 'ready' ? `${documentKey} ${facts.revision} ${selection}` : undefined
  useEffect(() => {
    if (!isInSight || content === undefined || counted.current === content) return
    counted.current = content
    void refreshEstimate(selection)
  }, [isInSight, content, selection])
}
