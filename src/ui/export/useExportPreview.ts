// The preview of an export, asked for again after every change of what is chosen.
import { useEffect, useState } from 'react'
import type { ExportChoice, ExportPreview, TableColumn } from '../../contracts/documentApi.ts'
import type { Message } from '../../i18n/message.ts'
import { askPreview } from '../../state/exporting/askExport.ts'
import type { DocumentKey } from '../../state/store.ts'

/** Milliseconds without a change, so that typing does not ask at each letter. */
const DELAY = 120

export interface PreviewState {
  readonly choice: ExportChoice
  /** Of values in the first lines. */
  readonly paths: readonly string[]
  /** Those that the table shows. */
  readonly tableColumns: readonly TableColumn[]
  /** Of an earlier choice until that of the present one is there. */
  readonly preview: ExportPreview | undefined
  readonly isLate: boolean
  readonly problem: Message | undefined
}

const NO_PATHS: readonly string[] = []
const NO_COLUMNS: readonly TableColumn[] = []

/**
 * `choiceOf`: what is chosen, when these are the paths of the first lines. Its content counts: a new object with
 * the same asks for nothing.
 */
export function useExportPreview(
  key: DocumentKey,
  choiceOf: (paths: readonly string[]) => ExportChoice,
  revision: number,
): PreviewState {
  const [known, setKnown] = useState<{
    readonly of: string
    readonly preview: ExportPreview | undefined
    readonly problem?: Message
  }>()
  const paths = known?.preview?.paths ?? NO_PATHS
  const choice = choiceOf(paths)
  const wanted = JSON.stringify([key, choice, revision])
  useEffect(() => {
    let isCurrent = true
    const ask = async (): Promise<void> => {
      const [, asked] = JSON.parse(wanted) as [string, ExportChoice]
      const answer = await askPreview(key, asked)
      if (!isCurrent || !answer) return
      if (answer.ok) setKnown({ of: wanted, preview: answer.value })
      else setKnown({ of: wanted, preview: undefined, problem: answer.failure.message })
    }
    const timer = setTimeout(() => void ask(), known === undefined ? 0 : DELAY)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
    // What is known already only says how long to wait.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, wanted])
  return {
    choice,
    paths,
    tableColumns: known?.preview?.tableColumns ?? NO_COLUMNS,
    preview: known?.preview,
    isLate: known?.of !== wanted,
    problem: known?.of === wanted ? known.problem : undefined,
  }
}
