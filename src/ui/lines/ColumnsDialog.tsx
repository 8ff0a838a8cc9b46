// Which columns the table shows, in which order; and fields that become one.
import { ArrowDown, ArrowUp, Pin, Plus, X } from 'lucide-react'
import { type JSX, useState } from 'react'
import { FIELD_COLUMN } from '../../contracts/columns.ts'
import { msg } from '../../i18n/message.ts'
import { closeDialog } from '../../state/actions/dialogs.ts'
import {
  areColumnsArranged,
  hideColumn,
  moveColumn,
  pinColumn,
  resetColumns,
  showOwnColumn,
  unpinColumn,
} from '../../state/columns/columns.ts'
import { pinsOf, useColumns } from '../../state/columns/columnsStore.ts'
import { pinnedCount } from '../../state/columns/pinnedCount.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { AppDialog } from '../controls/AppDialog.tsx'
import { Button } from '../controls/Button.tsx'
import { AddField } from './AddField.tsx'
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
