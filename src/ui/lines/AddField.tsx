// A field that is to become a column, by its path: names are completed, and of what no line has it says so.
import { type FormEvent, type JSX, useEffect, useId, useState } from 'react'
import type { ColumnInfo } from '../../contracts/documentApi.ts'
import type { KnownField } from '../../contracts/search.ts'
import { parseFieldColumn } from '../../fields/fieldColumn.ts'
import { formatFieldPath } from '../../fields/fieldPathText.ts'
import { type MisspeltField, misspeltFields } from '../../fields/misspeltFields.ts'
import { msg } from '../../i18n/message.ts'
import { hideFieldColumn, showFieldColumn } from '../../state/columns/columns.ts'
import { useTranslator } from '../../state/language.ts'
import { knownFields } from '../../state/queries/knownFields.ts'
import { Button } from '../controls/Button.tsx'
import input from '../controls/input.module.css'
import styles from './ColumnsDialog.module.css'

export function AddField({
  onFound,
}: {
  readonly onFound: (column: string | undefined) => void
}): JSX.Element {
  const { t } = useTranslator()
  const [text, setText] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [there, setThere] = useState<ColumnInfo | undefined>()
  /** What was added, and no known line has. */
  const [unknown, setUnknown] = useState<MisspeltField | undefined>()
  const [known, setKnown] = useState<readonly KnownField[]>([])
  useEffect(() => void knownFields().then(setKnown), [])
  const list = useId()
  const show = (field: string): void => {
    const answer = showFieldColumn(field)
    const column = typeof answer === 'object' ? answer : undefined
    setWrong(answer === 'no-path')
    setThere(column)
    setUnknown(answer === 'added' ? unknownField(field, known) : undefined)
    onFound(column?.id)
    if (answer !== 'no-path') setText('')
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim() !== '') show(text.trim())
  }
  return (
    <form className={styles['add']} onSubmit={submit}>
      <label className={styles['field']}>
        <span>{t(msg('Field'))}</span>
        <input
          className={input['input']}
          type="text"
          autoComplete="off"
          spellCheck={false}
          list={list}
          value={text}
          placeholder={examples.path}
          aria-invalid={isWrong || undefined}
          aria-describedby="column-field-note"
          onChange={({ target }) => {
            setText(target.value)
            setWrong(false)
            setThere(undefined)
            setUnknown(undefined)
          }}
        />
        <datalist id={list}>
          {known.map(({ path }) => (
            <option key={path} value={path}>
              {path}
            </option>
          ))}
        </datalist>
      </label>
      <Button type="submit" look="outlined">
        {t(msg('Add column'))}
      </Button>
      <small
        id="column-field-note"
        role={isWrong ? 'alert' : there && 'status'}
        className={styles['note']}
      >
        {isWrong
          ? t(msg('That is no path. Write it like {one} or {other}.', examples))
          : there
            ? t(msg('The column {title} shows this field.', { title: there.title }))
            : t(msg('A path, or the length of what is there: {one}, {other}.', examples))}
      </small>
      {unknown && (
        <div role="status" className={styles['unknown']}>
          <span>
            {t(msg('No line of a sample of the file has {field}.', { field: unknown.field }))}
          </span>
          {unknown.meant.map(({ path }) => (
            <Button
              key={path}
              size="small"
              look="outlined"
              onClick={() => {
                // In this order: the last column cannot be hidden.
                show(path)
                hideFieldColumn(unknown.field)
              }}
            >
              {t(msg('Show {path} instead', { path }))}
            </Button>
          ))}
        </div>
      )}
    </form>
  )
}

/** Undefined for a field that some line has, and while the fields of the file are not known. */
function unknownField(text: string, known: readonly KnownField[]): MisspeltField | undefined {
  const column = parseFieldColumn(text)
  if (!column || known.length === 0) return undefined
  // Only the path counts: its length can be asked of anything that is there.
  return misspeltFields(`exists(${formatFieldPath(column.path)})`, known).map(
    ({ field, meant }): MisspeltField => {
      const shown = (path: string): string => (column.isLength ? `length(${path})` : path)
      return {
        field: shown(field),
        meant: meant.map(({ path, query }) => ({ path: shown(path), query })),
      }
    },
  )[0]
}

const examples = {
  path: 'body.messages[-1].content',
  one: 'messages[*].role',
  other: 'length(messages)',
}
