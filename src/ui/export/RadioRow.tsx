// A choice with a title, and a number or a sentence about it.
import { type JSX, useId } from 'react'
import styles from './RadioRow.module.css'

export interface RadioRowProps {
  /** The same for all choices of which one can be made. */
  readonly group: string
  /** Alone the accessible name. */
  readonly title: string
  readonly note?: string | undefined
  readonly summary?: string
  readonly isChecked: boolean
  readonly onCheck: () => void
}

export function RadioRow(props: RadioRowProps): JSX.Element {
  const id = useId()
  return (
    <label className={styles['row']}>
      <input
        type="radio"
        name={props.group}
        checked={props.isChecked}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-note`}
        onChange={props.onCheck}
      />
      <span className={styles['text']}>
        <span id={`${id}-title`}>{props.title}</span>
        {props.summary !== undefined && <small id={`${id}-note`}>{props.summary}</small>}
      </span>
      {props.note !== undefined && (
        <span className={styles['note']} id={`${id}-note`}>
          {props.note}
        </span>
      )}
    </label>
  )
}
