// The path of a field, typed or taken from those that the first lines have.
import type { JSX, KeyboardEvent } from 'react'
import { EXAMPLE_PATH } from './examplePath.ts'

export interface PathInputProps {
  /** For its label. */
  readonly id: string
  readonly className: string | undefined
  readonly value: string
  readonly paths: readonly string[]
  readonly onType: (path: string) => void
  readonly onKeyDown?: (press: KeyboardEvent) => void
}

export function PathInput(props: PathInputProps): JSX.Element {
  const { className, id, onKeyDown, onType, paths, value } = props
  return (
    <>
      <input
        id={id}
        type="text"
        className={className}
        list={`${id}-paths`}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={value}
        placeholder={EXAMPLE_PATH}
        onChange={(typed) => onType(typed.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <datalist id={`${id}-paths`}>
        {paths.map((path) => (
          <option key={path} value={path}>
            {path}
          </option>
        ))}
      </datalist>
    </>
  )
}
