// What a text that is being typed would be judged as.
import { useEffect, useState } from 'react'
import type { Diagnostic, Verdict } from '../../diagnostics/diagnostic.ts'
import { clientOf, hasClient } from '../../state/clients.ts'
import type { LineDetail, TextJudgement } from '../../contracts/documentApi.ts'
import type { DocumentKey } from '../../state/store.ts'
import { draftLines } from './draftLines.ts'
import { ignoreCrash } from './useLineDetail.ts'

/** Stillness before a text is judged; longer where handing it over takes time itself. */
const DELAY_MS = 150
const LARGE_DELAY_MS = 800
const LARGE_TEXT = 2_000_000

/** Of a text with more lines only the first are judged. */
const MAX_JUDGED_LINES = 50

export interface ShownJudgement extends TextJudgement {
  /** The judgement is of an earlier text; the one of this text is on its way. */
  readonly isStale: boolean
}

interface Answer {
  readonly key: DocumentKey
  readonly detail: LineDetail
  readonly text: string
  readonly judgement: TextJudgement
}

/** Judges `text` in place of the line; `text` equal to the line's is what the line is. */
export function useJudgement(
  key: DocumentKey,
  detail: LineDetail,
  text: string,
  isDraft: boolean,
): ShownJudgement {
  const [answer, setAnswer] = useState<Answer>()

  useEffect(() => {
    if (!isDraft || !hasClient(key)) return
    let isCurrent = true
    const timer = setTimeout(
      () => {
        judge(key, detail, text).then((judgement) => {
          if (isCurrent) setAnswer({ key, detail, text, judgement })
        }, ignoreCrash)
      },
      text.length > LARGE_TEXT ? LARGE_DELAY_MS : DELAY_MS,
    )
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [key, detail, text, isDraft])

  if (!isDraft) return { ...judgementOf(detail), isStale: false }
  if (answer?.key !== key || answer.detail.id !== detail.id) {
    return { ...judgementOf(detail), isStale: true }
  }
  return { ...answer.judgement, isStale: answer.text !== text || answer.detail !== detail }
}

function judgementOf({ verdict, diagnostics, fixes }: LineDetail): TextJudgement {
  return { verdict, diagnostics, fixes }
}

const rank: Record<Verdict, number> = { blank: 0, valid: 1, warning: 2, invalid: 3 }

async function judge(key: DocumentKey, detail: LineDetail, text: string): Promise<TextJudgement> {
  const lines = draftLines(text)
  if (lines.length === 1) return clientOf(key).judgeText(detail.id, text)
  const judged = await Promise.all(
    lines.slice(0, MAX_JUDGED_LINES).map((line) => clientOf(key).judgeText(detail.id, line)),
  )
  let verdict: Verdict = 'blank'
  const diagnostics: Diagnostic[] = []
  let start = 0
  for (const [index, part] of judged.entries()) {
    if (rank[part.verdict] > rank[verdict]) verdict = part.verdict
    for (const diagnostic of part.diagnostics) diagnostics.push(moveBy(diagnostic, start))
    start += (lines[index]?.length ?? 0) + 1
  }
  // A fix answers for one line; offering it for a part of the text would replace the whole.
  return { verdict, diagnostics, fixes: [] }
}

function moveBy(diagnostic: Diagnostic, by: number): Diagnostic {
  const { byteOffset: _, ...rest } = diagnostic
  const { range } = rest
  return range ? { ...rest, range: { from: range.from + by, to: range.to + by } } : rest
}
