// One field in one row: what it is called, of what kinds its values are, how many lines have it.
import { ChevronRight } from 'lucide-react'
import type { CSSProperties, JSX } from 'react'
import { msg, share } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import styles from './FieldsPanel.module.css'
import type { TreeRow } from './treeRows.ts'

interface FieldRowProps {
  readonly row: TreeRow
  /** Of what stands beside the name. */
  readonly id: string
  /** Lines of which there are figures. */
  readonly lines: number
  readonly onPress: () => void
  readonly onFold: () => void
}

/** Levels by which rows are moved in; below that there would be no room for names. */
const DEEPEST = 9

export function FieldRow({ row, id, lines, onPress, onFold }: FieldRowProps): JSX.Element {
  const { t } = useTranslator()
  const { field, isFolded, isOnTheWay, level, name, step } = row
  const part = lines > 0 ? field.lines / lines : 0
  return (
    // The tree item has the keys; this is what a mouse presses.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      className={styles['row']}
      style={{ paddingInlineStart: 4 + Math.min(level - 1, DEEPEST) * 12 }}
      data-way={isOnTheWay || undefined}
      title={name}
      onClick={onPress}
    >
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <span
        className={styles['fold']}
        data-folded={isFolded}
        onClick={(press) => {
          if (isFolded === undefined) return
          press.stopPropagation()
          onFold()
        }}
      >
        {isFolded !== undefined && <ChevronRight aria-hidden />}
      </span>
      {/* The name of the tree item: the whole path. What stands beside it describes it. */}
      <span className="visuallyHidden">{name}</span>
      <span className={styles['name']} dir="auto" aria-hidden>
        {step}
      </span>
      <span id={id} className={styles['beside']} aria-hidden>
        <span className={styles['kinds']}>{field.kinds.map(({ type }) => type).join(' | ')}</span>{' '}
        <span className={styles['share']} style={{ '--part': `${part * 100}%` } as CSSProperties}>
          {t(shareOf(part))}
        </span>
      </span>
    </div>
  )
}

/** Neither all nor none where it is only nearly that. */
function shareOf(part: number) {
  if (part > 0 && part < 0.01) return msg('< 1%')
  return part > 0.99 && part < 1 ? msg('> 99%') : msg('{part}', { part: share(part) })
}
