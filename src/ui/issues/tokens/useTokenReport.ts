// The report on a document's tokens, asked for again whenever other lines are counted.
import { useEffect, useState } from 'react'
import type { TokenReport } from '../../../contracts/lineTokens.ts'
import { hasClient } from '../../../state/clients.ts'
import type { DocumentKey } from '../../../state/store.ts'
import { readTokens } from '../../../state/tokens/followLines.ts'

/** The latest one, also while a newer one is on its way; undefined before the first. */
export function useTokenReport(key: DocumentKey, version: number): TokenReport | undefined {
  const [held, setHeld] = useState<{ readonly key: DocumentKey; readonly report: TokenReport }>()
  useEffect(() => {
    let isWanted = true
    if (hasClient(key)) {
      void readTokens(key).then((report) => {
        if (isWanted && report.ok) setHeld({ key, report: report.value })
      })
    }
    return () => {
      isWanted = false
    }
    // `version` stands for what is asked.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, version])
  return held?.key === key ? held.report : undefined
}
