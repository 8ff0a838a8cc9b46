// The first requests as they are and as they will be, and what is noted of each.
import { CircleMinus, Info, TriangleAlert } from 'lucide-react'
import { type JSX, useId } from 'react'
import type { PreviewedNote, TranslationPreview } from '../../contracts/translationApi.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import formStyles from './ConvertDialog.module.css'
import styles from './TranslatedLines.module.css'

export interface TranslatedLinesProps {
  readonly preview: TranslationPreview
  /** It is of an earlier choice. */
  readonly isBusy: boolean
}

export function TranslatedLines({ preview, isBusy }: TranslatedLinesProps): JSX.Element {
  const { t } = useTranslator()
  const id = useId()
  const { isCut, lines } = preview
  const count = lines.length
  return (
    <section aria-labelledby={id} aria-busy={isBusy}>
      <h3 id={id} className={formStyles['heading']}>
        {isCut
          ? t(msg('The first {count, plural, one {line} other {# lines}}', { count }))
          : t(msg('All {count, plural, one {# line} other {# lines}}', { count }))}
      </h3>
      {/* What is scrolled has to be reached by keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ol className={styles['lines']} tabIndex={0} aria-labelledby={id}>
        {lines.map(({ after, before, line, notes, reason }) => (
          <li key={line}>
            <h4>{t(msg('Line {line, number}', { line }))}</h4>
            <div className={styles['sides']}>
              <Side title={t(msg('Before'))} text={before} />
              {after === undefined ? (
                <div className={styles['none']}>
                  <p>{t(msg('Will be left out'))}</p>
                  {reason && <p>{t(reason)}</p>}
                </div>
              ) : (
                <Side title={t(msg('After'))} text={after} />
              )}
            </div>
            {notes.length > 0 && <Notes notes={notes} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Side({ title, text }: { readonly title: string; readonly text: string }): JSX.Element {
  return (
    <figure className={styles['side']}>
      <figcaption>{title}</figcaption>
      <code dir="auto">{text}</code>
    </figure>
  )
}

const words: Readonly<Record<PreviewedNote['severity'], Message>> = {
  attention: msg('Needs attention'),
  dropped: msg('Left out'),
  changed: msg('Changed'),
}

const icons = { attention: TriangleAlert, dropped: CircleMinus, changed: Info } as const

function Notes({ notes }: { readonly notes: readonly PreviewedNote[] }): JSX.Element {
  const { t } = useTranslator()
  return (
    <ul className={styles['notes']}>
      {notes.map(({ code, message, severity }, at) => {
        const Icon = icons[severity]
        return (
          // oxlint-disable-next-line react/no-array-index-key -- two notes of a line can be the same
          <li key={`${code} ${at}`} data-severity={severity}>
            <Icon aria-hidden />
            <span>
              <span className="visuallyHidden">
                {t(msg('{severity}:', { severity: words[severity] }))}{' '}
              </span>
              {t(message)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
