// The line as a conversation: text alone, nothing is fetched and nothing is rendered.
import { type JSX, type RefObject, useEffect } from 'react'
import { type Message, msg } from '../../i18n/message.ts'
import type { LineDetail } from '../../contracts/documentApi.ts'
import type { NoTranscript, Transcript, TranscriptSection } from '../../contracts/transcript.ts'
import { useTranslator } from '../../state/language.ts'
import type { DocumentTab } from '../../state/store.ts'
import { Conversation } from '../conversation/Conversation.tsx'
import { LongText } from '../conversation/LongText.tsx'
import styles from './TranscriptView.module.css'
import { useTranscript } from './useTranscript.ts'

const reasons: Record<NoTranscript['kind'], Message> = {
  blank: msg('The line is blank: there is no conversation to read.'),
  notJson: msg('The line is not JSON, so it cannot be read as messages. ‘Text’ shows it as it is.'),
  noConversation: msg('No conversation was found in this line. ‘Formatted’ shows all of it.'),
  tooLong: msg('The line is too long to be read as messages.'),
  tooDeep: msg('The values of this line nest too deep to be read as messages.'),
}

const titles = {
  answer: msg('Answer'),
  preferred: msg('Preferred answer'),
  rejected: msg('Rejected answer'),
  reference: msg('Reference answer'),
} as const

export interface TranscriptViewProps {
  readonly region: RefObject<HTMLElement | null>
  readonly tab: DocumentTab
  readonly detail: LineDetail
  /** What is typed and not applied. */
  readonly draft: string | undefined
}

export function TranscriptView({ region, tab, detail, draft }: TranscriptViewProps): JSX.Element {
  const { t } = useTranslator()
  const state = useTranscript(tab.key, detail, draft)
  useEffect(() => {
    // Stepped to by key: the keys that scroll belong in here.
    const home = region.current?.closest('[data-focus-home]')
    if (home && document.activeElement === home) region.current?.focus({ preventScroll: true })
  }, [region])
  return (
    // Reached by keyboard, because it scrolls.
    <section
      ref={region}
      className={styles['transcript']}
      aria-label={t(msg('Transcript'))}
      aria-busy={state.kind === 'loading'}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {draft !== undefined && (
        <p className={styles['note']}>{t(msg('With what you typed and have not applied.'))}</p>
      )}
      {state.kind === 'failed' && <p role="alert">{t(state.failure.message)}</p>}
      {state.kind === 'ready' &&
        (state.transcript.kind === 'conversation' ? (
          <TranscriptBody transcript={state.transcript} />
        ) : (
          <p className={styles['note']}>{t(reasons[state.transcript.kind])}</p>
        ))}
      <p className={styles['keys']}>{t(msg('J: next line. K: previous line.'))}</p>
    </section>
  )
}

function TranscriptBody({ transcript }: { readonly transcript: Transcript }): JSX.Element {
  const { t } = useTranslator()
  const { model, failure, sections, others } = transcript
  return (
    <>
      {model !== undefined && (
        <p className={styles['note']}>
          {t(msg('Model'))} <code>{model}</code>
        </p>
      )}
      {failure && (
        <div className={styles['failure']}>
          <b>{t(msg('failed: {code}', { code: failure.code ?? msg('no code') }))}</b>
          {failure.message !== undefined && <LongText text={failure.message} />}
        </div>
      )}
      {sections.map((section, i) => (
        // Sections have no identity, and none of them moves.
        <section key={`${i}`} className={styles['section']}>
          <h3>{t(titleOf(section))}</h3>
          <Conversation messages={section.messages} />
        </section>
      ))}
      {others.length > 0 && (
        <details className={styles['others']}>
          <summary>{t(msg('Also in the line'))}</summary>
          <dl>
            {others.map(({ name, text }) => (
              <div key={name}>
                <dt>
                  <bdi>{name}</bdi>
                </dt>
                <dd dir="auto">{text}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  )
}

function titleOf({ kind, number, messages }: TranscriptSection): Message {
  if (kind === 'messages') {
    return msg('{count, plural, one {# message} other {# messages}}', { count: messages.length })
  }
  const title = titles[kind]
  return number === undefined ? title : msg('{title} {number, number}', { title, number })
}
