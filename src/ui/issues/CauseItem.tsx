// One cause with the lines that have it: show them, walk through them, fix them all.
import { Check, Trash2 } from 'lucide-react'
import { type JSX, memo, useId } from 'react'
import { fixAll } from '../../state/actions/edits.ts'
import { deleteCause } from '../../state/actions/chosenLines.ts'
import { setPanelOpen } from '../../state/actions/dialogs.ts'
import { goToIssue, setView } from '../../state/actions/lines.ts'
import { countOf, groupNumber } from '../../state/formatNumber.ts'
import type { CauseCount, CauseFix } from '../../contracts/documentApi.ts'
import { Button } from '../controls/Button.tsx'
import styles from './CauseItem.module.css'
import { CauseNames } from './CauseNames.tsx'
import { SeverityMark } from './SeverityMark.tsx'

export interface CauseItemProps {
  readonly cause: CauseCount
  /** Whether the table shows the lines of this cause only. */
  readonly isShown: boolean
  /** Whether the document takes changes at the moment. */
  readonly canFix: boolean
  /** No line has it any more: it only keeps its place. */
  readonly isGone: boolean
}

export const CauseItem = memo(function CauseItem({
  cause,
  isShown,
  canFix,
  isGone,
}: CauseItemProps): JSX.Element {
  const id = useId()
  const { code, count, fix, isNotice, message, names, severity, title } = cause
  const lines = countOf(count, 'line')
  const mended = fix && mendedLines(fix, count)
  return (
    <li
      className={styles['cause']}
      {...(isGone
        ? { inert: true, 'aria-hidden': true, 'data-gone': true }
        : { 'data-code': code, 'data-count': count, 'data-severity': severity })}
      data-notice={isNotice || undefined}
      data-shown={isShown || undefined}
    >
      <button
        type="button"
        className={styles['show']}
        aria-pressed={isShown}
        title={isShown ? 'Show all lines' : `Show only the ${lines} with this issue`}
        onClick={() => {
          setView(isShown ? { kind: 'all' } : { kind: 'cause', code })
          setPanelOpen(false)
        }}
      >
        <SeverityMark severity={severity} isNotice={isNotice} />
        <span id={`${id}-title`} className={styles['title']}>
          {title}
        </span>
        <span className={`growing ${styles['count']}`}>
          {isGone ? <Check aria-hidden /> : groupNumber(count)}
        </span>
      </button>
      {message !== undefined && <p className={styles['message']}>{message}</p>}
      {names && <CauseNames names={names} count={count} />}
      {isNotice && (
        <p className={styles['message']}>In most lines of this file. It stops nothing.</p>
      )}
      <div className={styles['acts']}>
        <Button
          size="small"
          aria-describedby={`${id}-title`}
          onClick={() => {
            setPanelOpen(false)
            void goToIssue(1, code)
          }}
        >
          Next
        </Button>
        {fix && (
          <>
            <Button
              size="small"
              disabled={!canFix}
              aria-describedby={`${id}-fix`}
              onClick={() => void fixAll(code)}
            >
              Fix all
            </Button>
            <span id={`${id}-fix`} className="visuallyHidden">
              {title}: {fix.title} in {mended}
            </span>
          </>
        )}
        {cause.isRepeat !== true && (
          <Button
            size="small"
            className={styles['delete']}
            disabled={!canFix}
            title={`Delete these lines (${groupNumber(count)})`}
            aria-label="Delete these lines"
            aria-describedby={`${id}-title`}
            onClick={() => void deleteCause(code)}
          >
            <Trash2 aria-hidden />
          </Button>
        )}
        {fix && (
          <span className={styles['fix']} aria-hidden>
            {fix.lines < count && `${mended}: `}
            {fix.title}
          </span>
        )}
      </div>
      {cause.isRepeat === true && (
        <div className={styles['acts']}>
          <Button
            size="small"
            disabled={!canFix}
            aria-describedby={`${id}-title ${id}-repeats`}
            onClick={() => void deleteCause(code)}
          >
            Delete the repeats
          </Button>
          <span id={`${id}-repeats`} className={styles['fix']}>
            Keeps the first of each
          </span>
        </div>
      )}
    </li>
  )
})

/** '3 of 5 lines', '5 lines', 'about 390,000 of 400,000 lines'. */
function mendedLines({ lines, isEstimate }: CauseFix, count: number): string {
  const about = isEstimate ? 'about ' : ''
  if (lines < count) return `${about}${groupNumber(lines)} of ${countOf(count, 'line')}`
  return isEstimate ? `nearly all of ${countOf(count, 'line')}` : countOf(count, 'line')
}
