// Which fields become columns: those of the table, all that the lines have, or some in an order of one's own.
import { type JSX, useEffect, useId, useState } from 'react'
import { TABLE_COLUMNS } from '../../../contracts/columns.ts'
import type { ExportChoice, ExportFields, TableColumn } from '../../../contracts/documentApi.ts'
import type { Progress } from '../../../contracts/progress.ts'
import { type Message, msg } from '../../../i18n/message.ts'
import { searchFields } from '../../../state/exporting/askExport.ts'
import { useTranslator } from '../../../state/language.ts'
import { progressText } from '../../../state/progressText.ts'
import type { DocumentKey } from '../../../state/store.ts'
import { ProgressBar } from '../../controls/ProgressBar.tsx'
import styles from '../ExportOptions.module.css'
import { RadioRow } from '../RadioRow.tsx'
import { FieldList } from './FieldList.tsx'
import { chosenPaths, fieldItems } from './fieldItems.ts'

export interface FieldsChooserProps {
  readonly title: string
  readonly documentKey: DocumentKey
  readonly choice: ExportChoice
  /** Undefined: those of the table, or all. */
  readonly chosen: readonly string[] | undefined
  readonly isOfTable: boolean
  /** None where the table shows lines as text. */
  readonly tableColumns: readonly TableColumn[]
  /** Of values in the first lines, for who adds one. */
  readonly paths: readonly string[]
  readonly onChoose: (chosen: readonly string[] | typeof TABLE_COLUMNS | undefined) => void
  /** Whether the lines are being looked through for their fields. */
  readonly onSearch: (isSearching: boolean) => void
}

export function FieldsChooser(props: FieldsChooserProps): JSX.Element {
  const { t } = useTranslator()
  const { chosen, isOfTable, onChoose, tableColumns } = props
  const [isOpen, setIsOpen] = useState(chosen !== undefined)
  const group = useId()
  return (
    <fieldset className={styles['group']}>
      <legend>{props.title}</legend>
      {(isOfTable || tableColumns.length > 0) && (
        <RadioRow
          group={group}
          title={t(msg('The table’s columns'))}
          {...(tableColumns.length > 0 && {
            summary: tableColumns.map(({ title }) => t(title)).join(', '),
          })}
          isChecked={!isOpen && isOfTable}
          onCheck={() => {
            setIsOpen(false)
            onChoose(TABLE_COLUMNS)
          }}
        />
      )}
      <RadioRow
        group={group}
        title={t(msg('All fields'))}
        isChecked={!isOpen && !isOfTable}
        onCheck={() => {
          setIsOpen(false)
          onChoose(undefined)
        }}
      />
      <RadioRow
        group={group}
        title={t(msg('Choose fields'))}
        isChecked={isOpen}
        onCheck={() => {
          setIsOpen(true)
          if (isOfTable && tableColumns.length > 0) onChoose(tableColumns.map(({ text }) => text))
        }}
      />
      {isOpen && <FoundFields {...props} />}
    </fieldset>
  )
}

interface Search {
  readonly of: string
  readonly progress?: Progress
  readonly fields?: ExportFields
  readonly problem?: Message
}

function FoundFields(props: FieldsChooserProps): JSX.Element {
  const { t } = useTranslator()
  const { documentKey, choice, chosen, onSearch } = props
  const { selection, exporterId } = choice
  // Which fields there are depends on no other option.
  const nested = choice.options?.['nested']
  const wanted = JSON.stringify({ selection, exporterId, ...(nested !== undefined && { nested }) })
  const [search, setSearch] = useState<Search>({ of: '' })
  useEffect(() => {
    let isCurrent = true
    onSearch(true)
    const asked = JSON.parse(wanted) as ExportChoice & { readonly nested?: string }
    const { found, cancel } = searchFields(
      documentKey,
      { ...asked, ...(asked.nested !== undefined && { options: { nested: asked.nested } }) },
      (progress) => {
        if (isCurrent) setSearch({ of: wanted, progress })
      },
    )
    void found.then((answer) => {
      if (!isCurrent || !answer) return
      onSearch(false)
      if (answer.ok) setSearch({ of: wanted, fields: answer.value })
      else setSearch({ of: wanted, problem: answer.failure.message })
    })
    return () => {
      isCurrent = false
      cancel()
      onSearch(false)
    }
  }, [documentKey, wanted, onSearch])

  if (search.of === wanted && search.problem) {
    return (
      <p role="alert" className={styles['problem']}>
        {t(search.problem)}
      </p>
    )
  }
  const titles = new Map(props.tableColumns.map(({ text, title }) => [text, t(title)]))
  const { fields, progress }: Omit<Search, 'of'> = search.of === wanted ? search : {}
  if (!fields) {
    const done = progressText(progress)
    return (
      <div className={styles['searching']}>
        <span>{t(msg('Looking for fields in all lines…'))}</span>
        <ProgressBar
          label={t(msg('Looking for fields'))}
          done={progress?.done ?? 0}
          total={progress?.total ?? 0}
          valueText={done && t(done)}
        />
      </div>
    )
  }
  return (
    <>
      <FieldList
        items={fieldItems(fields.fields, chosen, titles)}
        paths={props.paths}
        onChange={(items) => props.onChoose(chosenPaths(items))}
      />
      {fields.linesWithMore > 0 && (
        <p className={styles['hint']}>
          {t(
            msg(
              '{count, plural, one {# line has} other {# lines have}} still more fields. They are in the file when all fields are written.',
              { count: fields.linesWithMore },
            ),
          )}
        </p>
      )}
    </>
  )
}
