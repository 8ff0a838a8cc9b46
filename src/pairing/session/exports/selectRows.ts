// Which rows an export is of, in which order.
import { failureOf } from '../../../base/failures.ts'
import { TimeSlice } from '../../../base/jobs.ts'
import type { RowsOutput } from '../../../exporters/pairs/definePairExporter.ts'
import type { RowColumns } from '../../../exporters/pairs/exportRow.ts'
import type { OpenPairing } from '../openPairing.ts'
import { PairingFailure } from '../pairingFailure.ts'
import type { ExportContext } from './exportContext.ts'
import type { ExportSetup } from './exportSetup.ts'
import { PairingRow } from './rowColumns.ts'

/** Rows by group: those of group i are [starts[i], starts[i + 1]) of the rows. */
export interface SelectedGroups {
  readonly names: (place: number) => string | null
  readonly starts: Uint32Array
}

export interface SelectedRows {
  readonly rows: Uint32Array
  readonly groups?: SelectedGroups | undefined
}

/** Throws `PairingFailure` when the export needs requests and none take part, and what `check` throws. */
export async function selectRows(
  context: ExportContext,
  { exporter, options, view }: ExportSetup,
  output: RowsOutput,
  check: () => void,
): Promise<SelectedRows> {
  const { pairing } = context
  const hasRequests = pairing.requestSources.length > 0
  if (exporter.needsRequests !== undefined && !hasRequests) {
    throw new PairingFailure(failureOf('no-requests', exporter.needsRequests))
  }
  const selection = view
    ? groupedRows(context.rowsOf(view))
    : { rows: Uint32Array.from(pairing.pairs.rowOfAnswer) }
  // Groups have all their members.
  if (selection.groups || !output.wants) return selection
  const wanted = { options, hasRequests }
  return {
    rows: await filterRows(
      pairing,
      selection.rows,
      (row) => output.wants?.(row, wanted) === true,
      check,
    ),
  }
}

function groupedRows({ rows, groups }: ReturnType<ExportContext['rowsOf']>): SelectedRows {
  if (!groups) return { rows }
  const { all, grouped } = groups
  return {
    rows: grouped.rows,
    groups: {
      names: (place) => all.nameOf(grouped.groups[place] as number),
      starts: grouped.starts,
    },
  }
}

/** Rows that pass the test, which looks at their columns. Throws what `check` throws. */
export async function filterRows(
  pairing: OpenPairing,
  rows: Uint32Array,
  test: (row: RowColumns) => boolean,
  check: () => void,
): Promise<Uint32Array> {
  const slice = new TimeSlice()
  const kept = new Uint32Array(rows.length)
  let count = 0
  for (const [i, row] of rows.entries()) {
    if (test(new PairingRow(pairing, row))) kept[count++] = row
    if (i % 256 === 0 && slice.isOver) {
      await slice.breathe()
      check()
    }
  }
  return kept.slice(0, count)
}
