// What was measured, a row a file. On narrow screens a row is a card; roles instead of table elements
// keep it a table there for screen readers, too.
import type { JSX } from 'react'
import { type Message, msg, verbatim } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import type { MeasuredCase } from '../../state/speedStore.ts'
import { ProgressBar } from '../controls/ProgressBar.tsx'
import { type SpeedColumn, speedColumns } from './speedColumns.ts'
import styles from './SpeedTable.module.css'

export interface SpeedTableProps {
  readonly cases: readonly MeasuredCase[]
  /** The one that is being measured. */
  readonly activeId?: string | undefined
  readonly rounds: number
}

export function SpeedTable({ cases, activeId, rounds }: SpeedTableProps): JSX.Element {
  const { t } = useTranslator()
  return (
    <div role="table" aria-label={t(msg('Measured speeds'))}>
      <div role="rowgroup" className={styles['head']}>
        <div role="row" className={styles['row']}>
          <span role="columnheader">{t(msg('File'))}</span>
          {speedColumns.map(({ id, title }) => (
            <span key={id} role="columnheader">
              {t(title)}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup">
        {cases.map((entry) => (
          <CaseRow key={entry.id} entry={entry} isActive={entry.id === activeId} rounds={rounds} />
        ))}
      </div>
    </div>
  )
}

interface CaseRowProps {
  readonly entry: MeasuredCase
  readonly isActive: boolean
  readonly rounds: number
}

function CaseRow({ entry, isActive, rounds }: CaseRowProps): JSX.Element {
  const { t } = useTranslator()
  const { id, title, progress } = entry
  const invalid = invalidText(entry)
  return (
    <div
      role="row"
      className={styles['row']}
      data-case={id}
      data-active={isActive || undefined}
      data-lines={progress?.lines}
      data-invalid={progress?.invalid}
      data-bytes={progress?.bytes}
      data-read-ms={progress?.readMs}
      data-validate-ms={progress?.validateMs}
      data-plain-ms={progress?.plainMs}
    >
      <div role="rowheader" className={styles['name']}>
        {t(title)}
        <small>
          {isActive && progress ? (
            <>
              <ProgressBar
                label={t(msg('Measuring {title}', { title }))}
                done={progress.done}
                total={1}
              />
              {t(stepText(progress, rounds))}
            </>
          ) : (
            invalid && t(invalid)
          )}
        </small>
      </div>
      {speedColumns.map((column) => (
        <Cell key={column.id} column={column} progress={progress} />
      ))}
    </div>
  )
}

interface CellProps {
  readonly column: SpeedColumn
  readonly progress: MeasuredCase['progress']
}

function Cell({ column, progress }: CellProps): JSX.Element {
  const translator = useTranslator()
  const text = progress && column.text(progress, translator)
  const ms = progress && column.ms?.(progress)
  return (
    <div
      role="cell"
      className={styles[column.ms ? 'time' : 'value']}
      data-column={column.id}
      data-label={translator.t(column.title)}
      data-unknown={text === undefined || undefined}
    >
      <span>{text ?? '–'}</span>
      {column.ms && (
        <span className={styles['track']} aria-hidden>
          <span
            className={styles['bar']}
            style={{ width: `${progress && ms ? (ms / longestOf(progress)) * 100 : 0}%` }}
          />
        </span>
      )}
    </div>
  )
}

/** The bars of a row are rendered to one scale. */
function longestOf(progress: NonNullable<MeasuredCase['progress']>): number {
  return Math.max(...speedColumns.map(({ ms }) => ms?.(progress) ?? 0))
}

type Progress = NonNullable<MeasuredCase['progress']>

const steps: Readonly<Record<Progress['step'], Message>> = {
  making: msg('Making the file'),
  reading: msg('Reading'),
  validating: msg('Validating'),
  plain: verbatim('JSON.parse'),
}

function stepText({ step, round }: Progress, rounds: number): Message {
  return round === 0
    ? steps[step]
    : msg('{step}, {round, number} of {rounds, number}', { step: steps[step], round, rounds })
}

function invalidText({ progress }: MeasuredCase): Message | undefined {
  if (progress?.invalid === undefined) return undefined
  if (progress.invalid === 0) return msg('no line invalid')
  return progress.invalid === progress.lines
    ? msg('every line invalid')
    : msg('{count, plural, one {# line} other {# lines}} invalid', { count: progress.invalid })
}
