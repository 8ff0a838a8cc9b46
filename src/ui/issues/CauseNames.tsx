// The names behind a cause that is one for all of them: which keys are unknown, and how often.
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { setPanelOpen } from '../../state/actions/dialogs.ts'
import { goToLine } from '../../state/actions/lines.ts'
import { useTranslator } from '../../state/language.ts'
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
  const { t, number } = useTranslator()
  return (
    <div className={styles['names']}>
      {lines < count && (
        <p>{t(msg('In {lines, plural, one {# line} other {# lines}} looked at:', { lines }))}</p>
      )}
      <ul>
        {most.map(({ name, lines: own, firstLine }) => (
          <li key={name}>
            <button
              type="button"
              title={t(msg('Go to line {firstLine, number}, the first with it', { firstLine }))}
              onClick={() => {
                setPanelOpen(false)
                void goToLine(firstLine)
              }}
            >
              <code>{name}</code>
              <span>{number(own)}</span>
            </button>
          </li>
        ))}
        {others > 0 && (
          <li>
            {t(msg('and {others, plural, one {# other name} other {# other names}}', { others }))}
          </li>
        )}
      </ul>
    </div>
  )
}
