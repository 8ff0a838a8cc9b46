// The options of an export of lines, whichever it is: a control for each, by what its definition says.
import type { JSX } from 'react'
import { TABLE_COLUMNS } from '../../contracts/columns.ts'
import type {
  ExporterInfo,
  ExportChoice,
  ExportOption,
  ExportOptionValue,
  TableColumn,
} from '../../contracts/documentApi.ts'
import { useTranslator } from '../../state/language.ts'
import type { DocumentKey } from '../../state/store.ts'
import { CheckRow } from './CheckRow.tsx'
import { ChoiceRow } from './ChoiceRow.tsx'
import { FieldsChooser } from './fields/FieldsChooser.tsx'
import { PathRow } from './PathRow.tsx'
import { TextRow } from './TextRow.tsx'

export interface ExporterOptionsProps {
  readonly documentKey: DocumentKey
  readonly exporter: ExporterInfo
  /** What is exported, with the options as they are. */
  readonly choice: ExportChoice
  /** Paths of the first lines. */
  readonly paths: readonly string[]
  /** Those that the table shows. */
  readonly tableColumns: readonly TableColumn[]
  readonly onChoose: (name: string, value: ExportOptionValue) => void
  /** Whether the lines are being looked through. */
  readonly onSearch: (isSearching: boolean) => void
}

export function ExporterOptions(props: ExporterOptionsProps): JSX.Element {
  const { options } = props.exporter
  const values = props.choice.options ?? {}
  const isShown = ({ when }: ExportOption): boolean => {
    const other = when && options[when.option]
    if (!when || !other) return true
    return (values[when.option] ?? ('initial' in other ? other.initial : undefined)) === when.is
  }
  return (
    <>
      {Object.entries(options)
        .filter(([, option]) => isShown(option))
        .map(([name, option]) => (
          <OptionRow
            key={`${props.exporter.id}-${name}`}
            {...props}
            option={option}
            value={values[name]}
            onChange={(value) => props.onChoose(name, value)}
          />
        ))}
    </>
  )
}

interface OptionRowProps extends ExporterOptionsProps {
  readonly option: ExportOption
  readonly value: ExportOptionValue
  readonly onChange: (value: ExportOptionValue) => void
}

function OptionRow({ option, value, onChange, ...props }: OptionRowProps): JSX.Element {
  const { t } = useTranslator()
  const title = t(option.title)
  switch (option.kind) {
    case 'flag':
      return (
        <CheckRow
          title={title}
          isChecked={typeof value === 'boolean' ? value : option.initial}
          {...(option.help !== undefined && { hint: t(option.help) })}
          onCheck={onChange}
        />
      )
    case 'choice':
      return (
        <ChoiceRow
          title={title}
          value={typeof value === 'string' ? value : option.initial}
          {...(option.help !== undefined && { hint: t(option.help) })}
          choices={option.choices.map((one) => ({ value: one.value, title: t(one.title) }))}
          onChoose={onChange}
        />
      )
    case 'text':
      return (
        <TextRow
          title={title}
          placeholder=""
          value={typeof value === 'string' ? value : option.initial}
          onType={onChange}
        />
      )
    case 'field':
      return (
        <PathRow
          title={title}
          value={typeof value === 'string' ? value : ''}
          paths={props.paths}
          onType={onChange}
        />
      )
    case 'fields':
      return (
        <FieldsChooser
          title={title}
          documentKey={props.documentKey}
          choice={props.choice}
          chosen={Array.isArray(value) ? (value as readonly string[]) : undefined}
          isOfTable={value === TABLE_COLUMNS}
          tableColumns={props.tableColumns}
          paths={props.paths}
          onChoose={onChange}
          onSearch={props.onSearch}
        />
      )
  }
}
