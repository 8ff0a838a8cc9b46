// The name of a file, of which the end stays in sight: '…_output.jsonl' and '…_error.jsonl' of one batch
// begin alike.
import type { JSX } from 'react'
import { directionOf } from '../../base/textDirection.ts'
import { cutBeforeEnd } from './cutBeforeEnd.ts'
import styles from './FileName.module.css'

/** Characters: '_output.jsonl'. */
const KEPT = 13

/** In two parts where it is long: a control around it has a name of its own for screen readers. */
export function FileName({ name }: { readonly name: string }): JSX.Element {
  const { start, end } = cutBeforeEnd(name, KEPT)
  if (end === '') return <bdi>{name}</bdi>
  return (
    <span className={styles['name']} dir={directionOf(name)}>
      <bdi className={styles['start']}>{start}</bdi>
      <bdi className={styles['end']}>{end}</bdi>
    </span>
  )
}
