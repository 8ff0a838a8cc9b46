// 'Show': all lines, those of one verdict, or those that match. Native radio buttons, so arrow keys work by
// themselves. A switch beside them leaves of the lines of a verdict those that match.
import { SquaresIntersect } from 'lucide-react'
import { type JSX, useId } from 'react'
import type { AmongKind, View } from '../../contracts/documentApi.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { setView } from '../../state/actions/lines.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { amongOf, rowCountOf } from '../../state/rowCount.ts'
import styles from '../table/TableToolbar.module.css'
import { ChoiceMark, type ChoiceMarkKind } from './ChoiceMark.tsx'
import { mayHaveMatches } from './viewRows.ts'

const choices = [
  { kind: 'invalid', title: msg('Invalid') },
  { kind: 'warnings', title: msg('Warnings') },
  { kind: 'edited', title: msg('Edited') },
] as const

/** For results, from the first line on: nothing moves when there are some. */
const attention = { kind: 'attention', title: msg('Needs attention') } as const

export function ViewChoice(): JSX.Element {
  const { t } = useTranslator()
  const group = useId()
  const holdsResults = useActive(
    ({ facts, view }) => facts?.holdsResults === true || amongOf(view) === 'attention',
  )
  const hasMatches = useActive(mayHaveMatches)
  return (
    <div className={styles['choice']}>
      <div role="radiogroup" aria-label={t(msg('Show'))} className={styles['options']}>
        <Plain view={{ kind: 'all' }} title={msg('All')} group={group} />
        {choices.map((choice) => (
          <Among key={choice.kind} choice={choice} group={group} />
        ))}
        {holdsResults && <Among choice={attention} group={group} />}
        <Plain
          view={{ kind: 'matches' }}
          title={msg('Matches')}
          group={group}
          isDisabled={!hasMatches}
        />
      </div>
      <OnlyMatches isPossible={hasMatches} />
    </div>
  )
}

interface PlainProps {
  readonly view: { readonly kind: 'all' | 'matches' }
  readonly title: Message
  readonly group: string
  readonly isDisabled?: boolean
}

/** There from the beginning, so that nothing moves when something is searched for. */
function Plain(props: PlainProps): JSX.Element {
  const { kind } = props.view
  const isChosen = useActive(({ view }) => view.kind === kind && amongOf(view) === undefined)
  return <Option {...props} kind={kind} isChosen={isChosen} />
}

interface AmongProps {
  readonly choice: { readonly kind: AmongKind; readonly title: Message }
  readonly group: string
}

/** Of the matches alone while that is switched on. */
function Among({ choice: { kind, title }, group }: AmongProps): JSX.Element {
  const isOfMatches = useActive(({ view }) => isOnlyMatches(view))
  const isChosen = useActive(({ view }) => amongOf(view) === kind)
  const view: View = isOfMatches ? { kind: 'matches', among: kind } : { kind }
  return <Option kind={kind} title={title} group={group} view={view} isChosen={isChosen} />
}

interface OptionProps {
  readonly kind: 'all' | ChoiceMarkKind
  readonly title: Message
  readonly group: string
  /** What is shown when it is chosen. */
  readonly view: View
  readonly isChosen: boolean
  readonly isDisabled?: boolean
}

/** With a mark and a count, but for all lines. */
function Option(props: OptionProps): JSX.Element {
  const { kind, title, group, view, isChosen, isDisabled = false } = props
  const { t, number } = useTranslator()
  const count = useActive(({ facts }) => rowCountOf(facts, view))
  const id = `${group}-${kind}`
  return (
    <label className={styles['option']} data-kind={kind} title={t(title)}>
      <input
        type="radio"
        name={group}
        className={styles['radio']}
        aria-label={t(title)}
        aria-describedby={kind === 'all' ? undefined : id}
        checked={isChosen}
        disabled={isDisabled}
        onChange={() => setView(view)}
      />
      {kind !== 'all' && <ChoiceMark kind={kind} />}
      <span className={styles['word']}>{t(title)}</span>
      {kind !== 'all' && (
        <span id={id} className={styles['count']}>
          {number(count)}
        </span>
      )}
    </label>
  )
}

/** Leaves of the lines of a verdict those that match; there where both are. */
function OnlyMatches({ isPossible }: { readonly isPossible: boolean }): JSX.Element | undefined {
  const { t } = useTranslator()
  const isOn = useActive(({ view }) => isOnlyMatches(view))
  const among = useActive(({ view }) => amongOf(view))
  if (!isPossible || among === undefined) return undefined
  const label = t(msg('Only those that match'))
  return (
    <label className={styles['option']} data-kind="only" title={label}>
      <input
        type="checkbox"
        className={styles['radio']}
        aria-label={label}
        checked={isOn}
        onChange={() => setView(isOn ? { kind: among } : { kind: 'matches', among })}
      />
      <SquaresIntersect className={styles['only']} aria-hidden />
    </label>
  )
}

function isOnlyMatches(view: View): boolean {
  return view.kind === 'matches' && view.among !== undefined
}
