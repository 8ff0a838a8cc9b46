// Findings for which the API would refuse the file, or lines of it; each leads to its lines.
import { ChevronRight } from 'lucide-react'
import type { JSX } from 'react'
import { msg } from '../../../i18n/message.ts'
import { goToIssue } from '../../../state/actions/lines.ts'
import type { Refusal } from '../../../state/batch/estimate.ts'
import { useTranslator } from '../../../state/language.ts'
import { SeverityMark } from '../../issues/SeverityMark.tsx'
import styles from './RefusalList.module.css'

export function RefusalList({ refusals }: { readonly refusals: readonly Refusal[] }): JSX.Element {
  const { t } = useTranslator()
  return (
    <ul className={styles['list']} aria-label={t(msg('What the API would refuse'))}>
      {refusals.map((refusal) => (
        <li key={refusal.code} data-code={refusal.code} data-count={refusal.lines ?? 1}>
          <RefusalItem refusal={refusal} />
        </li>
      ))}
    </ul>
  )
}

function RefusalItem({
  refusal: { code, lines, message, title },
}: {
  readonly refusal: Refusal
}): JSX.Element {
  const { t } = useTranslator()
  const words = (
    <>
      <SeverityMark severity="error" />
      <span className={styles['words']}>
        {t(title)}
        {message && <small>{t(message)}</small>}
      </span>
    </>
  )
  // About the file as a whole: there is no line to go to.
  if (lines === undefined) return <div className={styles['item']}>{words}</div>
  return (
    <button
      type="button"
      className={styles['item']}
      title={t(msg('Go to the next of these lines'))}
      onClick={() => void goToIssue(1, code)}
    >
      {words}
      <span className={styles['count']}>
        {t(msg('{count, plural, one {# line} other {# lines}}', { count: lines }))}
      </span>
      <ChevronRight aria-hidden />
    </button>
  )
}
