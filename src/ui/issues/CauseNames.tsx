// The names behind a cause that is one for all of them: which keys are unknown, and how often.
import type { JSX } from 'react'
import { setPanelOpen } from '../../state/actions/dialogs.ts'
import { goToLine } from '../../state/actions/lines.ts'
import { countOf, groupNumber } from '../../state/formatNumber.ts'
import type { CauseNameCounts as Names } from '../../contracts/documentApi.ts'
import styles from './CauseNames.module.css'

export interface CauseNamesProps {
  readonly names: Names
  /** Lines that have the cause. */
  readonly count: number
}

export function CauseNames({
  names: { most, others, lines },
  count,
}: CauseNamesProps): JSX.Element {
  return (
    <div className={styles['names']}>
      {lines < count && <p>In {countOf(lines, 'line')} looked at:</p>}
      <ul>
        {most.map(({ name, lines: own, firstLine }) => (
          <li key={name}>
            <button
              type="button"
              title={`Go to line ${groupNumber(firstLine)}, the first with it`}
              onClick={() => {
                setPanelOpen(false)
                void goToLine(firstLine)
              }}
            >
              <code>{name}</code>
              <span>{groupNumber(own)}</span>
            </button>
          </li>
        ))}
        {others > 0 && <li>and {countOf(others, 'other name')}</li>}
      </ul>
    </div>
  )
}
