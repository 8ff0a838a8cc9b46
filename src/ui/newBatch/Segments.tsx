// One of a few, side by side. Native radio buttons, so arrow keys work by themselves.
import { type JSX, useId } from 'react'
import styles from './Segments.module.css'

export interface SegmentsProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly choices: readonly { readonly value: Value; readonly title: string }[]
  readonly onChoose: (value: Value) => void
}

export function Segments<Value extends string>({
  label,
  value,
  choices,
  onChoose,
}: SegmentsProps<Value>): JSX.Element {
  const group = useId()
  return (
    <div role="radiogroup" aria-label={label} className={styles['group']}>
      {choices.map((choice) => (
        <label key={choice.value} className={styles['choice']}>
          <input
            type="radio"
            name={group}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          {choice.title}
        </label>
      ))}
    </div>
  )
}
