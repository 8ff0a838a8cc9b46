// The path of a field with its label.
import { type JSX, useId } from 'react'
import styles from './ExportOptions.module.css'
import { PathInput } from './PathInput.tsx'

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
      <PathInput id={id} className={styles['path']} value={value} paths={paths} onType={onType} />
    </div>
  )
}
