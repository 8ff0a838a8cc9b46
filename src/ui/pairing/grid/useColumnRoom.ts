// Which columns the table has, and how wide they are: by what the pairing holds and by the width there is.
import { useMemo, useState } from 'react'
import { textWidth } from '../../../base/textWidth.ts'
import { useTranslator } from '../../../state/language.ts'
import { usePairing } from '../../../state/pairing/pairingStore.ts'
import type { PairRows } from '../../../state/pairing/pairingWorker.ts'
import { columnRoom, type ColumnRoom } from './columnRoom.ts'
import { pairColumns, type PairColumns } from './pairColumns.ts'
import { useWidth } from './useWidth.ts'

/** Rows whose ids say how long ids are: those of a batch are made by one rule. */
const MEASURED_ROWS = 64

/** Code units of an id that are looked at. */
const MEASURED_ID = 200

/** Characters of an id before one is known. */
const USUAL_ID = 16

/** `version`: of `rows`. */
export function useColumnRoom(
  element: HTMLElement | null,
  rows: PairRows,
  version: number,
): ColumnRoom & Pick<PairColumns, 'uniform'> {
  const { t } = useTranslator()
  const width = useWidth(element)
  const facts = usePairing((state) => state.facts)
  const filter = usePairing((state) => state.shown?.view.filter ?? state.view.filter)
  const idLength = useIdLength(rows, version)
  const { columns, uniform } = useMemo(
    () => pairColumns(facts, filter, idLength, t),
    [facts, filter, idLength, t],
  )
  const room = useMemo(() => columnRoom(columns, width), [columns, width])
  const shown = useStable(room.shown)
  return { ...room, shown, uniform }
}

/** Of the longest id so far; it only grows, so that no view moves the columns of another. */
function useIdLength(rows: PairRows, version: number): number {
  const longest = useMemo(() => {
    let length = 0
    for (let row = 0; row < MEASURED_ROWS; row++) {
      length = Math.max(length, idWidth(rows.peekRow(row)?.id ?? ''))
    }
    return length
    // `version` stands for what `rows` holds.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [rows, version])
  const [widest, setWidest] = useState(0)
  if (longest > widest) setWidest(longest)
  return Math.max(longest, widest) || USUAL_ID
}

/** In cells; an id of a megabyte is as wide as its column may be. */
function idWidth(id: string): number {
  return textWidth(id.slice(0, MEASURED_ID))
}

/** The same list while it holds the same, so that rows are not drawn again while a width is dragged. */
function useStable<T>(list: readonly T[]): readonly T[] {
  const [stable, setStable] = useState(list)
  if (stable === list) return stable
  if (stable.length === list.length && stable.every((item, at) => item === list[at])) return stable
  setStable(list)
  return list
}
