// The path of a field: typed, or taken from those that the first lines have.
import { type JSX, useId } from 'react'
import { EXAMPLE_PATH } from './examplePath.ts'
import styles from './ExportOptions.module.css'

export interface PathRowProps {
  readonly title: string
  readonly value: string
  readonly paths: readonly string[]
  readonly onType: (path: string) => void
}

export function PathRow({ title, value, paths, onType }: PathRowProps): JSX.Element {
  const id = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{title}</label>
      <input
        id={id}
        type="text"
        className={styles['path']}
        list={`${id}-paths`}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={value}
        placeholder={EXAMPLE_PATH}
        onChange={(typed) => onType(typed.currentTarget.value)}
      />
      <datalist id={`${id}-paths`}>
        {paths.map((path) => (
          <option key={path} value={path}>
            {path}
          </option>
        ))}
      </datalist>
    </div>
  )
}
