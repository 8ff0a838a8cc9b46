// Queries of this device, to run and to forget, and one page on how queries are written.
import { Trash2 } from 'lucide-react'
import { type FormEvent, type JSX, useId, useState } from 'react'
import { QUERY_HELP } from '../../fields/queryHelp.ts'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import {
  forgetQuery,
  forgetRecentQueries,
  nameQuery,
  useQueries,
} from '../../state/queries/keptQueries.ts'
import { AppDialog } from '../controls/AppDialog.tsx'
import { Button } from '../controls/Button.tsx'
import inputStyles from '../controls/input.module.css'
import styles from './QueriesDialog.module.css'

export interface QueriesDialogProps {
  /** What is typed at the moment. */
  readonly text: string
  readonly onRun: (text: string) => void
  readonly onClose: () => void
}

export function QueriesDialog({ text, onRun, onClose }: QueriesDialogProps): JSX.Element {
  const { t } = useTranslator()
  const recent = useQueries((queries) => queries.recent)
  const run = (query: string): void => {
    onClose()
    onRun(query)
  }
  return (
    <AppDialog title={t(msg('Queries'))} onClose={onClose}>
      <KeptList text={text} onRun={run} />
      {recent.length > 0 && (
        <section aria-label={t(msg('Recent queries'))}>
          <div className={styles['head']}>
            <h3 className={styles['title']}>{t(msg('Recent queries'))}</h3>
            <Button size="small" onClick={forgetRecentQueries}>
              {t(msg('Forget recent queries'))}
            </Button>
          </div>
          <ul className={styles['list']}>
            {recent.map((query) => (
              <li key={query}>
                <QueryButton query={query} onRun={run} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {/* Reached by keyboard, because it is longer than the dialog. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section aria-label={t(msg('How queries are written'))} tabIndex={0}>
        <h3 className={styles['title']}>{t(msg('How queries are written'))}</h3>
        {QUERY_HELP.map(({ title, rows }, index) => (
          <div key={index}>
            <h4 className={styles['helpTitle']}>{t(title)}</h4>
            <dl className={styles['help']}>
              {rows.map(({ example, meaning }) => (
                <div key={example} className={styles['row']}>
                  <dt>
                    <code>{example}</code>
                  </dt>
                  <dd>{t(meaning)}</dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </section>
    </AppDialog>
  )
}

function KeptList({
  text,
  onRun,
}: {
  readonly text: string
  readonly onRun: (text: string) => void
}): JSX.Element {
  const { t } = useTranslator()
  const named = useQueries((queries) => queries.named)
  const id = useId()
  const [name, setName] = useState('')
  const [isFull, setIsFull] = useState(false)
  const keep = (submit: FormEvent): void => {
    submit.preventDefault()
    const isKept = nameQuery(name, text)
    setIsFull(!isKept)
    if (isKept) setName('')
  }
  return (
    <section aria-label={t(msg('Kept queries'))}>
      <h3 className={styles['title']}>{t(msg('Kept queries'))}</h3>
      {named.length > 0 && (
        <ul className={styles['list']}>
          {named.map((query) => (
            <li key={query.name} className={styles['entry']}>
              <QueryButton query={query.text} name={query.name} onRun={onRun} />
              <Button
                size="icon"
                aria-label={t(msg('Delete the query {name}', { name: query.name }))}
                onClick={() => forgetQuery(query.name)}
              >
                <Trash2 aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {text.trim() === '' ? (
        <p className={styles['hint']}>
          {t(msg('A query that is typed can be kept on this device under a name.'))}
        </p>
      ) : (
        <form className={styles['keep']} onSubmit={keep}>
          <label htmlFor={id}>{t(msg('Name of the query'))}</label>
          <input
            id={id}
            type="text"
            autoComplete="off"
            className={inputStyles['input']}
            value={name}
            onChange={(typed) => setName(typed.target.value)}
          />
          <Button type="submit" look="outlined" disabled={name.trim() === ''}>
            {t(msg('Keep on this device'))}
          </Button>
          <code className={styles['typed']}>{text}</code>
        </form>
      )}
      {isFull && (
        <p role="alert">
          {t(msg('The query was not kept: it is too long, or there are too many.'))}
        </p>
      )}
    </section>
  )
}

function QueryButton({
  query,
  name,
  onRun,
}: {
  readonly query: string
  readonly name?: string
  readonly onRun: (text: string) => void
}): JSX.Element {
  return (
    <button type="button" className={styles['query']} onClick={() => onRun(query)}>
      {name !== undefined && <span>{name} </span>}
      <code>{query}</code>
    </button>
  )
}
