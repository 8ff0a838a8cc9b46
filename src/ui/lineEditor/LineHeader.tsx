// Which line the drawer shows, and the ways to its neighbours and out.
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { LineNumber } from '../../base/units.ts'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import styles from './LineHeader.module.css'

export interface LineHeaderProps {
  readonly line: LineNumber | undefined
  readonly byteLength: number | undefined
  readonly hasPrevious: boolean
  readonly hasNext: boolean
  readonly menu: ReactNode
  readonly onStep: (direction: -1 | 1) => void
  readonly onClose: () => void
}

export function LineHeader(props: LineHeaderProps) {
  const { t } = useTranslator()
  const { line, byteLength, hasPrevious, hasNext, menu, onStep, onClose } = props
  return (
    <header className={styles['header']}>
      <h2 className={styles['title']}>
        {line === undefined ? t(msg('No line')) : t(msg('Line {line, number}', { line }))}
        {byteLength !== undefined && (
          <span className={styles['bytes']}>
            {' · '}
            {t(msg('{count, plural, one {# byte} other {# bytes}}', { count: byteLength }))}
          </span>
        )}
      </h2>
      <button
        type="button"
        aria-label={t(msg('Previous line'))}
        title={t(msg('Previous line'))}
        disabled={!hasPrevious}
        onClick={() => onStep(-1)}
      >
        <ChevronUp size={16} aria-hidden="true" />
      </button>
      <button
        type="button"
        aria-label={t(msg('Next line'))}
        title={t(msg('Next line'))}
        disabled={!hasNext}
        onClick={() => onStep(1)}
      >
        <ChevronDown size={16} aria-hidden="true" />
      </button>
      {menu}
      <button
        type="button"
        aria-label={t(msg('Close'))}
        title={t(msg('Close (Escape)'))}
        onClick={onClose}
      >
        <X size={16} aria-hidden="true" />
      </button>
    </header>
  )
}
