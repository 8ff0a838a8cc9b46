// What a text that is being typed would be validated as.
import { useEffect, useState } from 'react'
import { ok, type Result } from '../../base/result.ts'
import type { Diagnostic, Verdict } from '../../diagnostics/diagnostic.ts'
import { clientOf, hasClient } from '../../state/clients.ts'
import type { LineDetail, TextValidation } from '../../contracts/documentApi.ts'
import type { DocumentKey } from '../../state/store.ts'
import { draftLines } from './draftLines.ts'

/** Stillness before a text is validated; longer where handing it over takes time itself. */
const DELAY_MS = 150
const LARGE_DELAY_MS = 800
const LARGE_TEXT = 2_000_000

/** Of a text with more lines only the first are validated. */
const MAX_VALIDATED_LINES = 50

export interface ShownValidation extends TextValidation {
  /** The validation is of an earlier text; the one of this text is on its way. */
  readonly isStale: boolean
}

interface Answer {
  readonly key: DocumentKey
  readonly detail: LineDetail
  readonly text: string
  readonly validation: TextValidation
}

/** Validates `text` instead of the line; `text` equal to the line's is what the line is. */
export function useTextValidation(
  key: DocumentKey,
  detail: LineDetail,
  text: string,
  isDraft: boolean,
): ShownValidation {
  const [answer, setAnswer] = useState<Answer>()

  useEffect(() => {
    if (!isDraft || !hasClient(key)) return
    let isCurrent = true
    const timer = setTimeout(
      () => {
        void validate(key, detail, text).then((validation) => {
          // A dead worker is announced by the tab; the last validation stays, marked as stale.
          if (isCurrent && validation.ok)
            setAnswer({ key, detail, text, validation: validation.value })
        })
      },
      text.length > LARGE_TEXT ? LARGE_DELAY_MS : DELAY_MS,
    )
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [key, detail, text, isDraft])

  if (!isDraft) return { ...validationOf(detail), isStale: false }
  if (answer?.key !== key || answer.detail.id !== detail.id) {
    return { ...validationOf(detail), isStale: true }
  }
  return { ...answer.validation, isStale: answer.text !== text || answer.detail !== detail }
}

function validationOf({
  revision,
  verdict,
  diagnostics,
  ignored,
  fixes,
}: LineDetail): TextValidation {
  return { revision, verdict, diagnostics, ignored, fixes }
}

const rank: Record<Verdict, number> = { blank: 0, valid: 1, warning: 2, invalid: 3 }

async function validate(
  key: DocumentKey,
  detail: LineDetail,
  text: string,
): Promise<Result<TextValidation>> {
  const lines = draftLines(text)
  if (lines.length === 1) return clientOf(key).validateText(detail.id, text)
  const validated = await Promise.all(
    lines.slice(0, MAX_VALIDATED_LINES).map((line) => clientOf(key).validateText(detail.id, line)),
  )
  let revision = Infinity
  let verdict: Verdict = 'blank'
  const diagnostics: Diagnostic[] = []
  const ignored: Diagnostic[] = []
  let start = 0
  for (const [index, answer] of validated.entries()) {
    if (!answer.ok) return answer
    const part = answer.value
    revision = Math.min(revision, part.revision)
    if (rank[part.verdict] > rank[verdict]) verdict = part.verdict
    for (const diagnostic of part.diagnostics) diagnostics.push(moveBy(diagnostic, start))
    ignored.push(...part.ignored)
    start += (lines[index]?.length ?? 0) + 1
  }
  // A fix answers for one line; offering it for a part of the text would replace the whole.
  return ok({ revision, verdict, diagnostics, ignored, fixes: [] })
}

function moveBy(diagnostic: Diagnostic, by: number): Diagnostic {
  const { byteOffset: _, ...rest } = diagnostic
  const { range } = rest
  return range ? { ...rest, range: { from: range.from + by, to: range.to + by } } : rest
}
