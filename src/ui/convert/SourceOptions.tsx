// The options of a source, whichever it is: a control for each, by what its definition says.
import { type JSX, useId } from 'react'
import type { OptionValues, SourceOption } from '../../contracts/conversionApi.ts'
import { useTranslator } from '../../state/language.ts'
import { ChoiceField } from './ChoiceField.tsx'
import styles from './ConvertDialog.module.css'

export interface SourceOptionsProps {
  readonly options: readonly SourceOption[]
  /** By id, complete. */
  readonly values: OptionValues
  readonly onChoose: (id: string, value: string) => void
}

export function SourceOptions({ options, values, onChoose }: SourceOptionsProps): JSX.Element {
  return (
    <>
      {options.map((option) => (
        <Option
          key={option.id}
          option={option}
          value={values[option.id] ?? option.initial}
          onChoose={(value) => onChoose(option.id, value)}
        />
      ))}
    </>
  )
}

interface OptionProps {
  readonly option: SourceOption
  readonly value: string
  readonly onChoose: (value: string) => void
}

function Option({ option, value, onChoose }: OptionProps): JSX.Element {
  const { t } = useTranslator()
  const id = useId()
  const label = t(option.label)
  switch (option.kind) {
    case 'choice':
      return (
        <ChoiceField
          label={label}
          value={value}
          groups={[
            {
              options: (option.choices ?? []).map((choice) => ({
                value: choice.value,
                label: t(choice.label),
              })),
            },
          ]}
          onChoose={onChoose}
        />
      )
    case 'flag':
      return (
        <label className={styles['tick']}>
          <input
            type="checkbox"
            checked={value === 'yes'}
            onChange={(ticked) => onChoose(ticked.target.checked ? 'yes' : 'no')}
          />
          <span>{label}</span>
        </label>
      )
    case 'text':
      return (
        <div className={styles['field']}>
          <label htmlFor={id}>{label}</label>
          <input
            id={id}
            type="text"
            className={styles['input']}
            autoComplete="off"
            spellCheck={false}
            value={value}
            onChange={(typed) => onChoose(typed.target.value)}
          />
        </div>
      )
  }
}
