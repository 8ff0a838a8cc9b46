// 'Show': all lines or those of one verdict. Native radio buttons, so arrow keys work by themselves.
import { type JSX, useId } from 'react'
import { msg } from '../../i18n/message.ts'
import { setView } from '../../state/actions/lines.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { rowCountOf } from '../../state/rowCount.ts'
import styles from '../table/TableToolbar.module.css'
import { ChoiceMark } from './ChoiceMark.tsx'

const choices = [
  { kind: 'all', title: msg('All') },
  { kind: 'invalid', title: msg('Invalid') },
  { kind: 'warnings', title: msg('Warnings') },
  { kind: 'edited', title: msg('Edited') },
] as const

/** There from the beginning, so that nothing moves when something is searched for. */
const matches = { kind: 'matches', title: msg('Matches') } as const

/** For results, from the first line on: nothing moves when there are some. */
const attention = { kind: 'attention', title: msg('Needs attention') } as const

export function ViewChoice(): JSX.Element {
  const { t } = useTranslator()
  const group = useId()
  const holdsResults = useActive(
    ({ facts, view }) => facts?.holdsResults === true || view.kind === 'attention',
  )
  const hasSearch = useActive(
    ({ search, view, marks }) =>
      search.query.text !== '' || view.kind === 'matches' || marks !== undefined,
  )
  return (
    <div role="radiogroup" aria-label={t(msg('Show'))} className={styles['choice']}>
      {choices.map((choice) => (
        <Option key={choice.kind} choice={choice} group={group} />
      ))}
      {holdsResults && <Option choice={attention} group={group} />}
      <Option choice={matches} group={group} isDisabled={!hasSearch} />
    </div>
  )
}

interface OptionProps {
  readonly choice: (typeof choices)[number] | typeof attention | typeof matches
  readonly group: string
  readonly isDisabled?: boolean
}

function Option({ choice, group, isDisabled = false }: OptionProps): JSX.Element {
  const { t, number } = useTranslator()
  const { kind } = choice
  const title = t(choice.title)
  const isChosen = useActive((tab) => tab.view.kind === kind)
  const count = useActive((tab) => (kind === 'all' ? 0 : rowCountOf(tab.facts, { kind })))
  const descriptionId = `${group}-${kind}`
  return (
    <label className={styles['option']} data-kind={kind} title={title}>
      <input
        type="radio"
        name={group}
        className={styles['radio']}
        aria-label={title}
        aria-describedby={kind === 'all' ? undefined : descriptionId}
        checked={isChosen}
        disabled={isDisabled}
        onChange={() => setView({ kind })}
      />
      {kind !== 'all' && <ChoiceMark kind={kind} />}
      <span className={styles['word']}>{title}</span>
      {kind !== 'all' && (
        <span id={descriptionId} className={styles['count']}>
          {number(count)}
        </span>
      )}
    </label>
  )
}
