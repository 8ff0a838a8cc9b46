// Which rows an export writes, in which order, and how it writes them.
import { failureOf } from '../../../base/failures.ts'
import { present } from '../../../base/assert.ts'
import type {
  PairExporter,
  PairExportOptions,
} from '../../../exporters/pairs/definePairExporter.ts'
import { NO_OPTIONS } from '../../../exporters/pairs/definePairExporter.ts'
import { findPairExporter } from '../../../exporters/pairs/registry.ts'
import { DUPLICATE, FAILED, MISSING, SUCCEEDED } from '../../join/pairs.ts'
import { unusableOf } from '../../join/rowUsability.ts'
import type { Unusable } from '../../usability.ts'
import type { PairExport, PairView, RetryOptions } from '../../../contracts/pairingApi.ts'
import type { OpenPairing } from '../openPairing.ts'
import { PairingFailure } from '../pairingFailure.ts'
import type { ExportContext } from './exportContext.ts'

/** Rows by group: those of group i are [starts[i], starts[i + 1]) of the rows. */
export interface SelectedGroups {
  readonly names: (place: number) => string | null
  readonly starts: Uint32Array
}

export interface SelectedRows {
  readonly rows: Uint32Array
  readonly groups?: SelectedGroups | undefined
}

/** What to do where an export is made of requests and there are answers alone. */
const NEEDS_REQUESTS: Partial<Record<PairExport['kind'], string>> = {
  retry: 'A retry file is made of the requests. Add the input file to write one.',
  trainingSet: 'A training set is made of prompts and answers. Add the input file to write one.',
}

export function exporterOf(what: PairExport): PairExporter {
  return present(findPairExporter(what.kind), `exporter ${what.kind}`)
}

export function optionsOf(what: PairExport): PairExportOptions {
  switch (what.kind) {
    case 'retry':
      return { ...NO_OPTIONS, changes: changesOf(what.options), unusable: what.options.unusable }
    case 'joinedJsonl':
      return { ...NO_OPTIONS, fields: what.fields }
    case 'joinedCsv':
      return { ...NO_OPTIONS, fields: what.fields, byteOrderMark: what.byteOrderMark }
    case 'trainingSet':
    case 'answers':
    case 'merged':
    case 'report':
      return NO_OPTIONS
  }
}

/** What an empty field of a dialog says is nothing. */
function changesOf({ model, tokenLimit, idSuffix }: RetryOptions) {
  return {
    model: model === '' ? undefined : model,
    tokenLimit: tokenLimit !== undefined && tokenLimit > 0 ? tokenLimit : undefined,
    idSuffix: idSuffix === '' ? undefined : idSuffix,
  }
}

/** The view whose rows an export takes; undefined when it asks for none. */
export function viewOfExport(what: PairExport): PairView | undefined {
  return 'view' in what ? what.view : what.kind === 'retry' ? what.options.onlyView : undefined
}

/** Throws `PairingFailure` when the export needs requests and none take part. */
export function selectRows(context: ExportContext, what: PairExport): SelectedRows {
  const needs = NEEDS_REQUESTS[what.kind]
  if (needs !== undefined && context.pairing.requestSources.length === 0) {
    throw new PairingFailure(failureOf('no-requests', needs))
  }
  switch (what.kind) {
    case 'retry':
      return { rows: retryRows(context, what.options) }
    case 'joinedJsonl':
    case 'joinedCsv':
      return joinedRows(context, what.view)
    case 'trainingSet':
      return { rows: context.rowsOf(what.view).rows }
    case 'answers':
      return { rows: answeredRows(context, what.view) }
    case 'merged':
      return { rows: mergedRows(context.pairing) }
    case 'report':
      return { rows: new Uint32Array(0) }
  }
}

function joinedRows(context: ExportContext, view: PairView): SelectedRows {
  const { rows, groups } = context.rowsOf(view)
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

/** In the order of the requests; answers that were not asked for or do not count have rows without one. */
function answeredRows(context: ExportContext, view: PairView): Uint32Array {
  const { pairing } = context
  const { requestOf, outcomes } = pairing.pairs
  const { rows } = context.rowsOf({ ...view, order: 'requests' })
  return pairing.requestSources.length === 0
    ? rows.filter((row) => outcomes[row] !== DUPLICATE)
    : rows.filter((row) => (requestOf[row] as number) >= 0)
}

/** In the order of the requests, whatever the order of the view. */
function retryRows(context: ExportContext, options: RetryOptions): Uint32Array {
  const { pairs, verdicts } = context.pairing
  const reasons = new Set<Unusable>(options.unusable)
  const isWanted = (row: number): boolean => {
    const outcome = pairs.outcomes[row]
    if (outcome === FAILED) return options.failed
    if (outcome === MISSING) return options.missing
    if (outcome !== SUCCEEDED || reasons.size === 0) return false
    const reason = unusableOf(pairs, verdicts, row)
    return reason !== undefined && reasons.has(reason)
  }
  const isInView = options.onlyView && marksOf(context.rowsOf(options.onlyView).rows, pairs.count)
  return rowsThat(pairs.count, (row) => (!isInView || isInView[row] === 1) && isWanted(row))
}

function marksOf(rows: Uint32Array, count: number): Uint8Array {
  const marks = new Uint8Array(count)
  for (const row of rows) marks[row] = 1
  return marks
}

/** Of all answers those that count, in the order of their files. */
function mergedRows({ pairs }: OpenPairing): Uint32Array {
  const { rowOfAnswer, outcomes } = pairs
  return Uint32Array.from(rowOfAnswer).filter((row) => outcomes[row] !== DUPLICATE)
}

function rowsThat(count: number, test: (row: number) => boolean): Uint32Array {
  const rows = new Uint32Array(count)
  let found = 0
  for (let row = 0; row < count; row++) if (test(row)) rows[found++] = row
  return rows.slice(0, found)
}
