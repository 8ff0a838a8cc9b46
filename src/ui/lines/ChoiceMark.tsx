// The mark that stands for the word of a choice where there is no room for it: the shapes of the rows.
import { Pencil, Search } from 'lucide-react'
import type { JSX } from 'react'
import styles from '../table/TableToolbar.module.css'

const marks = {
  invalid: '✕',
  warnings: '▲',
  attention: '◆',
  edited: <Pencil />,
  matches: <Search />,
} as const

export type ChoiceMarkKind = keyof typeof marks

export function ChoiceMark({ kind }: { readonly kind: ChoiceMarkKind }): JSX.Element {
  return (
    <span aria-hidden="true" className={styles['mark']} data-mark={kind}>
      {marks[kind]}
    </span>
  )
}
