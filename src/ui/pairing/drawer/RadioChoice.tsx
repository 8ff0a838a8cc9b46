// A choice of one of a few words, side by side. Native radio buttons, so arrow keys work by themselves.
import { type JSX, useId } from 'react'
import styles from './RadioChoice.module.css'

export interface RadioChoiceProps<T extends string | number> {
  readonly label: string
  readonly options: readonly { readonly value: T; readonly title: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
}

export function RadioChoice<T extends string | number>(props: RadioChoiceProps<T>): JSX.Element {
  const { label, options, value: chosen, onChange } = props
  const group = useId()
  return (
    <div role="radiogroup" aria-label={label} className={styles['choice']}>
      {options.map(({ value, title }) => (
        <label key={value} data-checked={value === chosen}>
          <input
            type="radio"
            name={group}
            checked={value === chosen}
            onChange={() => onChange(value)}
          />
          {title}
        </label>
      ))}
    </div>
  )
}
