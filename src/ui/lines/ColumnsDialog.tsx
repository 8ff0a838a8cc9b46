// Which columns the table shows, in which order; and fields that become one.
import { ArrowDown, ArrowUp, Pin, Plus, X } from 'lucide-react'
import { type FormEvent, type JSX, useEffect, useId, useState } from 'react'
import { FIELD_COLUMN } from '../../contracts/columns.ts'
import type { ColumnInfo } from '../../contracts/documentApi.ts'
import type { KnownField } from '../../contracts/search.ts'
import { parseFieldColumn } from '../../fields/fieldColumn.ts'
import { formatFieldPath } from '../../fields/fieldPathText.ts'
import { type MisspeltField, misspeltFields } from '../../fields/misspeltFields.ts'
import { msg } from '../../i18n/message.ts'
import { closeDialog } from '../../state/actions/dialogs.ts'
import {
  areColumnsArranged,
  hideColumn,
  hideFieldColumn,
  moveColumn,
  pinColumn,
  resetColumns,
  showFieldColumn,
  showOwnColumn,
  unpinColumn,
} from '../../state/columns/columns.ts'
import { pinsOf, useColumns } from '../../state/columns/columnsStore.ts'
import { pinnedCount } from '../../state/columns/pinnedCount.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { knownFields } from '../../state/queries/knownFields.ts'
import { AppDialog } from '../controls/AppDialog.tsx'
import { Button } from '../controls/Button.tsx'
import input from '../controls/input.module.css'
import { shownColumns } from './columnLayout.ts'
import type { HeaderMenuProps } from './HeaderMenuButton.tsx'
import styles from './ColumnsDialog.module.css'

export function ColumnsDialog(): JSX.Element {
  const { t } = useTranslator()
  const facts = useActive((tab) => tab.facts)
  /** What shows a field that was asked for. */
  const [found, setFound] = useState<string | undefined>()
  const columns = facts ? shownColumns(facts.columns) : []
  const pinned = pinnedCount(
    columns,
    useColumns((state) => pinsOf(state, facts?.columnsKey)),
  )
  const hidden = facts
    ? [...facts.columns.filter(({ uniform }) => uniform !== undefined), ...facts.hiddenColumns]
    : []
  return (
    <AppDialog
      title={t(msg('Columns'))}
      onClose={closeDialog}
      foot={
        <>
          <Button look="outlined" disabled={!areColumnsArranged(facts)} onClick={resetColumns}>
            {t(msg('Reset columns'))}
          </Button>
          <Button look="primary" onClick={closeDialog}>
            {t(msg('Done'))}
          </Button>
        </>
      }
    >
      <AddField onFound={setFound} />
      <ul className={styles['list']} aria-label={t(msg('Columns that are shown'))}>
        {columns.map((column, at) => (
          <Shown
            key={column.id}
            column={column}
            isFirst={at === 0 || at === pinned}
            isLast={at === columns.length - 1 || at === pinned - 1}
            isOnly={columns.length === 1}
            isPinned={at < pinned}
            canPin={pinned < columns.length - 1}
            isFound={column.id === found}
          />
        ))}
      </ul>
      {hidden.length > 0 && (
        <ul className={styles['list']} aria-label={t(msg('Columns that are not shown'))}>
          {hidden.map((column) => (
            <li key={column.id} className={styles['item']} data-hidden>
              <span className={styles['name']} dir="auto">
                {t(column.title)}
              </span>
              <Button
                size="icon"
                aria-label={t(msg('Show column {title}', { title: column.title }))}
                title={t(msg('Show column {title}', { title: column.title }))}
                onClick={() => showOwnColumn(column.id)}
              >
                <Plus aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </AppDialog>
  )
}

function Shown(props: HeaderMenuProps & { readonly isFound: boolean }): JSX.Element {
  const { t } = useTranslator()
  const { column, isFirst, isLast, isOnly, isPinned, isFound, canPin } = props
  const { id, title } = column
  return (
    <li
      ref={isFound ? intoSight : undefined}
      className={styles['item']}
      data-column={id}
      data-found={isFound || undefined}
    >
      <span
        className={styles['name']}
        data-field={id.startsWith(FIELD_COLUMN) || undefined}
        dir="auto"
      >
        {t(title)}
      </span>
      <Button
        size="icon"
        disabled={isFirst}
        aria-label={t(msg('Move column {title} left', { title }))}
        title={t(msg('Move column {title} left', { title }))}
        onClick={() => moveColumn(id, -1)}
      >
        <ArrowUp aria-hidden />
      </Button>
      <Button
        size="icon"
        disabled={isLast}
        aria-label={t(msg('Move column {title} right', { title }))}
        title={t(msg('Move column {title} right', { title }))}
        onClick={() => moveColumn(id, 1)}
      >
        <ArrowDown aria-hidden />
      </Button>
      <Button
        size="icon"
        {...(isPinned && { look: 'outlined' })}
        disabled={!isPinned && !canPin}
        aria-pressed={isPinned}
        aria-label={t(msg('Pin column {title}', { title }))}
        title={t(msg('Pin column {title}', { title }))}
        onClick={() => (isPinned ? unpinColumn(column) : pinColumn(column))}
      >
        <Pin aria-hidden />
      </Button>
      <Button
        size="icon"
        disabled={isOnly}
        aria-label={t(msg('Hide column {title}', { title }))}
        title={t(msg('Hide column {title}', { title }))}
        onClick={() => hideColumn(id)}
      >
        <X aria-hidden />
      </Button>
    </li>
  )
}

function intoSight(item: HTMLElement | null): void {
  item?.scrollIntoView({ block: 'nearest' })
}

function AddField({
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
            <option key={path} value={path} />
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
        <div role="status" className={styles['note']}>
          {t(msg('No line of a sample of the file has {field}.', { field: unknown.field }))}{' '}
          {unknown.meant.map(({ path }) => (
            <Button
              key={path}
              size="small"
              look="outlined"
              onClick={() => {
                hideFieldColumn(unknown.field)
                show(path)
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
