// The words of one answer against those of another.
import { type JSX, useMemo, useState } from 'react'
import { groupNumber } from '../../../state/formatNumber.ts'
import type { AnswerSide } from '../../../contracts/pairingApi.ts'
import { Button } from '../../controls/Button.tsx'
import styles from './AnswerDiff.module.css'
import { comparedParts, type DiffRun, diffRuns, withoutMiddle } from './diffRuns.ts'
import { comparedText, placeText } from './pairMessages.ts'

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
  const parts = useMemo(() => comparedParts(a, b, LIMIT), [a, b])
  const runs = useMemo(() => diffRuns(parts.before, parts.after), [parts])
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
      {a !== b && parts.from > 0 && (
        <p className={styles['note']}>
          The {groupNumber(parts.from)} characters before are the same.
        </p>
      )}
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
      {a !== b && parts.isCut && (
        <p className={styles['note']}>
          What follows after {groupNumber(LIMIT)} characters is not compared.
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
