// The active document in numbers, for people, screen readers and tests.
import type { CSSProperties, JSX, ReactNode } from 'react'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import { duration, type Message, msg } from '../../i18n/message.ts'
import { openDialog } from '../../state/actions/dialogs.ts'
import { reload } from '../../state/actions/reading.ts'
import { useTranslator } from '../../state/language.ts'
import type { DocumentTab } from '../../state/store.ts'
import { expectedLines } from '../lines/expectedLines.ts'
import { statusOf } from './statusOf.ts'
import styles from './DocumentStatus.module.css'

export function DocumentStatus({ tab }: { readonly tab: DocumentTab | undefined }): JSX.Element {
  const { t, number, bytes } = useTranslator()
  const facts = tab?.facts
  const state = statusOf(tab)
  return (
    <div
      className={styles['status']}
      role="status"
      aria-label={t(msg('Document status'))}
      // Numbers that change every `REPORT_INTERVAL` would drown everything else.
      aria-live={state === 'reading' ? 'off' : 'polite'}
      data-state={state}
      data-lines={facts?.lines ?? 0}
      data-invalid={facts?.invalid ?? 0}
      data-warnings={facts?.warnings ?? 0}
      data-attention={facts?.attention ?? 0}
      data-ignored={facts ? ignoredHere(facts) : 0}
      data-edited={facts?.edited ?? 0}
      data-bytes={facts?.bytes ?? 0}
      data-format={facts?.formatId}
      data-read-ms={facts?.readMs}
      data-kept={facts?.isCached}
      data-shapes={facts?.shapes}
    >
      {!tab && t(msg('No file open'))}
      {state === 'failed' && <span className={styles['invalid']}>{t(stopOf(tab))}</span>}
      {facts && facts.lines + facts.readBytes > 0 && (
        <>
          <span>
            <Count
              of={msg(
                '<number>{count, number}</number> {count, plural, one {line} other {lines}}',
                { count: facts.lines },
              )}
              // Of the number of lines once all are read, as far as can be told.
              minWidth={`${number(expectedLines(facts)).length}ch`}
            />
          </span>
          <span data-mark="invalid" className={facts.invalid > 0 ? styles['invalid'] : undefined}>
            <Count
              of={msg('<number>{count, number}</number> <words>invalid</words>', {
                count: facts.invalid,
              })}
            />
          </span>
          {facts.warnings > 0 && (
            <span data-mark="warnings" className={styles['warnings']}>
              <Count
                of={msg(
                  '<number>{count, number}</number> <words>{count, plural, one {warning} other {warnings}}</words>',
                  { count: facts.warnings },
                )}
              />
            </span>
          )}
          {facts.attention > 0 && (
            <span data-mark="attention" className={styles['attention']}>
              <Count
                of={msg(
                  '<number>{count, number}</number> <words>{count, plural, one {needs attention} other {need attention}}</words>',
                  { count: facts.attention },
                )}
              />
            </span>
          )}
          {ignoredHere(facts) > 0 && (
            <span>
              <Count
                of={msg(
                  '<number>{count, number}</number> {count, plural, one {code} other {codes}} ignored',
                  { count: ignoredHere(facts) },
                )}
                minWidth="0"
              />
            </span>
          )}
          {facts.edited > 0 && (
            <span className={styles['edited']}>
              <Count
                of={msg('<number>{count, number}</number> edited', { count: facts.edited })}
                minWidth="0"
              />
            </span>
          )}
          {state === 'ready' && <span>{bytes(facts.bytes)}</span>}
          {state === 'ready' && tab && facts.isCached && (
            <button
              type="button"
              className={styles['time']}
              title={t(
                msg('The results of an earlier reading, found in {time}', {
                  time: duration(facts.readMs ?? 0),
                }),
              )}
              onClick={() => reload(tab.key)}
            >
              {t(msg('checked earlier · check again'))}
            </button>
          )}
          {state === 'ready' && !facts.isCached && facts.readMs !== undefined && (
            <button
              type="button"
              className={styles['time']}
              title={t(msg('Measure speed'))}
              onClick={() => openDialog('speed')}
            >
              {t(msg('checked in {time}', { time: duration(facts.readMs) }))}
            </button>
          )}
        </>
      )}
    </div>
  )
}

/** Codes that would say something of this document. */
function ignoredHere({ ignored }: DocumentFacts): number {
  return ignored.filter(({ count }) => count > 0).length
}

interface CountProps {
  /** `<number>` marks the number, `<words>` what gives way to a mark where there is little room. */
  readonly of: Message
  /** Of the number, so that it moves nothing while it grows. */
  readonly minWidth?: string
}

function Count({ of, minWidth }: CountProps): JSX.Element {
  const { rich } = useTranslator()
  const style: CSSProperties | undefined = minWidth === undefined ? undefined : { minWidth }
  return (
    <>
      {rich<ReactNode>(of, {
        number: (digits) => (
          <b key="number" className={`growing ${styles['count']}`} style={style}>
            {digits}
          </b>
        ),
        words: (words) => (
          <span key="words" className={styles['words']}>
            {words}
          </span>
        ),
      })}
    </>
  )
}

function stopOf(tab: DocumentTab | undefined): Message {
  if (tab?.crash !== undefined) return msg('Stopped working')
  return tab?.facts?.failure?.kind === 'cancelled'
    ? msg('Reading stopped')
    : msg('Could not be read')
}
