// What a code means, why it matters, how to fix it, and who says so.
import { ExternalLink } from 'lucide-react'
import { type JSX, useEffect, useState } from 'react'
import { findCodeEntry } from '../../codes/findCodeEntry.ts'
import type { Message } from '../../i18n/message.ts'
import { msg } from '../../i18n/message.ts'
import type { Translator } from '../../i18n/translator.ts'
import { loadCodeTranslator } from '../../i18n/loadTranslator.ts'
import { useTranslator } from '../../state/language.ts'
import { AppDialog } from '../controls/AppDialog.tsx'
import type { ExplainedFinding } from './WhyButton.tsx'
import styles from './WhyDialog.module.css'

export interface WhyDialogProps {
  readonly finding: ExplainedFinding
  readonly onClose: () => void
}

export function WhyDialog({ finding, onClose }: WhyDialogProps): JSX.Element {
  const { t } = useTranslator()
  const long = useCodeTranslator()
  const { apiCode, canIgnore, code, title } = finding
  const entry = findCodeEntry(code)
  return (
    <AppDialog title={t(title)} onClose={onClose}>
      {entry && long && (
        <>
          <Part heading={msg('What it means')} text={long.t(entry.meaning)} />
          <Part heading={msg('Why it matters')} text={long.t(entry.matters)} />
          <Part heading={msg('How to fix it')} text={long.t(entry.remedy)} />
        </>
      )}
      <dl className={styles['facts']}>
        {entry && long && (
          <div>
            <dt>{t(msg('Source'))}</dt>
            <dd>
              {entry.source.url === undefined ? (
                long.t(entry.source.name)
              ) : (
                <a href={entry.source.url} target="_blank" rel="noopener noreferrer">
                  {long.t(entry.source.name)}
                  <ExternalLink aria-hidden />
                  <span className="visuallyHidden">{t(msg('(opens in a new tab)'))}</span>
                </a>
              )}
              {', '}
              <time dateTime={entry.source.date}>{entry.source.date}</time>
            </dd>
          </div>
        )}
        {apiCode !== undefined && (
          <div>
            <dt>{t(msg('Code of the API'))}</dt>
            <dd>
              <code data-api-code={apiCode}>{apiCode}</code>
            </dd>
          </div>
        )}
        <div>
          <dt>{t(msg('Code here'))}</dt>
          <dd>
            <code>{code}</code>
          </dd>
        </div>
      </dl>
      {canIgnore !== true && (
        <p className={styles['note']}>
          {t(
            msg(
              'This cannot be ignored: what is not JSON can never be sent, and what has no name may be anything.',
            ),
          )}
        </p>
      )}
    </AppDialog>
  )
}

function Part({ heading, text }: { readonly heading: Message; readonly text: string }) {
  const { t } = useTranslator()
  return (
    <section className={styles['part']}>
      <h3>{t(heading)}</h3>
      <p>{text}</p>
    </section>
  )
}

/** Of the language that is shown; undefined until the texts are here. English has them at once. */
function useCodeTranslator(): Translator | undefined {
  const shown = useTranslator()
  const [loaded, setLoaded] = useState<Translator>()
  useEffect(() => {
    let isWanted = true
    // Without its translations the English texts are better than none.
    void loadCodeTranslator(shown.tag)
      .catch(() => shown)
      .then((translator) => isWanted && setLoaded(translator))
    return () => {
      isWanted = false
    }
  }, [shown])
  if (shown.tag === 'en') return shown
  return loaded?.tag === shown.tag ? loaded : undefined
}
