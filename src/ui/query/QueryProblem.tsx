// Where in a query something is wrong, and what was likely meant.
import { type JSX, useEffect, useState } from 'react'
import { loadExpressions } from '../../expressions/expressions.ts'
import { readQuery } from '../../fields/parseQuery.ts'
import type { QueryEdit } from '../../fields/queryReader.ts'
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

interface Place {
  readonly from: number
  readonly to: number
  readonly suggestions?: readonly QueryEdit[]
}

/** Nothing where the query can be read and run. */
export function QueryProblem({ text, onMend }: QueryProblemProps): JSX.Element | null {
  const { t } = useTranslator()
  const { query } = readQuery(text)
  const refused = useRefusedExpression(text)
  const place: Place | undefined = query.ok ? refused : query.failure
  if (!place) return null
  const { from, to, suggestions = [] } = place
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

/** Where the first expression of a query stands that cannot be run. */
function useRefusedExpression(text: string): Place | undefined {
  const [refused, setRefused] = useState<Place & { readonly text: string }>()
  useEffect(() => {
    const { expressions, query } = readQuery(text)
    if (!query.ok || expressions.length === 0) return undefined
    let isWanted = true
    const look = async (): Promise<void> => {
      const compile = await loadExpressions()
      const first = expressions.find(
        ({ source, ignoreCase }) => !compile(source, { ignoreCase }).ok,
      )
      if (isWanted && first) setRefused({ text, from: first.from, to: first.to })
    }
    // What is wrong is said in words anyway.
    look().catch(() => {})
    return () => {
      isWanted = false
    }
  }, [text])
  return refused?.text === text ? refused : undefined
}
