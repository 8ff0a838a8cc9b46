// What the line is, said in text, and how its text is shown.
import { CircleCheck, CircleX, Minus, TriangleAlert } from 'lucide-react'
import { useId } from 'react'
import type { Verdict } from '../../diagnostics/diagnostic.ts'
import styles from './LineToolbar.module.css'

export type LineTextKind = 'text' | 'formatted'

const verdicts = {
  valid: { word: 'Valid', Icon: CircleCheck },
  warning: { word: 'Warning', Icon: TriangleAlert },
  invalid: { word: 'Invalid', Icon: CircleX },
  blank: { word: 'Blank line', Icon: Minus },
} as const

const kinds = [
  { kind: 'text', title: 'Text' },
  { kind: 'formatted', title: 'Formatted' },
] as const

export interface LineToolbarProps {
  readonly verdict: Verdict
  readonly isStale: boolean
  readonly isDraft: boolean
  readonly isApplying: boolean
  readonly isEdited: boolean
  readonly kind: LineTextKind
  readonly isWrapped: boolean
  readonly onKind: (kind: LineTextKind) => void
  readonly onWrap: (isWrapped: boolean) => void
}

export function LineToolbar(props: LineToolbarProps) {
  const { verdict, isStale, isDraft, isApplying, isEdited, kind, isWrapped, onKind, onWrap } = props
  const { word, Icon } = verdicts[verdict]
  const group = useId()
  return (
    <div className={styles['toolbar']}>
      <output className={styles['marks']} aria-label="Verdict of this line" aria-busy={isStale}>
        <span className={styles['verdict']} data-verdict={verdict}>
          <Icon size={14} aria-hidden="true" />
          {word}
        </span>
        {isDraft && (
          <span className={styles['draft']}>{isApplying ? 'Applying' : 'Not applied'}</span>
        )}
        {!isDraft && isEdited && <span className={styles['edited']}>Edited</span>}
      </output>
      <label className={styles['wrap']}>
        <input
          type="checkbox"
          checked={isWrapped}
          onChange={(changed) => onWrap(changed.target.checked)}
        />
        Wrap
      </label>
      <div role="radiogroup" aria-label="Show the line as" className={styles['kinds']}>
        {kinds.map((option) => (
          <label key={option.kind} data-checked={option.kind === kind}>
            <input
              type="radio"
              name={group}
              checked={option.kind === kind}
              onChange={() => onKind(option.kind)}
            />
            {option.title}
          </label>
        ))}
      </div>
    </div>
  )
}
