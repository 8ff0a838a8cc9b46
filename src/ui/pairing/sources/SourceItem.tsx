// One document of the pairing: what it is, how many lines it has, where its key is.
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { type JSX, useId } from 'react'
import { keyPlaceOf } from '../../../pairing/keyPlace.ts'
import { activateDocument } from '../../../state/actions/documents.ts'
import { countOf, formatBytes, groupNumber, percentOf } from '../../../state/formatNumber.ts'
import { useDocument } from '../../../state/hooks.ts'
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

export function SourceItem({
  source,
  facts,
  canMoveUp,
  canMoveDown,
}: SourceItemProps): JSX.Element {
  const { key, name, role, providerId } = source
  const failureId = useId()
  const canMove = canMoveUp || canMoveDown
  return (
    <li className={styles['source']} data-failed={facts?.failure ? '' : undefined}>
      <select
        className={styles['role']}
        aria-label={`What ${name} holds`}
        value={role}
        onChange={(chosen) =>
          void setRole(key, chosen.currentTarget.value === 'requests' ? 'requests' : 'answers')
        }
      >
        <option value="requests">Requests</option>
        <option value="answers">Answers</option>
      </select>
      <button
        type="button"
        className={styles['name']}
        aria-label={name}
        title={`Show the lines of ${name}`}
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
          aria-label={`Earlier: ${name}`}
          title={LATER_COUNTS}
          disabled={!canMoveUp}
          onClick={() => void moveSource(key, -1)}
        >
          <ArrowUp aria-hidden />
        </Button>
        <Button
          size="icon"
          className={styles['move']}
          aria-label={`Later: ${name}`}
          title={LATER_COUNTS}
          disabled={!canMoveDown}
          onClick={() => void moveSource(key, 1)}
        >
          <ArrowDown aria-hidden />
        </Button>
      </div>
      <Button
        size="icon"
        className={styles['move']}
        aria-label={`Leave out ${name}`}
        title={`Leave out ${name}; it stays open`}
        onClick={() => void removeSource(key)}
      >
        <X aria-hidden />
      </Button>
      {facts?.failure && (
        <p id={failureId} role="alert" className={styles['failure']}>
          {facts.failure.message}
        </p>
      )}
    </li>
  )
}

const LATER_COUNTS = 'Of several answers to a request, those of later files count as later'

interface LinesProps {
  readonly documentKey: string
  readonly facts: PairSourceFacts | undefined
}

/** How many lines, or how far the document is read. */
function Lines({ documentKey, facts }: LinesProps): JSX.Element {
  const read = useDocument(documentKey, (tab) =>
    tab.facts?.state === 'reading'
      ? `${percentOf(tab.facts.readBytes, tab.facts.totalBytes)} % read`
      : undefined,
  )
  const bytes = useDocument(documentKey, (tab) => tab.facts?.bytes)
  const documentLines = useDocument(documentKey, (tab) => tab.facts?.lines)
  const lines = facts && facts.lines > 0 ? facts.lines : documentLines
  const notes = facts ? notesOf(facts) : []
  return (
    <span className={styles['lines']} title={bytes === undefined ? undefined : formatBytes(bytes)}>
      {read ?? (lines === undefined ? '' : countOf(lines, 'line'))}
      {notes.map((note) => (
        <span key={note} className={styles['note']}>
          {note}
        </span>
      ))}
    </span>
  )
}

function notesOf({ broken, withoutKey }: PairSourceFacts): readonly string[] {
  return [
    ...(broken > 0 ? [`${groupNumber(broken)} broken`] : []),
    ...(withoutKey > 0 ? [`${groupNumber(withoutKey)} without id`] : []),
  ]
}
