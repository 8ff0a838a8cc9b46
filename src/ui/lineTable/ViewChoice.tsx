// 'Show': all lines or those of one verdict. Native radio buttons, so arrow keys work by themselves.
import { type JSX, useId } from 'react'
import { setView } from '../../state/actions/lines.ts'
import { groupNumber } from '../../state/formatNumber.ts'
import type { DocumentFacts, View } from '../../worker/documentApi.ts'
import styles from './TableToolbar.module.css'
import { rowCountOf } from './viewRows.ts'

const choices = [
  { kind: 'all', title: 'All' },
  { kind: 'invalid', title: 'Invalid' },
  { kind: 'warnings', title: 'Warnings' },
  { kind: 'edited', title: 'Edited' },
] as const

interface ViewChoiceProps {
  readonly facts: DocumentFacts | undefined
  readonly view: View
}

export function ViewChoice({ facts, view }: ViewChoiceProps): JSX.Element {
  const group = useId()
  return (
    <div role="radiogroup" aria-label="Show" className={styles['choice']}>
      {choices.map(({ kind, title }) => {
        const count = rowCountOf(facts, { kind })
        const descriptionId = `${group}-${kind}`
        return (
          <label key={kind} className={styles['option']} data-kind={kind}>
            <input
              type="radio"
              name={group}
              className={styles['radio']}
              aria-label={title}
              aria-describedby={kind === 'all' ? undefined : descriptionId}
              checked={view.kind === kind}
              onChange={() => setView({ kind })}
            />
            {title}
            {kind !== 'all' && (
              <span id={descriptionId} className={styles['count']}>
                {groupNumber(count)}
              </span>
            )}
          </label>
        )
      })}
    </div>
  )
}
