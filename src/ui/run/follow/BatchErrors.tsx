// What the API says is wrong with the file of a batch, or with its lines; each line leads to ours.
import type { JSX } from 'react'
import { msg } from '../../../i18n/message.ts'
import type { PartProblem, Run, RunPart } from '../../../state/batch/batchStore.ts'
import { showProblem } from '../../../state/batch/showProblem.ts'
import { useTranslator } from '../../../state/language.ts'
import { Button } from '../../controls/Button.tsx'
import { MoreList } from '../../controls/MoreList.tsx'
import { SeverityMark } from '../../issues/SeverityMark.tsx'
import styles from './BatchErrors.module.css'

/** Errors that are shown at first. */
const FIRST = 5

interface BatchErrorsProps {
  readonly run: Run
  readonly part: RunPart
}

export function BatchErrors({ run, part }: BatchErrorsProps): JSX.Element | null {
  const problems = part.problems ?? []
  if (problems.length === 0) return null
  return (
    <MoreList items={problems} first={FIRST} className={styles['list']}>
      {(problem, index) => <ErrorItem key={index} problem={problem} run={run} />}
    </MoreList>
  )
}

interface ErrorItemProps {
  readonly problem: PartProblem
  readonly run: Run
}

function ErrorItem({ problem, run }: ErrorItemProps): JSX.Element {
  const { t } = useTranslator()
  const { message, param, partLine, place } = problem
  return (
    <li className={styles['error']}>
      <SeverityMark severity="error" />
      <span className={styles['words']}>
        {t(message)}
        {param !== undefined && (
          <>
            {' '}
            <code>{param}</code>
          </>
        )}
        {!place && partLine !== undefined && (
          <small>{t(msg('Line {line, number} of the uploaded file', { line: partLine }))}</small>
        )}
      </span>
      {place && run.documentKey !== undefined && (
        <Button size="small" look="outlined" onClick={() => void showProblem(run, problem)}>
          {t(msg('Line {line, number}', { line: place.line }))}
        </Button>
      )}
    </li>
  )
}
