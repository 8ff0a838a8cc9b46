// A field with its name before it and, where something is wrong or worth knowing, a sentence below.
import { type JSX, useId } from 'react'
import styles from './ExportOptions.module.css'

export interface TextRowProps {
  readonly title: string
  readonly placeholder: string
  readonly value: string
  readonly isNumber?: boolean
  readonly hint?: string
  /** Instead of the hint. */
  readonly problem?: string | undefined
  readonly onType: (value: string) => void
}

export function TextRow(props: TextRowProps): JSX.Element {
  const id = useId()
  const { problem, hint } = props
  const note = problem ?? hint
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{props.title}</label>
      <input
        id={id}
        type="text"
        inputMode={props.isNumber === true ? 'numeric' : 'text'}
        autoComplete="off"
        spellCheck={false}
        value={props.value}
        placeholder={props.placeholder}
        aria-invalid={problem !== undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={(change) => props.onType(change.target.value)}
      />
      {note !== undefined && (
        <small id={`${id}-note`} data-problem={problem !== undefined || undefined}>
          {note}
        </small>
      )}
    </div>
  )
}
