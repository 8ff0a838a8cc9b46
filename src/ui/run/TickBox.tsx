// Something that can be ticked, and a sentence about it.
import { type JSX, useId } from 'react'
import styles from './fields.module.css'

export interface TickBoxProps {
  /** Alone the accessible name. */
  readonly title: string
  readonly hint?: string | undefined
  readonly isChecked: boolean
  readonly onCheck: (isChecked: boolean) => void
}

export function TickBox({ title, hint, isChecked, onCheck }: TickBoxProps): JSX.Element {
  const id = useId()
  return (
    <label className={styles['check']}>
      <input
        type="checkbox"
        checked={isChecked}
        aria-labelledby={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(change) => onCheck(change.target.checked)}
      />
      <span>
        <span id={id}>{title}</span>
        {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
      </span>
    </label>
  )
}
