// The words of one answer against those of another.
import { type JSX, useMemo, useState } from 'react'
import type { AnswerSide } from '../../../contracts/pairingApi.ts'
import { Button } from '../../controls/Button.tsx'
import styles from './AnswerDiff.module.css'
import { comparedParts, type DiffRun, diffRuns, withoutMiddle } from './diffRuns.ts'
import { comparedText, placeText } from './pairMessages.ts'
import { msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'

/** Code units of each answer that are compared: more would keep the page waiting. */
const LIMIT = 100_000

/** Code units that are kept at each end of a long run. */
const KEPT = 200

export interface AnswerDiffProps {
  readonly before: AnswerSide
  readonly after: AnswerSide
}

export function AnswerDiff({ before, after }: AnswerDiffProps): JSX.Element {
  const translator = useTranslator()
  const { t } = translator
  const [isWhole, setWhole] = useState(false)
  const [a, b] = [comparedText(before, translator), comparedText(after, translator)]
  const parts = useMemo(() => comparedParts(a, b, LIMIT), [a, b])
  const runs = useMemo(() => diffRuns(parts.before, parts.after), [parts])
  return (
    <div className={styles['box']}>
      <div className={styles['head']}>
        <p>
          <del>− {t(placeText(before))}</del> <ins>+ {t(placeText(after))}</ins>
        </p>
        <Button size="small" aria-pressed={isWhole} onClick={() => setWhole(!isWhole)}>
          {t(msg('Whole texts'))}
        </Button>
      </div>
      {a !== b && parts.from > 0 && (
        <p className={styles['note']}>
          {t(
            msg(
              '{count, plural, one {The # character before is} other {The # characters before are}} the same.',
              { count: parts.from },
            ),
          )}
        </p>
      )}
      {a === b ? (
        <p className={styles['note']}>{t(msg('Both say the same.'))}</p>
      ) : (
        <div className={styles['text']} role="group" aria-label={t(msg('Differences'))}>
          {runs.map((run, i) => (
            // Runs have no identity, and none of them moves.
            <Run key={`${i}`} run={run} isWhole={isWhole} />
          ))}
        </div>
      )}
      {a !== b && parts.isCut && (
        <p className={styles['note']}>
          {t(
            msg('What follows after {limit, number} characters is not compared.', { limit: LIMIT }),
          )}
        </p>
      )}
    </div>
  )
}

function Run({ run, isWhole }: { readonly run: DiffRun; readonly isWhole: boolean }): JSX.Element {
  const { t } = useTranslator()
  const { kind, text } = run
  const { head, omitted, tail } = withoutMiddle(text, isWhole ? Number.POSITIVE_INFINITY : KEPT)
  const Tag = kind === 'removed' ? 'del' : kind === 'added' ? 'ins' : 'span'
  return (
    <Tag>
      {head}
      {omitted > 0 && (
        <span className={styles['omitted']}>
          {' '}
          {t(msg('… {count, number} characters …', { count: omitted }))}{' '}
        </span>
      )}
      {tail}
    </Tag>
  )
}
