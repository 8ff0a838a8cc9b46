// What is said about the line: one list item a finding, with the place and the lines it names.
import { CircleX, Diamond, Info, TriangleAlert } from 'lucide-react'
import { useId } from 'react'
import type { TextOffset } from '../../base/units.ts'
import type { Diagnostic, Severity } from '../../diagnostics/diagnostic.ts'
import { listOf, type Message, msg } from '../../i18n/message.ts'
import { goToLine } from '../../state/actions/lines.ts'
import { useTranslator } from '../../state/language.ts'
import { ApiCode } from '../codes/ApiCode.tsx'
import { WhyButton } from '../codes/WhyButton.tsx'
import styles from './FindingList.module.css'
import { columnOf } from '../text/textPlace.ts'

/** Findings shown at once; a line can have hundreds. */
const SHOWN = 30

const severityWord: Record<Severity, Message> = {
  error: msg('Error'),
  warning: msg('Warning'),
  attention: msg('Needs attention'),
  hint: msg('Hint'),
}

const severityIcon = {
  error: CircleX,
  warning: TriangleAlert,
  attention: Diamond,
  hint: Info,
} as const

export interface FindingListProps {
  readonly diagnostics: readonly Diagnostic[]
  /** Whose code is switched off. */
  readonly ignored: readonly Diagnostic[]
  /** The findings are of an earlier text. */
  readonly isStale: boolean
  /** 0-based byte of an offset in the line; undefined when it cannot be known. */
  readonly byteOf: (offset: TextOffset) => number | undefined
  readonly onShow: (offset: TextOffset) => void
}

export function FindingList({ diagnostics, ignored, isStale, byteOf, onShow }: FindingListProps) {
  const { t } = useTranslator()
  if (diagnostics.length === 0) return <IgnoredNote ignored={ignored} />
  const hidden = diagnostics.length - SHOWN
  return (
    <>
      <ul
        className={styles['list']}
        aria-label={t(msg('Findings of this line'))}
        aria-busy={isStale}
      >
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
      {hidden > 0 && (
        <p className={styles['more']}>{t(msg('And {hidden, number} more.', { hidden }))}</p>
      )}
      <IgnoredNote ignored={ignored} />
    </>
  )
}

/** What would be said, too. */
function IgnoredNote({ ignored }: Pick<FindingListProps, 'ignored'>) {
  const { t } = useTranslator()
  if (ignored.length === 0) return null
  const byCode = new Map(ignored.map(({ code, title }) => [code, title]))
  const titles = listOf([...byCode.values()], 'and')
  return <p className={styles['more']}>{t(msg('Ignored: {titles}', { titles }))}</p>
}

interface FindingItemProps extends Pick<FindingListProps, 'byteOf' | 'onShow'> {
  readonly diagnostic: Diagnostic
}

function FindingItem({ diagnostic, byteOf, onShow }: FindingItemProps) {
  const { t } = useTranslator()
  const id = useId()
  const { apiCode, severity, title, message, range, relatedLines } = diagnostic
  const Icon = severityIcon[severity]
  const byte = diagnostic.byteOffset ?? (range && byteOf(range.from))
  return (
    <li
      className={styles['item']}
      data-code={diagnostic.code}
      data-offset={range ? range.from : ''}
      data-severity={severity}
      data-api-code={apiCode}
    >
      <p className={styles['head']}>
        <Icon size={14} aria-hidden="true" className={styles['icon']} />
        <b id={id}>{t(title)}</b>
        <ApiCode code={apiCode} />
        <span className={styles['severity']}>{t(severityWord[severity])}</span>
      </p>
      <p className={styles['message']}>{t(message)}</p>
      <div className={styles['foot']}>
        {range && (
          <button type="button" className={styles['place']} onClick={() => onShow(range.from)}>
            {t(placeText(columnOf(range.from), byte))}
          </button>
        )}
        <WhyButton finding={diagnostic} describedBy={id} className={styles['why']} />
      </div>
      {relatedLines && relatedLines.length > 0 && (
        <p className={styles['related']}>
          {relatedLines.map((line) => (
            <button key={line} type="button" onClick={() => void goToLine(line)}>
              {t(msg('Line {line, number}', { line }))}
            </button>
          ))}
        </p>
      )}
    </li>
  )
}

function placeText(column: number, byte: number | undefined): Message {
  return byte === undefined
    ? msg('Column {column, number}', { column })
    : msg('Column {column, number}, byte {byte, number}', { column, byte })
}
