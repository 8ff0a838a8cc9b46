// One step: its title, which folds it, how far it is in a line, and what is done in it. What is folded
// stays rendered, so that nothing that was typed is lost.
import { Activity, type JSX, type ReactNode, useId } from 'react'
import { useTranslator } from '../../state/language.ts'
import type { StepLine } from './stepLines.ts'
import { StepMark } from './StepMark.tsx'
import styles from './StepSection.module.css'

export interface StepSectionProps {
  readonly title: string
  /** Shown as long as nothing else is to be told; for what is no step, an icon. */
  readonly number: ReactNode
  readonly line: StepLine
  /** Instead of the line: it says the same and more. */
  readonly lineElement?: ReactNode
  readonly isOpen: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

export function StepSection(props: StepSectionProps): JSX.Element {
  const { title, number, line, lineElement, isOpen, onPress, children } = props
  const { t } = useTranslator()
  const id = useId()
  return (
    <div
      role="group"
      aria-labelledby={`${id}-title`}
      className={styles['step']}
      data-open={isOpen || undefined}
    >
      <div className={styles['head']}>
        <h3 className={styles['title']}>
          <button
            type="button"
            id={`${id}-title`}
            aria-expanded={isOpen}
            aria-controls={`${id}-body`}
            aria-describedby={`${id}-line`}
            onClick={onPress}
          >
            <StepMark mark={line.mark} number={number} />
            {title}
          </button>
        </h3>
        <div id={`${id}-line`} className={styles['line']} data-mark={line.mark}>
          {lineElement ?? t(line.text)}
        </div>
      </div>
      <Activity mode={isOpen ? 'visible' : 'hidden'}>
        <div id={`${id}-body`} className={styles['body']}>
          {children}
        </div>
      </Activity>
    </div>
  )
}
