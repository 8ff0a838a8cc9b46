// The words of one answer against those of another.
import { type JSX, useMemo, useState } from 'react'
import { groupNumber } from '../../../state/formatNumber.ts'
import type { AnswerSide } from '../../../worker/pairingApi.ts'
import { Button } from '../../controls/Button.tsx'
import { sliceText } from '../../lineEditor/textSlice.ts'
import styles from './AnswerDiff.module.css'
import { type DiffRun, diffRuns, withoutMiddle } from './diffRuns.ts'
import { comparedText, placeText } from './pairWords.ts'

/** Code units of each answer that are compared: more would keep the page waiting. */
const LIMIT = 100_000

/** Code units that are kept at each end of a long run. */
const KEPT = 200

export interface AnswerDiffProps {
  readonly before: AnswerSide
  readonly after: AnswerSide
}

export function AnswerDiff({ before, after }: AnswerDiffProps): JSX.Element {
  const [isWhole, setWhole] = useState(false)
  const [a, b] = [comparedText(before), comparedText(after)]
  const runs = useMemo(
    () => diffRuns(sliceText(a, 0, LIMIT).part, sliceText(b, 0, LIMIT).part),
    [a, b],
  )
  return (
    <div className={styles['box']}>
      <div className={styles['head']}>
        <p>
          <del>− {placeText(before)}</del> <ins>+ {placeText(after)}</ins>
        </p>
        <Button size="small" aria-pressed={isWhole} onClick={() => setWhole(!isWhole)}>
          Whole texts
        </Button>
      </div>
      {a === b ? (
        <p className={styles['note']}>Both say the same.</p>
      ) : (
        <div className={styles['text']} role="group" aria-label="Differences">
          {runs.map((run, i) => (
            // Runs have no identity, and none of them moves.
            <Run key={`${i}`} run={run} isWhole={isWhole} />
          ))}
        </div>
      )}
      {(a.length > LIMIT || b.length > LIMIT) && (
        <p className={styles['note']}>
          Only the first {groupNumber(LIMIT)} characters of each are compared.
        </p>
      )}
    </div>
  )
}

function Run({ run, isWhole }: { readonly run: DiffRun; readonly isWhole: boolean }): JSX.Element {
  const { kind, text } = run
  const { head, omitted, tail } = withoutMiddle(text, isWhole ? Number.POSITIVE_INFINITY : KEPT)
  const Tag = kind === 'removed' ? 'del' : kind === 'added' ? 'ins' : 'span'
  return (
    <Tag>
      {head}
      {omitted > 0 && (
        <span className={styles['omitted']}> … {groupNumber(omitted)} characters … </span>
      )}
      {tail}
    </Tag>
  )
}
