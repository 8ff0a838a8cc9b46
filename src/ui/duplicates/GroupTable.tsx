// The largest groups of equal lines.
import type { JSX } from 'react'
import type { DuplicateGroup } from '../../contracts/duplicates.ts'
import { msg } from '../../i18n/message.ts'
import { showDuplicates } from '../../state/duplicates/duplicates.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from '../controls/Button.tsx'
import styles from './DuplicatesDialog.module.css'

export interface GroupTableProps {
  readonly groups: readonly DuplicateGroup[]
  /** Groups in all. */
  readonly all: number
  /** What the values are of; undefined: of whole lines. */
  readonly fields: readonly string[] | undefined
}

export function GroupTable({ groups, all, fields }: GroupTableProps): JSX.Element {
  const { t, number } = useTranslator()
  return (
    <div className={styles['tableFrame']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col" className={styles['number']}>
              {t(msg('Lines'))}
            </th>
            <th scope="col">{fields ? fields.join(', ') : t(msg('Text'))}</th>
            <th scope="col" className={styles['number']}>
              {t(msg('First line'))}
            </th>
            <th scope="col">
              <span className={styles['spoken']}>{t(msg('Actions'))}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ count, line, values }, at) => (
            <tr key={line} data-count={count}>
              <td className={styles['number']}>{number(count)}</td>
              <td className={styles['value']}>
                {values.map((value, i) => (
                  <Value key={fields?.[i] ?? 'line'} value={value} />
                ))}
              </td>
              <td className={styles['number']}>{number(line)}</td>
              <td>
                <Button
                  size="small"
                  look="outlined"
                  aria-label={t(
                    msg('Show all {count, number} lines that equal line {line, number}', {
                      count,
                      line,
                    }),
                  )}
                  onClick={() => void showDuplicates({ kind: 'group', at })}
                >
                  {t(msg('Show'))}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {all > groups.length && (
        <p className={styles['note']}>
          {t(
            msg('And {count, plural, one {# smaller group} other {# smaller groups}}.', {
              count: all - groups.length,
            }),
          )}
        </p>
      )}
    </div>
  )
}

function Value({ value }: { readonly value: string | undefined }): JSX.Element {
  const { t } = useTranslator()
  return value === undefined ? (
    <i>{t(msg('none'))}</i>
  ) : (
    <code dir="auto" title={value}>
      {value}
    </code>
  )
}
