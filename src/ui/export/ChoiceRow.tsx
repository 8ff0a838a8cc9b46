// One of several, with its name before it.
import { type JSX, useId } from 'react'
import styles from './ExportOptions.module.css'

export interface ChoiceRowProps {
  readonly title: string
  readonly value: string
  readonly choices: readonly { readonly value: string; readonly title: string }[]
  readonly hint?: string
  readonly onChoose: (value: string) => void
}

export function ChoiceRow(props: ChoiceRowProps): JSX.Element {
  const { title, value, choices, hint, onChoose } = props
  const id = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{title}</label>
      <select
        id={id}
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(chosen) => onChoose(chosen.currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.title}
          </option>
        ))}
      </select>
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  )
}
