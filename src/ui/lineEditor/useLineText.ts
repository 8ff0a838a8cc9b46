// The text that the drawer shows for a line, and the ways in which it changes: typed, applied,
// dropped. What is typed is in the store at once, so that closing the drawer loses nothing.
import { useEffect, useRef, useState } from 'react'
import { applyEdit } from '../../state/actions/edits.ts'
import { dropDraft, findDraft, keepDraft } from '../../state/drafts.ts'
import { type DocumentTab, findDocument } from '../../state/store.ts'
import type { LineDetail } from '../../contracts/documentApi.ts'
import { draftLines } from './draftLines.ts'

export interface LineText {
  readonly text: string
  /** Something is typed that differs from the line. */
  readonly isDraft: boolean
  /** It was applied, and the document has not taken it yet. */
  readonly isApplying: boolean
  /** `text` is not what the line was validated as. */
  readonly isUnvalidated: boolean
  /** The line changed below the draft. */
  readonly isBaseChanged: boolean
  change(text: string): void
  drop(): void
  /** Resolves with whether the line was changed. */
  apply(): Promise<boolean>
}

export function useLineText(tab: DocumentTab, detail: LineDetail): LineText {
  const { key } = tab
  const { id } = detail
  const kept = findDraft(tab, id)
  const draft = kept?.text
  // Shown between applying and reading the line again, when the draft is gone and the line old.
  const [applied, setApplied] = useState<{ readonly text: string; readonly to: LineDetail }>()
  const isPending = applied?.to === detail
  const lastTyped = useRef<string>(undefined)

  useEffect(() => {
    // Undo in the editor, or elsewhere in the document, may bring back what the line is.
    if (draft === detail.text) dropDraft(key, id)
  }, [draft, detail.text, key, id])

  return {
    text: draft ?? (isPending ? applied.text : detail.text),
    isDraft: draft !== undefined && draft !== detail.text,
    isApplying: isPending && draft !== undefined,
    isUnvalidated: draft !== undefined || isPending,
    isBaseChanged: kept !== undefined && kept.base !== detail.text,
    change: (text) => {
      lastTyped.current = text
      if (text === detail.text) dropDraft(key, id)
      else keepDraft(key, { id, text, base: detail.text, line: detail.line })
    },
    drop: () => dropDraft(key, id),
    apply: async () => {
      const now = findDocument(key)
      const text = now && findDraft(now, id)?.text
      if (text === undefined || text === detail.text) return false
      const texts = draftLines(text)
      if (texts.some((line) => line.includes('\n'))) return false
      lastTyped.current = text
      setApplied({ text: texts[0] ?? '', to: detail })
      const isDone = await applyEdit({ kind: 'replace', id, texts })
      if (!isDone) {
        setApplied(undefined)
        return false
      }
      dropDraft(key, id)
      // Typed while the edit was on its way: that is the beginning of the next one.
      if (lastTyped.current !== text) {
        keepDraft(key, { id, text: lastTyped.current, base: text, line: detail.line })
      }
      return true
    },
  }
}
