// What the line is, said in text, and how its text is shown.
import { CircleCheck, CircleX, Minus, TriangleAlert } from 'lucide-react'
import { useId } from 'react'
import type { Verdict } from '../../diagnostics/diagnostic.ts'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import type { LineLook } from '../../state/lineLook.ts'
import styles from './LineToolbar.module.css'

const verdicts = {
  valid: { word: msg('Valid'), Icon: CircleCheck },
  warning: { word: msg('Warning'), Icon: TriangleAlert },
  invalid: { word: msg('Invalid'), Icon: CircleX },
  blank: { word: msg('Blank line'), Icon: Minus },
} as const

const kinds = [
  { kind: 'text', title: msg('Text') },
  { kind: 'formatted', title: msg('Formatted') },
  { kind: 'transcript', title: msg('Transcript') },
] as const

export interface LineToolbarProps {
  readonly verdict: Verdict
  readonly isStale: boolean
  readonly isDraft: boolean
  readonly isApplying: boolean
  readonly isEdited: boolean
  readonly kind: LineLook
  readonly isWrapped: boolean
  readonly onKind: (kind: LineLook) => void
  readonly onWrap: (isWrapped: boolean) => void
}

export function LineToolbar(props: LineToolbarProps) {
  const { t } = useTranslator()
  const { verdict, isStale, isDraft, isApplying, isEdited, kind, isWrapped, onKind, onWrap } = props
  const { word, Icon } = verdicts[verdict]
  const group = useId()
  return (
    <div className={styles['toolbar']}>
      <output
        className={styles['marks']}
        aria-label={t(msg('Verdict of this line'))}
        aria-busy={isStale}
      >
        <span className={styles['verdict']} data-verdict={verdict}>
          <Icon size={14} aria-hidden="true" />
          {t(word)}
        </span>
        {isDraft && (
          <span className={styles['draft']}>
            {isApplying ? t(msg('Applying')) : t(msg('Not applied'))}
          </span>
        )}
        {!isDraft && isEdited && <span className={styles['edited']}>{t(msg('Edited'))}</span>}
      </output>
      <label className={styles['wrap']}>
        <input
          type="checkbox"
          checked={isWrapped}
          onChange={(changed) => onWrap(changed.target.checked)}
        />
        {t(msg('Wrap'))}
      </label>
      <div role="radiogroup" aria-label={t(msg('Show the line as'))} className={styles['kinds']}>
        {kinds.map((option) => (
          <label key={option.kind} data-checked={option.kind === kind}>
            <input
              type="radio"
              name={group}
              checked={option.kind === kind}
              onChange={() => onKind(option.kind)}
            />
            {t(option.title)}
          </label>
        ))}
      </div>
    </div>
  )
}
