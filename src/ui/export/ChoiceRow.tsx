// One of several, with its name before it.
import { type JSX, useId } from 'react'
import styles from './ExportOptions.module.css'

export interface ChoiceRowProps {
  readonly title: string
  readonly value: string
  readonly choices: readonly { readonly value: string; readonly title: string }[]
  readonly onChoose: (value: string) => void
}

export function ChoiceRow({ title, value, choices, onChoose }: ChoiceRowProps): JSX.Element {
  const id = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{title}</label>
      <select id={id} value={value} onChange={(chosen) => onChoose(chosen.currentTarget.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.title}
          </option>
        ))}
      </select>
    </div>
  )
}
