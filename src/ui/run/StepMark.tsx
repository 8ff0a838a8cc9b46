// How far a step is, as a shape; the line beside it says it in words.
import { Check, LoaderCircle, TriangleAlert, X } from 'lucide-react'
import type { JSX, ReactNode } from 'react'
import type { StepMark as Mark } from './stepLines.ts'
import styles from './StepMark.module.css'

const shapes = { busy: LoaderCircle, done: Check, warning: TriangleAlert, problem: X } as const

export interface StepMarkProps {
  readonly mark: Mark
  /** Of the step; shown while nothing else is. */
  readonly number?: ReactNode
}

export function StepMark({ mark, number }: StepMarkProps): JSX.Element {
  const Shape = mark === 'open' ? undefined : shapes[mark]
  return (
    <span className={styles['mark']} data-mark={mark} aria-hidden>
      {Shape ? <Shape /> : number}
    </span>
  )
}
