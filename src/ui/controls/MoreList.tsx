// A list that may be long and is shown from its beginning: the rest comes when asked for.
import { type JSX, type ReactNode, useState } from 'react'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from './Button.tsx'

export interface MoreListProps<T> {
  readonly items: readonly T[]
  /** Items that are shown at first. */
  readonly first: number
  /** Items that come with each press. */
  readonly step?: number
  readonly className?: string | undefined
  readonly children: (item: T, index: number) => ReactNode
}

/** Unless said otherwise: as many as a browser lays out without a pause. */
const STEP = 1000

export function MoreList<T>({
  items,
  first,
  step = STEP,
  className,
  children,
}: MoreListProps<T>): JSX.Element {
  const { t } = useTranslator()
  const [shown, setShown] = useState(first)
  const hidden = items.length - shown
  return (
    <>
      <ul className={className}>{items.slice(0, shown).map(children)}</ul>
      {hidden > 0 && (
        <Button size="small" onClick={() => setShown(shown + step)}>
          {hidden > step
            ? t(msg('Show {count, number} more of {hidden, number}', { count: step, hidden }))
            : t(msg('Show all {count, number}', { count: items.length }))}
        </Button>
      )}
    </>
  )
}
