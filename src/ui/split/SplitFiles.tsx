// The files that a document makes, one a row.
import type { JSX } from 'react'
import type { ValueCount } from '../../contracts/batchParts.ts'
import type { SplitPlan } from '../../contracts/splitFiles.ts'
import { msg, verbatim } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { partNames, restName } from '../../state/splitting/fileNames.ts'
import styles from './SplitDialog.module.css'

/** Rows that are laid out; more of them nobody reads. */
const SHOWN = 200

export interface SplitFilesProps {
  /** Of the document. */
  readonly name: string
  readonly plan: SplitPlan
}

export function SplitFiles({ name, plan }: SplitFilesProps): JSX.Element {
  const { t, bytes, number } = useTranslator()
  const { blank, files, rest } = plan
  const names = partNames(name, files.length)
  const hasItems = files.some(({ items }) => items > 0)
  const isOne = files.length === 1 && !rest
  return (
    <>
      <p className={styles['sum']} role="status">
        {isOne
          ? t(msg('One file is enough: there is nothing to split.'))
          : files.length === 0
            ? t(msg('No line can go into a file: all of them have errors. Fix them first.'))
            : t(
                msg('{count, plural, one {# file} other {# files}}', {
                  count: files.length + (rest ? 1 : 0),
                }),
              )}
      </p>
      {files.length > 0 && (
        // What is scrolled has to be reached by keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={styles['scroller']} tabIndex={0} role="region" aria-label={t(msg('Files'))}>
          <table className={styles['files']}>
            <thead>
              <tr>
                <th scope="col">{t(msg('File'))}</th>
                <th scope="col">{t(msg('Requests'))}</th>
                <th scope="col">{t(msg('Size'))}</th>
                {hasItems && <th scope="col">{t(msg('Inputs'))}</th>}
                <th scope="col" data-wide>
                  {t(msg('Model'))}
                </th>
                <th scope="col" data-wide>
                  {t(verbatim('URL'))}
                </th>
              </tr>
            </thead>
            <tbody>
              {files.slice(0, SHOWN).map((file, at) => (
                <tr key={names[at]}>
                  <th scope="row">
                    {names[at]}
                    {/* Where there is no room for their columns. */}
                    <small>
                      <Values values={file.models} /> · <Values values={file.urls} />
                    </small>
                  </th>
                  <td>{number(file.lines)}</td>
                  <td>{bytes(file.bytes)}</td>
                  {hasItems && <td>{number(file.items)}</td>}
                  <td data-wide>
                    <Values values={file.models} />
                  </td>
                  <td data-wide>
                    <Values values={file.urls} />
                  </td>
                </tr>
              ))}
              {rest && (
                <tr data-rest>
                  <th scope="row">
                    {restName(name)}
                    <small>{t(msg('Lines with errors'))}</small>
                  </th>
                  <td>{number(rest.lines)}</td>
                  <td>{bytes(rest.bytes)}</td>
                  <td data-wide colSpan={hasItems ? 3 : 2}>
                    {t(msg('Lines with errors'))}
                  </td>
                </tr>
              )}
            </tbody>
          </table>
        </div>
      )}
      {files.length > SHOWN && (
        <p className={styles['note']}>
          {t(
            msg('And {count, plural, one {# more file} other {# more files}}.', {
              count: files.length - SHOWN,
            }),
          )}
        </p>
      )}
      {blank > 0 && (
        <p className={styles['note']}>
          {t(
            msg('{count, plural, one {# blank line is} other {# blank lines are}} in none.', {
              count: blank,
            }),
          )}
        </p>
      )}
    </>
  )
}

function Values({ values }: { readonly values: readonly ValueCount[] }): JSX.Element {
  const { t } = useTranslator()
  const [first, ...others] = values
  if (!first) return <>–</>
  return (
    <>
      <code>{first.value}</code>
      {others.length > 0 && (
        <> {t(msg('and {count, plural, one {# more} other {# more}}', { count: others.length }))}</>
      )}
    </>
  )
}
