// One of several, with its name before it and a sentence about what is chosen below.
import { type JSX, useId } from 'react'
import styles from './ConvertDialog.module.css'

export interface ChoiceGroup {
  /** Absent: its options stand by themselves. */
  readonly label?: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

export interface ChoiceFieldProps {
  readonly label: string
  readonly value: string
  /** Empty ones are not shown. */
  readonly groups: readonly ChoiceGroup[]
  readonly note?: string
  readonly onChoose: (value: string) => void
}

export function ChoiceField(props: ChoiceFieldProps): JSX.Element {
  const id = useId()
  const { label, note, value } = props
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={styles['input']}
        value={value}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={(chosen) => props.onChoose(chosen.currentTarget.value)}
      >
        {props.groups
          .filter(({ options }) => options.length > 0)
          .map((group) => {
            const options = group.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))
            return group.label === undefined ? (
              options
            ) : (
              <optgroup key={group.label} label={group.label}>
                {options}
              </optgroup>
            )
          })}
      </select>
      {note !== undefined && (
        <small id={`${id}-note`} className={styles['fieldNote']}>
          {note}
        </small>
      )}
    </div>
  )
}
