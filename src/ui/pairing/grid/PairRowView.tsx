// One pair as the table shows it. Rendered again only when its row, its place or its state changes.
import { type JSX, memo, type ReactNode } from 'react'
import { directionOf } from '../../../base/textDirection.ts'
import { textWidth } from '../../../base/textWidth.ts'
import type { RowIndex } from '../../../base/units.ts'
import { type Message, msg, verbatim } from '../../../i18n/message.ts'
import { UNUSABLE_TITLES } from '../../../pairing/usability.ts'
import type { PairRow } from '../../../contracts/pairingApi.ts'
import { useTranslator } from '../../../state/language.ts'
import tableStyles from '../../table/Table.module.css'
import type { FindRanges } from '../../table/rowText.ts'
import { TextPart, VisibleText } from '../../table/VisibleText.tsx'
import { nearMissTitle } from '../nearMissTitle.ts'
import { CutInside } from '../CutInside.tsx'
import { cutBeforeEnd } from '../cutBeforeEnd.ts'
import { GroupCells } from './GroupCells.tsx'
import { OutcomeMark } from './OutcomeMark.tsx'
import type { PairColumnId } from './pairColumns.ts'
import styles from './PairGrid.module.css'

export interface PairRowViewProps {
  readonly index: RowIndex
  /** CSS pixels on the canvas. */
  readonly top: number
  /** Absent until it has been read. */
  readonly row: PairRow | undefined
  readonly columns: readonly PairColumnId[]
  readonly isActive: boolean
  readonly isSelected: boolean
  readonly findRanges: FindRanges | undefined
}

/** Invariant: `data-row` is how a row is found again by clicks and focus. */
export const PairRowView = memo(function PairRowView({
  index,
  top,
  row,
  columns,
  isActive,
  isSelected,
  findRanges,
}: PairRowViewProps): JSX.Element {
  const isPair = row !== undefined && row.group === undefined
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-busy={row ? undefined : true}
      className={`${tableStyles['row']} ${styles['row']}`}
      style={{ top }}
      tabIndex={isActive ? 0 : -1}
      data-row={index}
      data-custom-id={isPair ? row.id : undefined}
      data-outcome={isPair ? row.outcome : undefined}
    >
      {cellsOf(row, columns, findRanges)}
    </div>
  )
})

function cellsOf(
  row: PairRow | undefined,
  columns: readonly PairColumnId[],
  findRanges: FindRanges | undefined,
): ReactNode {
  if (!row) return <UnreadCell columnCount={columns.length} />
  if (row.group) return <GroupCells group={row.group} columnCount={columns.length} />
  const hasErrors = columns.includes('error')
  return columns.map((id) => (
    <PairCell key={id} id={id} row={row} isErrorApart={hasErrors} findRanges={findRanges} />
  ))
}

function UnreadCell({ columnCount }: { readonly columnCount: number }): JSX.Element {
  const { t } = useTranslator()
  return (
    <div role="gridcell" aria-colspan={columnCount} className={styles['wide']}>
      <span className={tableStyles['placeholder']} />
      <span className="visuallyHidden">{t(msg('not read yet'))}</span>
    </div>
  )
}

interface PairCellProps {
  readonly id: PairColumnId
  readonly row: PairRow
  /** The code of an error has a column of its own; otherwise it stands before the message. */
  readonly isErrorApart: boolean
  readonly findRanges: FindRanges | undefined
}

function PairCell({ id, row, isErrorApart, findRanges }: PairCellProps): JSX.Element {
  const { t, number } = useTranslator()
  switch (id) {
    case 'id':
      return <IdCell row={row} findRanges={findRanges} />
    case 'outcome':
      return (
        <div role="gridcell" className={styles['outcomeCell']}>
          <OutcomeMark outcome={row.outcome} />
        </div>
      )
    case 'status':
      return <TextCell look="number" text={row.status === undefined ? '' : String(row.status)} />
    case 'error':
      return <TextCell look="error" text={row.errorCode} isTitled />
    case 'finish':
      return <TextCell text={row.finishReason} isTitled />
    case 'model':
      return <TextCell look="soft" text={row.model} isTitled />
    case 'prompt':
      return (
        <div role="gridcell" className={styles['soft']}>
          <VisibleText text={t(row.promptPreview)} findRanges={findRanges} />
        </div>
      )
    case 'answer':
      return (
        <div role="gridcell" className={styles['answer']}>
          {row.unusable && (
            <Tag look="warn" title={t(msg('The answer is of no use as it is'))}>
              {t(UNUSABLE_TITLES[row.unusable])}
            </Tag>
          )}
          {!isErrorApart && row.errorCode !== undefined && (
            <span className={styles['errorBefore']}>{row.errorCode} </span>
          )}
          <VisibleText text={t(row.answerPreview)} findRanges={findRanges} />
        </div>
      )
    case 'tokens':
      return <TextCell look="number" text={row.tokens === undefined ? '' : number(row.tokens)} />
  }
}

interface TextCellProps {
  readonly text: string | undefined
  readonly look?: 'number' | 'error' | 'soft'
  /** It may be longer than its column. */
  readonly isTitled?: boolean
}

function TextCell({ text, look, isTitled = false }: TextCellProps): JSX.Element {
  return (
    <div
      role="gridcell"
      dir="auto"
      className={look && styles[look]}
      title={isTitled ? text : undefined}
    >
      {text}
    </div>
  )
}

function IdCell({ row, findRanges }: Pick<PairCellProps, 'row' | 'findRanges'>): JSX.Element {
  const { t, number } = useTranslator()
  return (
    <div
      role="gridcell"
      className={styles['id']}
      title={row.id}
      // One word, also where it stands in two parts.
      aria-label={cutBeforeEnd(row.id, KEPT_OF_ID).end === '' ? undefined : t(nameOf(row))}
    >
      {row.id === '' ? (
        <span className={styles['faint']}>{t(msg('no id'))}</span>
      ) : (
        <IdText id={row.id} findRanges={findRanges} />
      )}
      {row.nearMiss && (
        <Tag look="warn" title={t(nearMissTitle(row.nearMiss))}>
          <span aria-hidden="true">≈</span>
          <span className="visuallyHidden">{t(msg('near miss'))}</span>
        </Tag>
      )}
      {row.others > 0 && (
        <Tag
          title={t(
            msg('{count, plural, one {# other line} other {# other lines}} with this id', {
              count: row.others,
            }),
          )}
        >
          +{number(row.others)}
        </Tag>
      )}
    </div>
  )
}

function nameOf({ id, nearMiss, others }: PairRow): Message {
  if (nearMiss) {
    return others > 0
      ? msg('{id}, near miss, +{others, number}', { id, others })
      : msg('{id}, near miss', { id })
  }
  return others > 0 ? msg('{id}, +{others, number}', { id, others }) : verbatim(id)
}

/** Its end is what tells ids apart, so that what is too long is cut before it. */
function IdText({
  id,
  findRanges,
}: {
  readonly id: string
  readonly findRanges: FindRanges | undefined
}): JSX.Element {
  const { start, end } = cutBeforeEnd(id, KEPT_OF_ID)
  // A match is brought into sight whole.
  if (end === '' || (findRanges && findRanges(id).length > 0)) {
    return <VisibleText text={id} findRanges={findRanges} />
  }
  return (
    <CutInside
      start={<TextPart text={start} />}
      end={<TextPart text={end} />}
      direction={directionOf(id)}
      endWidth={textWidth(end)}
    />
  )
}

/** Characters: a number with some zeros. */
const KEPT_OF_ID = 8

interface TagProps {
  readonly look?: 'warn'
  readonly title: string
  readonly children: ReactNode
}

function Tag({ look, title, children }: TagProps): JSX.Element {
  return (
    <span className={styles['tag']} data-look={look} title={title}>
      {children}
    </span>
  )
}
