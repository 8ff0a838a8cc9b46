// The fields as a tree, in the order in which they occur; a field that is opened says more.
import { type JSX, type KeyboardEvent, useState } from 'react'
import type { FieldFigures, FigurePath } from '../../fields/fieldFigures.ts'
import { isAnyKey } from '../../fields/fieldFigures.ts'
import { isEach } from '../../fields/fieldPath.ts'
import { msg, share } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { FieldDetails } from './FieldDetails.tsx'
import styles from './FieldsPanel.module.css'

export interface ShownField {
  readonly field: FieldFigures
  readonly path: FigurePath
  readonly name: string
}

interface FieldTreeProps {
  readonly fields: readonly ShownField[]
  /** Lines of which there are figures. */
  readonly lines: number
}

export function FieldTree({ fields, lines }: FieldTreeProps): JSX.Element {
  const { t } = useTranslator()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [active, setActive] = useState(0)
  const toggle = (name: string, isOpen: boolean): void => {
    const next = new Set(open)
    if (isOpen) next.add(name)
    else next.delete(name)
    setOpen(next)
  }
  const handleKey = (press: KeyboardEvent<HTMLElement>, at: number): void => {
    // Keys of what is in the field are its own.
    if (press.target !== press.currentTarget) return
    const name = fields[at]?.name ?? ''
    const to = targetOf(press.key, at, fields.length)
    if (to !== undefined) {
      setActive(to)
      const items = press.currentTarget.parentElement?.children
      ;(items?.[to] as HTMLElement | undefined)?.focus()
    } else if (press.key === 'Enter' || press.key === ' ') toggle(name, !open.has(name))
    else if (press.key === 'ArrowRight') toggle(name, true)
    else if (press.key === 'ArrowLeft') toggle(name, false)
    else return
    press.preventDefault()
    press.stopPropagation()
  }
  return (
    <ul role="tree" aria-label={t(msg('Fields'))} className={styles['tree']}>
      {fields.map(({ field, name, path }, at) => (
        <li
          key={name}
          role="treeitem"
          aria-level={path.length}
          aria-expanded={open.has(name)}
          aria-label={name}
          aria-selected={at === active}
          tabIndex={at === Math.min(active, fields.length - 1) ? 0 : -1}
          data-path={name}
          data-present={field.lines}
          data-distinct={field.distinct?.count}
          data-kinds={field.kinds.map(({ type }) => type).join(' ')}
          onFocus={(event) => {
            if (event.target === event.currentTarget) setActive(at)
          }}
          onKeyDown={(press) => handleKey(press, at)}
        >
          <Row
            field={field}
            path={path}
            lines={lines}
            onPress={() => toggle(name, !open.has(name))}
          />
          {open.has(name) && <FieldDetails field={field} path={path} lines={lines} />}
        </li>
      ))}
    </ul>
  )
}

interface RowProps {
  readonly field: FieldFigures
  readonly path: FigurePath
  readonly lines: number
  readonly onPress: () => void
}

function Row({ field, path, lines, onPress }: RowProps): JSX.Element {
  const { t } = useTranslator()
  const part = lines > 0 ? field.lines / lines : 0
  return (
    // The tree item has the keys; this is what a mouse presses.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      className={styles['row']}
      style={{ paddingInlineStart: 14 + (path.length - 1) * 12 }}
      onClick={onPress}
    >
      <span className={styles['name']} dir="auto">
        {stepText(path)}
      </span>
      <span className={styles['kinds']}>{field.kinds.map(({ type }) => type).join(' | ')}</span>
      <span className={styles['share']}>{t(msg('{part}', { part: share(part) }))}</span>
      <span className={styles['bar']} style={{ inlineSize: `${part * 100}%` }} />
    </div>
  )
}

function stepText(path: FigurePath): string {
  const step = path.at(-1)
  if (typeof step === 'string') return step === '' ? '""' : step
  if (step === undefined || isAnyKey(step)) return '*'
  return isEach(step) ? '[*]' : String(step)
}

function targetOf(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(count - 1, at + 1)
  if (key === 'ArrowUp') return Math.max(0, at - 1)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}
