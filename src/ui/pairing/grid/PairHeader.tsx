// The column titles.
import { type JSX, memo } from 'react'
import tableStyles from '../../table/Table.module.css'
import {
  COLUMN_TITLES,
  NUMBER_COLUMNS,
  type PairColumnId,
  type UniformValue,
} from './pairColumns.ts'
import styles from './PairGrid.module.css'
import { listOf, msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'

interface PairHeaderProps {
  readonly columns: readonly PairColumnId[]
  /** The outcome has no room for its word. */
  readonly isMarkAlone: boolean
  readonly uniform: readonly UniformValue[]
  /** Each row is a group. */
  readonly isGrouped: boolean
}

export const PairGridHeader = memo(function PairHeader(props: PairHeaderProps): JSX.Element {
  return (
    <div role="rowgroup" className={tableStyles['header']}>
      <div
        role="row"
        aria-rowindex={1}
        className={`${tableStyles['headerRow']} ${styles['headerRow']}`}
      >
        {props.isGrouped ? <GroupTitles /> : <PairTitles {...props} />}
      </div>
    </div>
  )
})

function PairTitles({ columns, isMarkAlone, uniform }: PairHeaderProps): JSX.Element {
  const { t } = useTranslator()
  // At the end of the column with the most room.
  const last = columns.includes('answer') ? 'answer' : 'prompt'
  return (
    <>
      {columns.map((id) => (
        <div key={id} role="columnheader" className={classOf(id, id === last)}>
          <span className={isMarkAlone && id === 'outcome' ? 'visuallyHidden' : undefined}>
            {t(COLUMN_TITLES[id])}
          </span>
          {id === last && <UniformValues uniform={uniform} />}
        </div>
      ))}
    </>
  )
}

function classOf(id: PairColumnId, isLast: boolean): string | undefined {
  if (NUMBER_COLUMNS.has(id)) return styles['numberTitle']
  return isLast ? styles['lastTitle'] : undefined
}

/** The summary beside the table says it too, so it is read out there alone. */
function UniformValues({ uniform }: Pick<PairHeaderProps, 'uniform'>): JSX.Element | null {
  const { t } = useTranslator()
  if (uniform.length === 0) return null
  const whole = uniform.map(({ id, value }) =>
    msg('{title} {value}', { title: COLUMN_TITLES[id], value }),
  )
  return (
    <span
      aria-hidden="true"
      className={`${tableStyles['uniform']} ${styles['uniformValues']}`}
      title={t(msg('In every row: {values}', { values: listOf(whole, 'and') }))}
    >
      {t(msg('every row: {values}', { values: uniform.map(({ value }) => value).join(' · ') }))}
    </span>
  )
}

function GroupTitles(): JSX.Element {
  const { t } = useTranslator()
  return (
    <>
      <div role="columnheader">{t(msg('group'))}</div>
      <div role="columnheader" className={styles['restTitle']}>
        {t(msg('rows'))}
      </div>
    </>
  )
}
