// Metadata of the batch: names and values that the API keeps with it.
import { X } from 'lucide-react'
import { type JSX, useId, useRef } from 'react'
import { type Message, msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'
import { Button } from '../../controls/Button.tsx'
import fields from '../fields.module.css'
import { metadataProblems, type MetadataRow } from './metadataRows.ts'
import styles from './MetadataRows.module.css'
import { MAX_ROWS, OWN_NAMES } from './sendForm.ts'

export interface MetadataRowsProps {
  readonly rows: readonly MetadataRow[]
  readonly onChange: (rows: readonly MetadataRow[]) => void
}

export function MetadataRows({ rows, onChange }: MetadataRowsProps): JSX.Element {
  const { t } = useTranslator()
  const problems = metadataProblems(rows, OWN_NAMES)
  const box = useRef<HTMLFieldSetElement>(null)
  const lastId = useRef(0)
  const add = () => {
    lastId.current = Math.max(lastId.current, ...rows.map(({ id }) => id)) + 1
    onChange([...rows, { id: lastId.current, name: '', value: '' }])
  }
  const remove = (removed: MetadataRow) => {
    onChange(rows.filter(({ id }) => id !== removed.id))
    box.current?.querySelector<HTMLElement>('button[data-add]')?.focus()
  }
  return (
    <fieldset ref={box} className={styles['rows']}>
      <legend className={fields['label']}>{t(msg('Metadata'))}</legend>
      {rows.map((row) => (
        <Row
          key={row.id}
          row={row}
          problem={problems.get(row.id)}
          onChange={(changed) => onChange(rows.map((each) => (each === row ? changed : each)))}
          onRemove={() => remove(row)}
        />
      ))}
      <div className={fields['actions']}>
        <Button
          size="small"
          look="outlined"
          data-add
          disabled={rows.length >= MAX_ROWS}
          onClick={add}
        >
          {t(msg('Add metadata'))}
        </Button>
        {rows.length > 0 && (
          <span className={fields['note']}>
            {t(msg('{used, number} of {limit, number}', { used: rows.length, limit: MAX_ROWS }))}
          </span>
        )}
      </div>
    </fieldset>
  )
}

interface RowProps {
  readonly row: MetadataRow
  readonly problem: Message | undefined
  readonly onChange: (row: MetadataRow) => void
  readonly onRemove: () => void
}

function Row({ row, problem, onChange, onRemove }: RowProps): JSX.Element {
  const { t } = useTranslator()
  const id = useId()
  const shared = {
    className: fields['input'],
    type: 'text',
    autoComplete: 'off',
    spellCheck: false,
    'aria-invalid': problem !== undefined,
    'aria-describedby': problem && id,
  } as const
  return (
    <>
      <div className={styles['row']}>
        <input
          {...shared}
          aria-label={t(msg('Name'))}
          placeholder={t(msg('Name'))}
          value={row.name}
          // A new row is there to be typed in.
          ref={focusNew}
          onChange={(change) => onChange({ ...row, name: change.target.value })}
        />
        <input
          {...shared}
          aria-label={t(msg('Value of {name}', { name: row.name }))}
          placeholder={t(msg('Value'))}
          value={row.value}
          onChange={(change) => onChange({ ...row, value: change.target.value })}
        />
        <Button
          size="icon"
          aria-label={t(msg('Remove {name}', { name: row.name }))}
          title={t(msg('Remove'))}
          onClick={onRemove}
        >
          <X aria-hidden />
        </Button>
      </div>
      {problem && (
        <small id={id} className={fields['note']} data-problem>
          {t(problem)}
        </small>
      )}
    </>
  )
}

function focusNew(input: HTMLInputElement | null): void {
  if (input?.value === '') input.focus()
}
