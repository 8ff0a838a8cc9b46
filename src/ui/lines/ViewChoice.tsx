// 'Show': all lines or those of one verdict. Native radio buttons, so arrow keys work by themselves. Beside them
// the matches of the search, which can be looked at among those of a verdict, too.
import { type JSX, type ReactNode, useId } from 'react'
import type { AmongKind, View } from '../../contracts/documentApi.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { setView, showMatches } from '../../state/actions/lines.ts'
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
  return (
    <div className={styles['choice']}>
      <div role="radiogroup" aria-label={t(msg('Show'))} className={styles['options']}>
        <AllLines group={group} />
        {choices.map((choice) => (
          <Among key={choice.kind} choice={choice} group={group} />
        ))}
        {holdsResults && <Among choice={attention} group={group} />}
      </div>
      <Matches id={group} />
    </div>
  )
}

function AllLines({ group }: { readonly group: string }): JSX.Element {
  const { t } = useTranslator()
  const isChosen = useActive(({ view }) => view.kind === 'all')
  const title = t(msg('All'))
  return (
    <label className={styles['option']} data-kind="all" title={title}>
      <input
        type="radio"
        name={group}
        className={styles['radio']}
        aria-label={title}
        checked={isChosen}
        onChange={() => setView({ kind: 'all' })}
      />
      <span className={styles['word']}>{title}</span>
    </label>
  )
}

interface AmongProps {
  readonly choice: { readonly kind: AmongKind; readonly title: Message }
  readonly group: string
}

/** While the matches are shown, those of them that are of this kind. */
function Among({ choice: { kind, title }, group }: AmongProps): JSX.Element {
  const { t } = useTranslator()
  const isOfMatches = useActive(({ view }) => view.kind === 'matches')
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
        // Pressed again, all of the matches are shown.
        onClick={() => {
          if (isChosen && isOfMatches) setView({ kind: 'matches' })
        }}
      />
      <Face kind={kind} title={title}>
        <Count id={id} view={view} />
      </Face>
    </label>
  )
}

/** There from the beginning, so that nothing moves when something is searched for. */
function Matches({ id }: { readonly id: string }): JSX.Element {
  const { t } = useTranslator()
  const title = msg('Matches')
  const isShown = useActive(({ view }) => view.kind === 'matches')
  const among = useActive(({ view }) => amongOf(view))
  const hasSearch = useActive(({ search }) => search.query.text !== '')
  return (
    <label className={styles['option']} data-kind="matches" title={t(title)}>
      <input
        type="checkbox"
        className={styles['radio']}
        aria-label={t(title)}
        aria-describedby={`${id}-matches`}
        checked={isShown}
        disabled={!hasSearch && !isShown}
        onChange={() => {
          if (isShown) setView({ kind: among ?? 'all' })
          else showMatches()
        }}
      />
      <Face kind="matches" title={title}>
        <Count id={`${id}-matches`} view={{ kind: 'matches' }} />
      </Face>
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
