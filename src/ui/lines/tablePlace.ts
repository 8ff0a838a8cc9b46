// Where the table of each document is, while it is not there.
import { documentSlot } from '../../state/documentScope.ts'
import type { RememberedPlace } from '../table/useTableScroller.ts'

interface TablePlace extends RememberedPlace {
  /**
   * The last jump that the table made: one that was asked for while the table was not there is made when
   * it is, and none is made twice.
   */
  jump: number
}

export const tablePlaces = documentSlot<TablePlace>(() => ({ offset: 0, jump: 0 }))
