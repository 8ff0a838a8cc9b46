// Fields to tick and to put in order; a search finds those of many, and a path can be added.
import { ChevronDown, ChevronUp } from 'lucide-react'
import { type JSX, useDeferredValue, useId, useLayoutEffect, useRef, useState } from 'react'
import { msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'
import { Button } from '../../controls/Button.tsx'
import { PathInput } from '../PathInput.tsx'
import styles from './FieldList.module.css'
import { addField, chooseField, chooseFields, type FieldItem, moveField } from './fieldItems.ts'

/** Fields that are shown at a time; a search finds the others. */
const SHOWN = 200
/** From so many on there is a search. */
const SEARCHED = 9

export interface FieldListProps {
  readonly items: readonly FieldItem[]
  /** For who adds one. */
  readonly paths: readonly string[]
  readonly onChange: (items: readonly FieldItem[]) => void
}

export function FieldList({ items, paths, onChange }: FieldListProps): JSX.Element {
  const { t } = useTranslator()
  const [query, setQuery] = useState('')
  const searched = useDeferredValue(query).trim().toLowerCase()
  const found = items.filter(({ title }) => title.toLowerCase().includes(searched))
  const chosen = items.filter(({ isChosen }) => isChosen)
  const all = new Set(found.map(({ path }) => path))
  const list = useRef<HTMLUListElement>(null)
  const moved = useRef<string>(undefined)
  // What was moved may have lost the focus on its way, or its button may have come to the end.
  useLayoutEffect(() => {
    if (moved.current === undefined) return
    const [row, by] = JSON.parse(moved.current) as [string, string]
    moved.current = undefined
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])].filter(
      (button) => button.dataset['path'] === row && !button.disabled,
    )
    ;(buttons.find((button) => button.dataset['by'] === by) ?? buttons[0])?.focus()
  })
  return (
    <div className={styles['chooser']}>
      {items.length >= SEARCHED && (
        <input
          type="search"
          className={styles['search']}
          aria-label={t(msg('Search the fields'))}
          placeholder={t(msg('Search the fields'))}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(typed) => setQuery(typed.currentTarget.value)}
        />
      )}
      <div className={styles['head']}>
        <span role="status">
          {t(
            msg('{chosen, number} of {count, plural, one {# field} other {# fields}} chosen', {
              chosen: chosen.length,
              count: items.length,
            }),
          )}
        </span>
        <Button size="small" onClick={() => onChange(chooseFields(items, all, true))}>
          {t(msg('Choose all'))}
        </Button>
        <Button size="small" onClick={() => onChange(chooseFields(items, all, false))}>
          {t(msg('Choose none'))}
        </Button>
      </div>
      <ul className={styles['list']} aria-label={t(msg('Fields'))} ref={list}>
        {found.slice(0, SHOWN).map((item) => (
          <FieldRow
            key={item.path}
            item={item}
            isFirst={item.path === chosen[0]?.path}
            isLast={item.path === chosen.at(-1)?.path}
            onCheck={(isChecked) => onChange(chooseField(items, item.path, isChecked))}
            onMove={(by) => {
              moved.current = JSON.stringify([item.path, String(by)])
              onChange(moveField(items, item.path, by))
            }}
          />
        ))}
      </ul>
      {found.length === 0 && (
        <p className={styles['note']}>
          {items.length === 0 ? t(msg('These lines have no fields.')) : t(msg('No field matches.'))}
        </p>
      )}
      {found.length > SHOWN && (
        <p className={styles['note']}>
          {t(
            msg('And {count, number} more: search for their names.', {
              count: found.length - SHOWN,
            }),
          )}
        </p>
      )}
      <AddPath paths={paths} onAdd={(path) => onChange(addField(items, path))} />
    </div>
  )
}

interface FieldRowProps {
  readonly item: FieldItem
  /** Of those that are chosen. */
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onCheck: (isChecked: boolean) => void
  readonly onMove: (by: -1 | 1) => void
}

function FieldRow(props: FieldRowProps): JSX.Element {
  const { t } = useTranslator()
  const { path, title, lines, isChosen } = props.item
  const id = useId()
  const moveButton = (by: -1 | 1, isAtEnd: boolean): JSX.Element => (
    <Button
      size="icon"
      data-path={path}
      data-by={by}
      aria-label={t(
        by === -1 ? msg('Move {title} up', { title }) : msg('Move {title} down', { title }),
      )}
      disabled={isAtEnd}
      onClick={() => props.onMove(by)}
    >
      {by === -1 ? <ChevronUp aria-hidden /> : <ChevronDown aria-hidden />}
    </Button>
  )
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={isChosen}
          aria-labelledby={`${id}-title`}
          aria-describedby={lines === undefined ? undefined : `${id}-lines`}
          onChange={(ticked) => props.onCheck(ticked.currentTarget.checked)}
        />
        <bdi id={`${id}-title`} className={styles['title']} title={path}>
          {title}
        </bdi>
        {lines !== undefined && (
          <span id={`${id}-lines`} className={styles['lines']}>
            {t(msg('{count, plural, one {# line} other {# lines}}', { count: lines }))}
          </span>
        )}
      </label>
      {isChosen && (
        <>
          {moveButton(-1, props.isFirst)}
          {moveButton(1, props.isLast)}
        </>
      )}
    </li>
  )
}

interface AddPathProps {
  readonly paths: readonly string[]
  readonly onAdd: (path: string) => void
}

/** For what is deeper than the columns that are found, such as an element of a list. */
function AddPath({ paths, onAdd }: AddPathProps): JSX.Element {
  const { t } = useTranslator()
  const [path, setPath] = useState('')
  const id = useId()
  const isEmpty = path.trim() === ''
  const add = (): void => {
    if (isEmpty) return
    onAdd(path.trim())
    setPath('')
  }
  return (
    <div className={styles['add']}>
      <label htmlFor={id}>{t(msg('Add a field by its path'))}</label>
      <PathInput
        id={id}
        className={styles['path']}
        value={path}
        paths={paths}
        onType={setPath}
        onKeyDown={(press) => {
          if (press.key === 'Enter' && !press.nativeEvent.isComposing) add()
        }}
      />
      <Button look="outlined" disabled={isEmpty} onClick={add}>
        {t(msg('Add'))}
      </Button>
    </div>
  )
}
