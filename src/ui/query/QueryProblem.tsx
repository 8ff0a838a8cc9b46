// Where in a query something is wrong, and what was likely meant.
import type { JSX } from 'react'
import { parseQuery } from '../../fields/parseQuery.ts'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from '../controls/Button.tsx'
import styles from './QueryProblem.module.css'

/** Code units shown on each side of the place. */
const AROUND = 30

export interface QueryProblemProps {
  readonly text: string
  readonly onMend: (text: string) => void
}

/** Nothing where the query itself can be read. */
export function QueryProblem({ text, onMend }: QueryProblemProps): JSX.Element | null {
  const { t } = useTranslator()
  const parsed = parseQuery(text)
  if (parsed.ok) return null
  const { from, to, suggestions = [] } = parsed.failure
  const first = Math.max(0, from - AROUND)
  const last = Math.min(text.length, Math.min(to, from + 2 * AROUND) + AROUND)
  const markTo = Math.min(to, last)
  return (
    <>
      <code className={styles['place']}>
        {first > 0 && '…'}
        {text.slice(first, from)}
        <mark className={styles['mark']}>{text.slice(from, markTo) || '\u00a0'}</mark>
        {text.slice(markTo, last)}
        {last < text.length && '…'}
      </code>
      {suggestions.length > 0 && (
        <div className={styles['suggestions']}>
          {suggestions.map((edit) => {
            const mended = text.slice(0, edit.from) + edit.insert + text.slice(edit.to)
            const shown = mended.length <= 3 * AROUND ? mended : edit.insert
            return (
              <Button key={mended} size="small" look="outlined" onClick={() => onMend(mended)}>
                {t(msg('Write {text}', { text: shown }))}
              </Button>
            )
          })}
        </div>
      )}
    </>
  )
}
