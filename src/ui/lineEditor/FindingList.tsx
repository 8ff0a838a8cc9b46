// What is said about the line: one list item a finding, with the place and the lines it names.
import { CircleX, Diamond, Info, TriangleAlert } from 'lucide-react'
import type { TextOffset } from '../../base/units.ts'
import type { Diagnostic, Severity } from '../../diagnostics/diagnostic.ts'
import { goToLine } from '../../state/actions/lines.ts'
import { groupNumber } from '../../state/formatNumber.ts'
import styles from './FindingList.module.css'
import { columnOf } from '../text/textPlace.ts'

/** Findings shown at once; a line can have hundreds. */
const SHOWN = 30

const severityWord: Record<Severity, string> = {
  error: 'Error',
  warning: 'Warning',
  attention: 'Needs attention',
  hint: 'Hint',
}

const severityIcon = {
  error: CircleX,
  warning: TriangleAlert,
  attention: Diamond,
  hint: Info,
} as const

export interface FindingListProps {
  readonly diagnostics: readonly Diagnostic[]
  /** The findings are of an earlier text. */
  readonly isStale: boolean
  /** 0-based byte of an offset in the line; undefined when it cannot be known. */
  readonly byteOf: (offset: TextOffset) => number | undefined
  readonly onShow: (offset: TextOffset) => void
}

export function FindingList({ diagnostics, isStale, byteOf, onShow }: FindingListProps) {
  if (diagnostics.length === 0) return null
  const hidden = diagnostics.length - SHOWN
  return (
    <>
      <ul className={styles['list']} aria-label="Findings of this line" aria-busy={isStale}>
        {diagnostics.slice(0, SHOWN).map((diagnostic, index) => (
          <FindingItem
            // Two findings of one code are told apart by nothing but their order.
            key={`${diagnostic.code} ${index}`}
            diagnostic={diagnostic}
            byteOf={byteOf}
            onShow={onShow}
          />
        ))}
      </ul>
      {hidden > 0 && <p className={styles['more']}>And {groupNumber(hidden)} more.</p>}
    </>
  )
}

interface FindingItemProps extends Pick<FindingListProps, 'byteOf' | 'onShow'> {
  readonly diagnostic: Diagnostic
}

function FindingItem({ diagnostic, byteOf, onShow }: FindingItemProps) {
  const { severity, title, message, range, relatedLines } = diagnostic
  const Icon = severityIcon[severity]
  const byte = diagnostic.byteOffset ?? (range && byteOf(range.from))
  return (
    <li
      className={styles['item']}
      data-code={diagnostic.code}
      data-offset={range ? range.from : ''}
      data-severity={severity}
    >
      <p className={styles['head']}>
        <Icon size={14} aria-hidden="true" className={styles['icon']} />
        <b>{title}</b>
        <span className={styles['severity']}>{severityWord[severity]}</span>
      </p>
      <p className={styles['message']}>{message}</p>
      {range && (
        <button type="button" className={styles['place']} onClick={() => onShow(range.from)}>
          Column {groupNumber(columnOf(range.from))}
          {byte !== undefined && <>, byte {groupNumber(byte)}</>}
        </button>
      )}
      {relatedLines && relatedLines.length > 0 && (
        <p className={styles['related']}>
          {relatedLines.map((line) => (
            <button key={line} type="button" onClick={() => void goToLine(line)}>
              Line {groupNumber(line)}
            </button>
          ))}
        </p>
      )}
    </li>
  )
}
