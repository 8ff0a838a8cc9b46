// A field with its name above it and, where something is wrong or worth knowing, a sentence below.
import { type JSX, type RefObject, useId } from 'react'
import styles from './fields.module.css'

export interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly placeholder?: string
  /** For addresses and ids. */
  readonly isMono?: boolean
  readonly inputMode?: 'text' | 'numeric' | 'url'
  readonly hint?: string
  /** Instead of the hint. */
  readonly problem?: string | undefined
  /** To be focused. */
  readonly input?: RefObject<HTMLInputElement | null>
  readonly onType: (text: string) => void
  readonly onLeave?: () => void
}

export function TextField({ input, ...props }: TextFieldProps): JSX.Element {
  const id = useId()
  const note = props.problem ?? props.hint
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {props.label}
      </label>
      <input
        id={id}
        ref={input}
        className={styles['input']}
        data-mono={props.isMono || undefined}
        type="text"
        inputMode={props.inputMode}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={props.value}
        placeholder={props.placeholder}
        aria-invalid={props.problem !== undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        onChange={(change) => props.onType(change.target.value)}
        onBlur={props.onLeave}
      />
      {note !== undefined && (
        <small
          id={`${id}-note`}
          className={styles['note']}
          data-problem={props.problem !== undefined || undefined}
        >
          {note}
        </small>
      )}
    </div>
  )
}
