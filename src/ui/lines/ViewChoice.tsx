// 'Show': all lines or those of one verdict. Native radio buttons, so arrow keys work by themselves.
import { type JSX, useId } from 'react'
import { setView } from '../../state/actions/lines.ts'
import { groupNumber } from '../../state/formatNumber.ts'
import { useActive } from '../../state/hooks.ts'
import styles from '../table/TableToolbar.module.css'
import { rowCountOf } from './viewRows.ts'

const choices = [
  { kind: 'all', title: 'All' },
  { kind: 'invalid', title: 'Invalid' },
  { kind: 'warnings', title: 'Warnings' },
  { kind: 'edited', title: 'Edited' },
] as const

/** For results, from the first line on: nothing moves when there are some. */
const attention = { kind: 'attention', title: 'Needs attention' } as const

export function ViewChoice(): JSX.Element {
  const group = useId()
  const holdsResults = useActive(
    ({ facts, view }) => facts?.holdsResults === true || view.kind === 'attention',
  )
  return (
    <div role="radiogroup" aria-label="Show" className={styles['choice']}>
      {choices.map((choice) => (
        <Option key={choice.kind} choice={choice} group={group} />
      ))}
      {holdsResults && <Option choice={attention} group={group} />}
    </div>
  )
}

interface OptionProps {
  readonly choice: (typeof choices)[number] | typeof attention
  readonly group: string
}

function Option({ choice: { kind, title }, group }: OptionProps): JSX.Element {
  const isChosen = useActive((tab) => tab.view.kind === kind)
  const count = useActive((tab) => (kind === 'all' ? 0 : rowCountOf(tab.facts, { kind })))
  const descriptionId = `${group}-${kind}`
  return (
    <label className={styles['option']} data-kind={kind}>
      <input
        type="radio"
        name={group}
        className={styles['radio']}
        aria-label={title}
        aria-describedby={kind === 'all' ? undefined : descriptionId}
        checked={isChosen}
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
}
