// Something that can be ticked, with how much that is.
import { type JSX, useId } from 'react'
import { useTranslator } from '../../state/language.ts'
import styles from './ExportOptions.module.css'

export interface CheckRowProps {
  readonly title: string
  /** How many there are; also in the accessible name. */
  readonly count?: number
  readonly isChecked: boolean
  readonly isDisabled?: boolean
  readonly hint?: string
  readonly onCheck: (isChecked: boolean) => void
}

export function CheckRow(props: CheckRowProps): JSX.Element {
  const { number } = useTranslator()
  const id = useId()
  const row = (
    <label className={styles['check']}>
      <input
        type="checkbox"
        checked={props.isChecked}
        disabled={props.isDisabled}
        aria-labelledby={id}
        aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
        onChange={(change) => props.onCheck(change.target.checked)}
      />
      <span id={id}>
        {props.title}
        {props.count !== undefined && (
          <span className={styles['count']}> ({number(props.count)})</span>
        )}
      </span>
    </label>
  )
  if (props.hint === undefined) return row
  return (
    <>
      {row}
      <small id={`${id}-hint`} className={styles['checkHint']}>
        {props.hint}
      </small>
    </>
  )
}
