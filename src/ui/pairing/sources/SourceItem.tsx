// One document of the pairing: what it is, how many lines it has, where its key is.
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { type JSX, useId } from 'react'
import type { DocumentFacts } from '../../../contracts/documentFacts.ts'
import { type Message, msg, share } from '../../../i18n/message.ts'
import { keyPlaceOf } from '../../../pairing/keyPlace.ts'
import type { PairRole } from '../../../pairing/pairLines.ts'
import { activateDocument } from '../../../state/actions/documents.ts'
import { useDocument } from '../../../state/hooks.ts'
import { useTranslator } from '../../../state/language.ts'
import { partDone } from '../../../state/progressText.ts'
import { moveSource, removeSource, setRole } from '../../../state/pairing/sources.ts'
import type { PairSourceFacts, PairSourceSetup } from '../../../contracts/pairingApi.ts'
import { Button } from '../../controls/Button.tsx'
import { FileName } from '../FileName.tsx'
import { KeyField } from './KeyField.tsx'
import styles from './SourcesStrip.module.css'

interface SourceItemProps {
  readonly source: PairSourceSetup
  /** Absent until the worker has said anything about it. */
  readonly facts: PairSourceFacts | undefined
  /** Whether there is another of its role before it, or after it. */
  readonly canMoveUp: boolean
  readonly canMoveDown: boolean
}

const roles: readonly { readonly kind: PairRole; readonly title: Message }[] = [
  { kind: 'requests', title: msg('Requests') },
  { kind: 'answers', title: msg('Answers') },
]

export function SourceItem({
  source,
  facts,
  canMoveUp,
  canMoveDown,
}: SourceItemProps): JSX.Element {
  const { t } = useTranslator()
  const { key, name, role, providerId } = source
  const failureId = useId()
  const canMove = canMoveUp || canMoveDown
  return (
    <li className={styles['source']} data-failed={facts?.failure ? '' : undefined}>
      <select
        className={styles['role']}
        aria-label={t(msg('What {name} holds', { name }))}
        value={role}
        onChange={(chosen) => void setRole(key, chosen.currentTarget.value as PairRole)}
      >
        {roles.map(({ kind, title }) => (
          <option key={kind} value={kind}>
            {t(title)}
          </option>
        ))}
      </select>
      <button
        type="button"
        className={styles['name']}
        aria-label={name}
        title={t(msg('Show the lines of {name}', { name }))}
        onClick={() => activateDocument(key)}
      >
        <FileName name={name} />
      </button>
      <Lines documentKey={key} facts={facts} />
      <KeyField
        key={`${role} ${source.keyPath}`}
        source={source}
        place={keyPlaceOf(providerId, role)}
      />
      <div className={styles['moves']} hidden={!canMove}>
        <Button
          size="icon"
          className={styles['move']}
          aria-label={t(msg('Earlier: {name}', { name }))}
          title={t(LATER_COUNTS)}
          disabled={!canMoveUp}
          onClick={() => void moveSource(key, -1)}
        >
          <ArrowUp aria-hidden />
        </Button>
        <Button
          size="icon"
          className={styles['move']}
          aria-label={t(msg('Later: {name}', { name }))}
          title={t(LATER_COUNTS)}
          disabled={!canMoveDown}
          onClick={() => void moveSource(key, 1)}
        >
          <ArrowDown aria-hidden />
        </Button>
      </div>
      <Button
        size="icon"
        className={styles['move']}
        aria-label={t(msg('Leave out {name}', { name }))}
        title={t(msg('Leave out {name}; it stays open', { name }))}
        onClick={() => void removeSource(key)}
      >
        <X aria-hidden />
      </Button>
      {facts?.failure && (
        <p id={failureId} role="alert" className={styles['failure']}>
          {t(facts.failure.message)}
        </p>
      )}
    </li>
  )
}

const LATER_COUNTS = msg('Of several answers to a request, those of later files count as later')

interface LinesProps {
  readonly documentKey: string
  readonly facts: PairSourceFacts | undefined
}

/** How many lines, or how far the document is read. */
function Lines({ documentKey, facts }: LinesProps): JSX.Element {
  const { t, bytes: bytesText } = useTranslator()
  const read = useDocument(documentKey, (tab) => readShare(tab.facts))
  const bytes = useDocument(documentKey, (tab) => tab.facts?.bytes)
  const documentLines = useDocument(documentKey, (tab) => tab.facts?.lines)
  const lines = facts && facts.lines > 0 ? facts.lines : documentLines
  const notes = facts ? notesOf(facts) : []
  return (
    <span className={styles['lines']} title={bytes === undefined ? undefined : bytesText(bytes)}>
      {read !== undefined
        ? t(msg('{share} read', { share: share(read) }))
        : lines !== undefined &&
          t(msg('{count, plural, one {# line} other {# lines}}', { count: lines }))}
      {notes.map(t).map((note) => (
        <span key={note} className={styles['note']}>
          {note}
        </span>
      ))}
    </span>
  )
}

/** From 0 to 1, while the document is read. */
function readShare(facts: DocumentFacts | undefined): number | undefined {
  if (facts?.state !== 'reading') return undefined
  return partDone(facts.readBytes, facts.totalBytes)
}

function notesOf({ broken, withoutKey }: PairSourceFacts): readonly Message[] {
  return [
    ...(broken > 0 ? [msg('{count, number} broken', { count: broken })] : []),
    ...(withoutKey > 0 ? [msg('{count, number} without id', { count: withoutKey })] : []),
  ]
}
