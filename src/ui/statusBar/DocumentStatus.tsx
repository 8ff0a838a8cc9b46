// The active document in numbers, for people, screen readers and tests.
import type { JSX } from 'react'
import { openDialog } from '../../state/actions/dialogs.ts'
import { reload } from '../../state/actions/reading.ts'
import { formatBytes, formatDuration, groupNumber } from '../../state/formatNumber.ts'
import type { DocumentTab } from '../../state/store.ts'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import { expectedLines } from '../lines/expectedLines.ts'
import { statusOf } from './statusOf.ts'
import styles from './DocumentStatus.module.css'

export function DocumentStatus({ tab }: { readonly tab: DocumentTab | undefined }): JSX.Element {
  const facts = tab?.facts
  const state = statusOf(tab)
  return (
    <div
      className={styles['status']}
      role="status"
      aria-label="Document status"
      // Numbers that change every `REPORT_INTERVAL` would drown everything else.
      aria-live={state === 'reading' ? 'off' : 'polite'}
      data-state={state}
      data-lines={facts?.lines ?? 0}
      data-invalid={facts?.invalid ?? 0}
      data-warnings={facts?.warnings ?? 0}
      data-attention={facts?.attention ?? 0}
      data-edited={facts?.edited ?? 0}
      data-bytes={facts?.bytes ?? 0}
      data-format={facts?.formatId}
      data-read-ms={facts?.readMs}
      data-kept={facts?.isCached}
      data-shapes={facts?.shapes}
    >
      {!tab && 'No file open'}
      {state === 'failed' && <span className={styles['invalid']}>{stopOf(tab)}</span>}
      {facts && facts.lines + facts.readBytes > 0 && (
        <>
          <span>
            <b className="growing" style={{ minWidth: `${digitsOf(facts)}ch` }}>
              {groupNumber(facts.lines)}
            </b>{' '}
            {facts.lines === 1 ? 'line' : 'lines'}
          </span>
          <span data-mark="invalid" className={facts.invalid > 0 ? styles['invalid'] : undefined}>
            <b className={`growing ${styles['count']}`}>{groupNumber(facts.invalid)}</b>{' '}
            <span className={styles['words']}>invalid</span>
          </span>
          {facts.warnings > 0 && (
            <span data-mark="warnings" className={styles['warnings']}>
              <b className={`growing ${styles['count']}`}>{groupNumber(facts.warnings)}</b>{' '}
              <span className={styles['words']}>
                {facts.warnings === 1 ? 'warning' : 'warnings'}
              </span>
            </span>
          )}
          {facts.attention > 0 && (
            <span data-mark="attention" className={styles['attention']}>
              <b className={`growing ${styles['count']}`}>{groupNumber(facts.attention)}</b>{' '}
              <span className={styles['words']}>
                {facts.attention === 1 ? 'needs attention' : 'need attention'}
              </span>
            </span>
          )}
          {facts.edited > 0 && (
            <span className={styles['edited']}>
              <b>{groupNumber(facts.edited)}</b> edited
            </span>
          )}
          {state === 'ready' && <span>{formatBytes(facts.bytes)}</span>}
          {state === 'ready' && tab && facts.isCached && (
            <button
              type="button"
              className={styles['time']}
              title={`The results of an earlier reading, found in ${formatDuration(facts.readMs ?? 0)}`}
              onClick={() => reload(tab.key)}
            >
              checked earlier · check again
            </button>
          )}
          {state === 'ready' && !facts.isCached && facts.readMs !== undefined && (
            <button
              type="button"
              className={styles['time']}
              title="Measure speed"
              onClick={() => openDialog('speed')}
            >
              checked in {formatDuration(facts.readMs)}
            </button>
          )}
        </>
      )}
    </div>
  )
}

/** Of the number of lines once all are read, as far as can be told. */
function digitsOf(facts: DocumentFacts): number {
  return groupNumber(expectedLines(facts)).length
}

function stopOf(tab: DocumentTab | undefined): string {
  if (tab?.crash !== undefined) return 'Stopped working'
  return tab?.facts?.failure?.kind === 'cancelled' ? 'Reading stopped' : 'Could not be read'
}
