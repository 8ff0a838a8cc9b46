// 'Show': all lines, those of one verdict, or those that match. Native radio buttons, so arrow keys work by
// themselves. A switch beside them leaves of the lines of a verdict those that match.
import { SquaresIntersect } from 'lucide-react'
import { type JSX, type ReactNode, useId } from 'react'
import type { AmongKind, View } from '../../contracts/documentApi.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { setView } from '../../state/actions/lines.ts'
import { useActive } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { rowCountOf } from '../../state/rowCount.ts'
import styles from '../table/TableToolbar.module.css'
import { ChoiceMark, type ChoiceMarkKind } from './ChoiceMark.tsx'

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
  const hasMatches = useActive(
    ({ search, marks, view }) =>
      search.query.text !== '' || marks !== undefined || view.kind === 'matches',
  )
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
function Plain({ view, title, group, isDisabled = false }: PlainProps): JSX.Element {
  const { t } = useTranslator()
  const { kind } = view
  const isChosen = useActive((tab) => tab.view.kind === kind && amongOf(tab.view) === undefined)
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
      {kind === 'all' ? (
        <span className={styles['word']}>{t(title)}</span>
      ) : (
        <Face kind="matches" title={title}>
          <Count id={id} view={view} />
        </Face>
      )}
    </label>
  )
}

interface AmongProps {
  readonly choice: { readonly kind: AmongKind; readonly title: Message }
  readonly group: string
}

/** Of the matches alone while that is switched on. */
function Among({ choice: { kind, title }, group }: AmongProps): JSX.Element {
  const { t } = useTranslator()
  const isOfMatches = useActive(({ view }) => isOnlyMatches(view))
  const isChosen = useActive(({ view }) => amongOf(view) === kind)
  const view: View = isOfMatches ? { kind: 'matches', among: kind } : { kind }
  const id = `${group}-${kind}`
  return (
    <label className={styles['option']} data-kind={kind} title={t(title)}>
      <input
        type="radio"
        name={group}
        className={styles['radio']}
        aria-label={t(title)}
        aria-describedby={id}
        checked={isChosen}
        onChange={() => setView(view)}
      />
      <Face kind={kind} title={title}>
        <Count id={id} view={view} />
      </Face>
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

interface FaceProps {
  readonly kind: ChoiceMarkKind
  readonly title: Message
  readonly children: ReactNode
}

function Face({ kind, title, children }: FaceProps): JSX.Element {
  const { t } = useTranslator()
  return (
    <>
      <ChoiceMark kind={kind} />
      <span className={styles['word']}>{t(title)}</span>
      {children}
    </>
  )
}

function Count({ id, view }: { readonly id: string; readonly view: View }): JSX.Element {
  const { number } = useTranslator()
  const count = useActive(({ facts }) => rowCountOf(facts, view))
  return (
    <span id={id} className={styles['count']}>
      {number(count)}
    </span>
  )
}

function isOnlyMatches(view: View): boolean {
  return view.kind === 'matches' && view.among !== undefined
}

/** Of which kind all lines in sight are; undefined of all lines, all matches, and those of a cause. */
function amongOf(view: View): AmongKind | undefined {
  switch (view.kind) {
    case 'all':
    case 'cause':
      return undefined
    case 'matches':
      return view.among
    case 'invalid':
    case 'warnings':
    case 'attention':
    case 'edited':
      return view.kind
  }
}
