// By what rows are sorted, at the column's title; screen readers have it as aria-sort.
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { JSX } from 'react'
import type { SortBy, SortFacts } from '../../contracts/sorting.ts'
import styles from '../table/Table.module.css'

type Direction = 'ascending' | 'descending'

/** Undefined where the rows are not sorted by it. */
export function directionOf(order: SortFacts | undefined, by: SortBy): Direction | undefined {
  if (!order || order.by.kind !== by.kind) return undefined
  if (order.by.kind === 'column' && by.kind === 'column' && order.by.id !== by.id) return undefined
  return order.isDescending ? 'descending' : 'ascending'
}

export function SortMark({ direction }: { readonly direction: Direction }): JSX.Element {
  return direction === 'ascending' ? (
    <ArrowUp className={styles['sortMark']} data-sort={direction} aria-hidden />
  ) : (
    <ArrowDown className={styles['sortMark']} data-sort={direction} aria-hidden />
  )
}
